package org.muster.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.muster.config.SignIn;

/**
 * The credentials of one data folder, in {@code access.db}. The service and the command line may have it open at once:
 * what the one changes, the other sees at its next {@link #poll()}. Any thread; what may block says so.
 */
public final class Access implements AutoCloseable {
    /** The file in the data folder. */
    public static final String FILE = "access.db";

    private final AccessDb db;
    private final InstantSource time;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<String>> endedListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> sessionListeners = new CopyOnWriteArrayList<>();
    private final SignIn signIn;
    private final Looks looks;
    private final Sessions sessions;
    private final Tickets tickets;
    private final Object polling = new Object();
    private SqliteFile.@Nullable Version seenVersion;
    private Set<String> validAtLastPoll = Set.of();
    private volatile Known known = new Known(Map.of(), Map.of());

    /** All credentials, by the hash of the token and by id. */
    private record Known(Map<String, Credential> byHash, Map<String, Credential> byId) {}

    private Access(AccessDb db, InstantSource time, SignIn signIn) {
        this.db = db;
        this.time = time;
        this.signIn = signIn;
        this.looks = new Looks(this::poll, workers,
                Duration.ofSeconds(1).dividedBy(signIn.looksPerSecond()));
        this.sessions = new Sessions(db, time, signIn.sessionFor(),
                hash -> sessionListeners.forEach(listener -> listener.accept(hash)));
        this.tickets = new Tickets(time, signIn.ticketFor());
    }

    /**
     * Opens the file and makes it when it is missing, readable by its owner alone. Blocks.
     *
     * @throws AccessException when it cannot be used
     */
    public static Access open(Path dataFolder, InstantSource time, SignIn signIn) {
        var access = new Access(AccessDb.open(dataFolder.resolve(FILE)), time, signIn);
        access.poll();
        return access;
    }

    /** The valid credential of a token, from memory alone; never blocks. */
    public Optional<Credential> known(String token) {
        return Secrets.isSecret(Secrets.TOKEN, token)
                ? valid(known.byHash().get(Secrets.hash(token)))
                : Optional.empty();
    }

    /**
     * The valid credential of a token, which may have been made a moment ago by the command line. Never blocks: the
     * future completes at once or on a virtual thread, and fails when the file cannot be read. However many unknown
     * tokens come, the file is looked at only so many times a second.
     */
    public CompletableFuture<Optional<Credential>> find(String token) {
        Optional<Credential> found = known(token);
        return found.isPresent() || !Secrets.isSecret(Secrets.TOKEN, token)
                ? CompletableFuture.completedFuture(found)
                : looks.next().thenApply(looked -> known(token));
    }

    /** The credentials that are valid now, from memory; never blocks. */
    public List<Credential> live() {
        Instant now = time.instant();
        return known.byId().values().stream().filter(it -> it.isValidAt(now)).toList();
    }

    /** All credentials, the revoked and expired too, oldest first. Blocks. */
    public List<Credential> all() {
        return db.credentials().stream().map(AccessDb.Row::credential).toList();
    }

    /** Makes a credential and its token. Blocks until it is on disk. */
    public Creation create(NewCredential wish, String by) {
        Creation creation = db.create(wish, time.instant(), by);
        reload();
        return creation;
    }

    /** Revokes the credential of this name; empty when there is none to revoke. Blocks until it is on disk. */
    public Optional<Credential> revoke(String name, String by) {
        Optional<Credential> revoked = db.revoke(name, time.instant(), by);
        reload();
        return revoked;
    }

    /**
     * Looks whether the file was changed by somebody else and which credentials ended since the last time; tells the
     * listeners before it returns. Blocks; the service calls it every second.
     */
    public void poll() {
        synchronized (polling) {
            SqliteFile.Version version = db.version();
            if (!version.equals(seenVersion)) {
                load();
                seenVersion = version;
            }
            tellEnded();
        }
    }

    /** Hears the id of each credential that was revoked or expired, on the polling thread; must only hand over. */
    public void onEnded(Consumer<String> listener) {
        endedListeners.add(listener);
    }

    /** What happened to credentials after a change's number, oldest first. Blocks. */
    public List<NumberedChange> changesAfter(long number) {
        return db.changesAfter(number);
    }

    /** The number up to which changes are in the record; see {@link #recorded(long)}. Blocks. */
    public long recordedUpTo() {
        return db.recordedUpTo();
    }

    /** Remembers, in the file, that the changes up to this number are in the record. Blocks. */
    public void recorded(long number) {
        db.recorded(number);
    }

    /** Has the changes after this number recorded, also when they are: for a copy whose record may lack them. Blocks. */
    public void recordAfter(long number) {
        db.recordAfter(number);
    }

    /** How long a browser's session lasts at most. */
    public Duration sessionFor() {
        return signIn.sessionFor();
    }

    /** A browser's session for a credential: the secret of its cookie. Completes when it is on disk. */
    public CompletableFuture<String> openSession(Credential credential) {
        return CompletableFuture.supplyAsync(() -> sessions.open(credential.id()), workers);
    }

    /** The valid credential of a session, from memory; never blocks. */
    public Optional<Credential> session(String secret) {
        return sessions.credential(secret).flatMap(id -> valid(known.byId().get(id)));
    }

    /** Ends a session; completes when that is on disk. */
    public CompletableFuture<Void> closeSession(String secret) {
        return CompletableFuture.runAsync(() -> sessions.close(secret), workers);
    }

    /**
     * A one-time ticket for a browser's stream; never blocks.
     *
     * @param session secret of the session it is asked for in, with which it ends; null outside of one
     */
    public String ticket(Credential credential, @Nullable String session) {
        return tickets.issue(credential.id(), session == null ? null : Secrets.hash(session));
    }

    /** Whom a ticket admits, once; never blocks. */
    public Optional<Admission> redeem(String ticket) {
        return tickets.redeem(ticket)
                .filter(found -> found.session() == null || sessions.isOpen(found.session()))
                .flatMap(found -> valid(known.byId().get(found.credential()))
                        .map(credential -> new Admission(credential, found.session())));
    }

    /** Hears the name of each session that was signed out or has expired, as in {@link Admission}; must only hand over. */
    public void onSessionEnded(Consumer<String> listener) {
        sessionListeners.add(listener);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        db.close();
    }

    private Optional<Credential> valid(@Nullable Credential credential) {
        return Optional.ofNullable(credential).filter(it -> it.isValidAt(time.instant()));
    }

    private void reload() {
        synchronized (polling) {
            load();
            tellEnded();
        }
    }

    private void load() {
        var byHash = new HashMap<String, Credential>();
        var byId = new HashMap<String, Credential>();
        for (AccessDb.Row row : db.credentials()) {
            byHash.put(row.hash(), row.credential());
            byId.put(row.credential().id(), row.credential());
        }
        known = new Known(Map.copyOf(byHash), Map.copyOf(byId));
    }

    private void tellEnded() {
        Instant now = time.instant();
        var valid = new HashSet<String>();
        known.byId().forEach((id, credential) -> {
            if (credential.isValidAt(now)) {
                valid.add(id);
            }
        });
        Set<String> before = validAtLastPoll;
        validAtLastPoll = valid;
        before.stream()
                .filter(id -> !valid.contains(id))
                .sorted()
                .forEach(id -> endedListeners.forEach(listener -> listener.accept(id)));
        sessions.dropExpired();
    }
}
