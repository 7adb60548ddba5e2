package org.muster.access;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.CredentialChange;
import org.muster.model.Role;
import org.muster.model.Slug;

/** The statements on {@code access.db}. Blocks; one at a time. Instants are milliseconds since 1970. */
final class AccessDb implements AutoCloseable {
    private static final String COLUMNS = "id, hash, name, role, areas, rate, created_at, expires_at, revoked_at";

    private final SqliteFile file;

    /** A credential with the hash of its token. */
    record Row(String hash, Credential credential) {}

    private AccessDb(SqliteFile file) {
        this.file = file;
    }

    static AccessDb open(Path path) {
        return new AccessDb(SqliteFile.open(path));
    }

    @Override
    public void close() {
        file.close();
    }

    /** Another than before when another process, or another opening, may have changed the file. */
    SqliteFile.Version version() {
        return file.version();
    }

    List<Row> credentials() {
        return file.read("SELECT " + COLUMNS + " FROM credential ORDER BY created_at, id",
                query -> {}, AccessDb::row);
    }

    Creation create(NewCredential wish, Instant now, String by) {
        String token = Secrets.fresh(Secrets.TOKEN);
        Instant at = Instant.ofEpochMilli(now.toEpochMilli());
        var credential = new Credential(UUID.randomUUID().toString(), wish.name(), wish.role(),
                wish.areas(), wish.rate(), at,
                wish.expiresAfter() == null ? null : at.plus(wish.expiresAfter()), null);
        return file.write(() -> {
            Optional<Credential> holder = holder(wish.name());
            if (holder.isPresent()) {
                return new Creation.NameTaken(holder.get());
            }
            file.change("INSERT INTO credential (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,NULL)",
                    insert -> {
                        insert.setString(1, credential.id());
                        insert.setString(2, Secrets.hash(token));
                        insert.setString(3, credential.name());
                        insert.setString(4, credential.role().slug());
                        insert.setString(5, String.join(",", credential.areas()));
                        setLong(insert, 6,
                                credential.rate() == null ? null : credential.rate().longValue());
                        insert.setLong(7, credential.createdAt().toEpochMilli());
                        setLong(insert, 8, millis(credential.expiresAt()));
                    });
            note(CredentialChange.Kind.CREATED, credential.id(), by);
            return new Creation.Created(credential, token);
        });
    }

    Optional<Credential> revoke(String name, Instant now, String by) {
        return file.write(() -> {
            Optional<Credential> holder = holder(name);
            if (holder.isPresent()) {
                file.change("UPDATE credential SET revoked_at = ? WHERE id = ?", update -> {
                    update.setLong(1, now.toEpochMilli());
                    update.setString(2, holder.get().id());
                });
                note(CredentialChange.Kind.REVOKED, holder.get().id(), by);
            }
            return holder.flatMap(it -> file
                    .read("SELECT " + COLUMNS + " FROM credential WHERE id = ?",
                            query -> query.setString(1, it.id()), AccessDb::row)
                    .stream()
                    .findFirst()).map(Row::credential);
        });
    }

    List<NumberedChange> changesAfter(long number) {
        return file.read(
                "SELECT c.number, c.kind, c.made_by, k.id, k.name, k.role, k.areas, k.expires_at"
                        + " FROM change c JOIN credential k ON k.id = c.credential"
                        + " WHERE c.number > ? ORDER BY c.number",
                query -> query.setLong(1, number),
                row -> new NumberedChange(row.getLong("number"),
                        new CredentialChange(
                                named(CredentialChange.Kind.class, row.getString("kind")),
                                row.getString("id"), row.getString("name"),
                                named(Role.class, row.getString("role")),
                                areas(row.getString("areas")), instant(row, "expires_at")),
                        row.getString("made_by")));
    }

    long recordedUpTo() {
        return file.read("SELECT number FROM recorded", query -> {}, row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void recorded(long number) {
        file.write(() -> file.change(
                "INSERT INTO recorded (one, number) VALUES (1, ?)"
                        + " ON CONFLICT (one) DO UPDATE SET number = max(number, excluded.number)",
                insert -> insert.setLong(1, number)));
    }

    void recordAfter(long number) {
        file.write(() -> file.change("UPDATE recorded SET number = min(number, ?)",
                update -> update.setLong(1, number)));
    }

    List<Sessions.Session> sessions() {
        return file.read("SELECT hash, credential, expires_at FROM session", query -> {},
                row -> new Sessions.Session(row.getString("hash"), row.getString("credential"),
                        Instant.ofEpochMilli(row.getLong("expires_at"))));
    }

    void keep(Sessions.Session session) {
        file.write(() -> file.change(
                "INSERT INTO session (hash, credential, expires_at) VALUES (?,?,?)", insert -> {
                    insert.setString(1, session.hash());
                    insert.setString(2, session.credential());
                    insert.setLong(3, session.expiresAt().toEpochMilli());
                }));
    }

    void forget(String session) {
        file.write(() -> file.change("DELETE FROM session WHERE hash = ?",
                delete -> delete.setString(1, session)));
    }

    private Optional<Credential> holder(String name) {
        return file
                .read("SELECT " + COLUMNS
                        + " FROM credential WHERE name = ? AND revoked_at IS NULL",
                        query -> query.setString(1, name), AccessDb::row)
                .stream()
                .findFirst()
                .map(Row::credential);
    }

    private void note(CredentialChange.Kind kind, String credential, String by) {
        file.change("INSERT INTO change (kind, credential, made_by) VALUES (?,?,?)", insert -> {
            insert.setString(1, kind.slug());
            insert.setString(2, credential);
            insert.setString(3, by);
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        long rate = row.getLong("rate");
        boolean hasRate = !row.wasNull();
        Instant created = Instant.ofEpochMilli(row.getLong("created_at"));
        return new Row(row.getString("hash"),
                new Credential(row.getString("id"), row.getString("name"),
                        named(Role.class, row.getString("role")), areas(row.getString("areas")),
                        hasRate ? Math.toIntExact(rate) : null, created, instant(row, "expires_at"),
                        instant(row, "revoked_at")));
    }

    private static <E extends Enum<E> & Slug> E named(Class<E> type, String slug) {
        return Slug.find(type, slug)
                .orElseThrow(() -> new IllegalStateException("access.db holds a "
                        + type.getSimpleName() + " that is not known: " + slug));
    }

    private static List<String> areas(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static void setLong(PreparedStatement statement, int index, @Nullable Long value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setLong(index, value);
        }
    }
}
