package org.muster.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.config.SignIn;
import org.muster.model.CredentialChange;
import org.muster.model.Role;

/** Credentials in a real file, opened twice as by the service and the command line. */
final class AccessTest {
    @TempDir
    private Path folder;

    private final FakeTime time = new FakeTime();
    private Access service;
    private Access commandLine;

    @BeforeEach
    void open() {
        service = Access.open(folder, time, SignIn.defaults());
        commandLine = Access.open(folder, time, SignIn.defaults());
    }

    @AfterEach
    void close() {
        service.close();
        commandLine.close();
    }

    @Test
    void a_revocation_by_the_command_line_is_seen_although_a_write_failed_and_the_file_is_open_anew()
            throws SQLException {
        var made = create(service, "RT21", Role.FIELD, null);
        breakSessions();
        service.close();
        service = Access.open(folder, time, SignIn.defaults());
        List<String> ended = new ArrayList<>();
        service.onEnded(ended::add);
        commandLine.revoke("RT21", "cli");
        assertThatThrownBy(() -> service.openSession(made.credential()).join())
                .hasCauseInstanceOf(AccessException.class);
        service.poll();
        assertThat(service.known(made.token())).isEmpty();
        assertThat(ended).containsExactly(made.credential().id());
    }

    /** From now on no session can be written. */
    private void breakSessions() throws SQLException {
        try (Connection other = DriverManager
                .getConnection("jdbc:sqlite:" + folder.resolve(Access.FILE));
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TRIGGER broken BEFORE INSERT ON session"
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END");
        }
    }

    @Test
    void a_token_opens_the_door_to_what_was_created() {
        var made = create(service, "RT21", Role.FIELD, null);
        assertThat(made.token()).matches("muster_[A-Za-z0-9_-]{43}");
        assertThat(service.known(made.token())).contains(made.credential());
        assertThat(made.credential().actor().name()).isEqualTo("RT21");
        assertThat(made.credential().areas()).containsExactly("rotherham");
    }

    @Test
    void a_token_made_by_the_command_line_is_found_at_once_and_known_from_then_on() {
        var made = create(commandLine, "RT21", Role.FIELD, null);
        assertThat(service.known(made.token())).isEmpty();
        assertThat(await(service.find(made.token()))).contains(made.credential());
        assertThat(service.known(made.token())).contains(made.credential());
    }

    @Test
    void a_revocation_is_seen_by_the_second_opening_after_its_poll() {
        var made = create(service, "RT21", Role.FIELD, null);
        var ended = new ArrayList<String>();
        service.onEnded(ended::add);
        service.poll();
        assertThat(commandLine.revoke("RT21", "command-line")).isPresent();
        assertThat(service.known(made.token())).isPresent();
        service.poll();
        assertThat(service.known(made.token())).isEmpty();
        assertThat(await(service.find(made.token()))).isEmpty();
        assertThat(ended).containsExactly(made.credential().id());
        service.poll();
        assertThat(ended).hasSize(1);
    }

    @Test
    void what_expires_ends_by_itself_and_listeners_hear_of_it() {
        var made = create(service, "RT21", Role.FIELD, Duration.ofHours(12));
        var ended = new ArrayList<String>();
        service.onEnded(ended::add);
        time.pass(Duration.ofHours(12).minusMillis(1));
        service.poll();
        assertThat(service.known(made.token())).isPresent();
        time.pass(Duration.ofMillis(1));
        assertThat(service.known(made.token())).isEmpty();
        assertThat(ended).isEmpty();
        service.poll();
        assertThat(ended).containsExactly(made.credential().id());
    }

    @Test
    void a_name_is_taken_until_it_is_revoked() {
        var first = create(service, "RT21", Role.FIELD, null);
        assertThat(commandLine.create(wish("RT21", Role.VIEWER, null), "command-line"))
                .isEqualTo(new Creation.NameTaken(first.credential()));
        service.revoke("RT21", "command-line");
        assertThat(service.revoke("RT21", "command-line")).isEmpty();
        var second = create(commandLine, "RT21", Role.VIEWER, null);
        assertThat(second.credential().id()).isNotEqualTo(first.credential().id());
        assertThat(service.all()).extracting(Credential::role)
                .containsExactlyInAnyOrder(Role.FIELD, Role.VIEWER);
    }

    @Test
    void no_secret_is_in_any_file() throws IOException {
        var made = create(service, "RT21", Role.FIELD, null);
        String session = await(service.openSession(made.credential()));
        service.ticket(made.credential(), null);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : List.of(made.token(), session)) {
                    assertThat(content).doesNotContain(secret)
                            .doesNotContain(secret.substring(secret.indexOf('_') + 1));
                }
            }
        }
    }

    @Test
    void the_files_are_their_owners_alone() throws IOException {
        create(service, "RT21", Role.FIELD, null);
        try (var files = Files.list(folder)) {
            assertThat(files.toList()).hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "muster_", "x",
            "Bearer muster_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "muster_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_token_of_ours_finds_nothing(String text) {
        assertThat(service.known(text)).isEmpty();
        assertThat(await(service.find(text))).isEmpty();
    }

    @Test
    void every_change_is_listed_once_for_the_record() {
        create(service, "RT21", Role.FIELD, null);
        create(commandLine, "desk-2", Role.CONTROLLER, Duration.ofDays(30));
        commandLine.revoke("RT21", "somebody");
        List<NumberedChange> changes = service.changesAfter(0);
        assertThat(changes).extracting(NumberedChange::number).containsExactly(1L, 2L, 3L);
        assertThat(changes).extracting(change -> change.change().kind())
                .containsExactly(CredentialChange.Kind.CREATED, CredentialChange.Kind.CREATED,
                        CredentialChange.Kind.REVOKED);
        assertThat(changes.getLast().by()).isEqualTo("somebody");
        assertThat(changes.get(1).change().expiresAt()).isNotNull();
        assertThat(service.changesAfter(2)).containsExactly(changes.getLast());
        assertThat(service.recordedUpTo()).isZero();
        service.recorded(3);
        service.recorded(2);
        assertThat(commandLine.recordedUpTo()).isEqualTo(3);
        commandLine.recordAfter(5);
        assertThat(service.recordedUpTo()).isEqualTo(3);
        commandLine.recordAfter(1);
        assertThat(service.recordedUpTo()).isEqualTo(1);
    }

    @Test
    void a_session_survives_a_restart_and_ends_with_its_credential_its_time_or_its_close() {
        var made = create(service, "desk-2", Role.CONTROLLER, null);
        String kept = await(service.openSession(made.credential()));
        String closed = await(service.openSession(made.credential()));
        service.closeSession(closed).join();
        service.close();
        service = Access.open(folder, time, SignIn.defaults());
        assertThat(service.session(kept)).contains(made.credential());
        assertThat(service.session(closed)).isEmpty();
        assertThat(service.session(made.token())).isEmpty();
        time.pass(SignIn.defaults().sessionFor());
        assertThat(service.session(kept)).isEmpty();
        String later = await(service.openSession(made.credential()));
        service.revoke("desk-2", "command-line");
        assertThat(service.session(later)).isEmpty();
    }

    @Test
    void a_credential_has_at_most_twenty_sessions_and_the_oldest_goes() {
        var made = create(service, "desk-2", Role.CONTROLLER, null);
        var secrets = IntStream.range(0, 21).mapToObj(i -> {
            time.pass(Duration.ofSeconds(1));
            return await(service.openSession(made.credential()));
        }).toList();
        assertThat(service.session(secrets.getFirst())).isEmpty();
        assertThat(secrets.subList(1, 21)).allMatch(secret -> service.session(secret).isPresent());
    }

    @Test
    void a_ticket_opens_once_and_for_thirty_seconds() {
        var made = create(service, "desk-2", Role.CONTROLLER, null);
        String ticket = service.ticket(made.credential(), null);
        assertThat(service.redeem(ticket)).contains(new Admission(made.credential(), null));
        assertThat(service.redeem(ticket)).isEmpty();
        String late = service.ticket(made.credential(), null);
        time.pass(Duration.ofSeconds(30));
        assertThat(service.redeem(late)).isEmpty();
        String ended = service.ticket(made.credential(), null);
        service.revoke("desk-2", "command-line");
        assertThat(service.redeem(ended)).isEmpty();
        assertThat(service.redeem("")).isEmpty();
    }

    @Test
    void who_signs_out_takes_tickets_and_streams_along() {
        var made = create(service, "desk-2", Role.CONTROLLER, null);
        List<String> ended = new ArrayList<>();
        service.onSessionEnded(ended::add);
        String secret = service.openSession(made.credential()).join();
        String session = service.redeem(service.ticket(made.credential(), secret))
                .orElseThrow()
                .session();
        assertThat(session).isNotNull().isNotEqualTo(secret);
        String unused = service.ticket(made.credential(), secret);
        service.closeSession(secret).join();
        assertThat(service.redeem(unused)).isEmpty();
        assertThat(ended).containsExactly(session);
    }

    @Test
    void both_sides_may_write_at_once() {
        var writers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture
                        .runAsync(() -> create(i % 2 == 0 ? service : commandLine, "U" + i,
                                Role.FIELD, null)))
                .toList();
        writers.forEach(AccessTest::await);
        assertThat(service.all()).hasSize(40);
        assertThat(service.changesAfter(0)).extracting(NumberedChange::number)
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
    }

    @Test
    void a_file_of_another_version_or_no_file_of_ours_is_refused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve(Access.FILE),
                "this is not a database, nor will it be one. ".repeat(50));
        assertThatThrownBy(() -> Access.open(other, time, SignIn.defaults()))
                .isInstanceOf(AccessException.class)
                .hasMessageContaining(Access.FILE);
        assertThatThrownBy(() -> Access.open(folder.resolve("none"), time, SignIn.defaults()))
                .isInstanceOf(AccessException.class)
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "system", "-a", "two words", "a/organiser", "ü"})
    void names_that_would_confuse_are_refused(String name) {
        assertThatThrownBy(() -> wish(name, Role.FIELD, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Creation.Created create(Access access, String name, Role role,
            @Nullable Duration expires) {
        return switch (access.create(wish(name, role, expires), "command-line")) {
            case Creation.Created created -> created;
            case Creation.NameTaken taken -> throw new IllegalStateException("taken: " + taken);
        };
    }

    private static NewCredential wish(String name, Role role, @Nullable Duration expires) {
        return new NewCredential(name, role, List.of("rotherham"), expires, null);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
