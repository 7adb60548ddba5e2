package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.model.Role;
import org.muster.push.RawSocket;

/** Bad input and limits, row by row, each between good reports: nothing is lost, and nothing is left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputIT {
    static final int STRANGERS_BURST = 500;
    private static final int ROUNDS = 3;
    /** What the record itself may have grown by: some thousand reports in the ring of newest entries, some incidents. */
    private static final long LIVE_BYTES_MARGIN = 16L << 20;
    /** As shipped but for deadlines, so that the slow rows are quick, and for strangers, who are one address here. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of("HTTP_HEADER_WITHIN",
            "2s", "HTTP_BODY_WITHIN", "2s", "HTTP_LINE_WITHIN", "2s", "HTTP_IDLE_WITHIN", "3s",
            "STREAM_SUBSCRIBE_WITHIN", "2s", "STREAM_PING_EVERY", "2s", "STREAM_PONG_WITHIN", "1s",
            "STREAM_DRAIN_WITHIN", "2s", "RATES_ADDRESS_PER_SECOND", "100", "RATES_ADDRESS_BURST",
            Integer.toString(STRANGERS_BURST)));

    private ServiceProcess service;
    private Surroundings surroundings;
    private Neighbours neighbours;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var environment = new TreeMap<String, String>();
        SETTINGS.forEach((key, value) -> environment.put("MUSTER_LIMITS_" + key, value));
        service = ServiceProcess.start(data, environment);
        surroundings = new Surroundings(service.url(), data);
        Eventually.until("every credential is noted", () -> noted() == surroundings.credentials(),
                service.output()::toString);
        surroundings.openIncidents();
        neighbours = new Neighbours(surroundings);
        neighbours.moveIn();
    }

    @AfterAll
    void stop() {
        surroundings.access().close();
        service.close();
    }

    static List<BadInput> rows() {
        var rows = new ArrayList<>(BadReports.rows());
        rows.addAll(BadRequests.rows());
        rows.addAll(BadStreams.rows());
        return rows;
    }

    static Stream<BadInput> quickRows() {
        return rows().stream().filter(row -> !row.slow());
    }

    @ParameterizedTest
    @MethodSource("quickRows")
    void each_is_answered_as_promised_between_good_reports(BadInput row) throws Exception {
        neighbours.around(List.of(row));
    }

    @Test
    void what_is_too_slow_is_ended_between_good_reports() throws Exception {
        neighbours.around(rows().stream().filter(BadInput::slow).toList());
    }

    @Test
    void all_at_once_beside_a_sender_they_harm_nobody_and_leave_nothing_behind() throws Exception {
        var together = rows().stream().filter(row -> !row.slow() && !row.alone()).toList();
        neighbours.around(together);
        var vitals = new Vitals(service.pid());
        var live = vitals.liveBytes();
        var open = vitals.descriptors();
        var ids = new ConcurrentLinkedQueue<String>();
        var stop = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sender = threads.submit(() -> {
                while (!stop.get()) {
                    ids.add(surroundings.report(surroundings.update("incident"))
                            .path("id")
                            .asText());
                }
                return ids.size();
            });
            try {
                for (var round = 0; round < ROUNDS; round++) {
                    ids.addAll(neighbours.run(together));
                }
            } finally {
                stop.set(true);
            }
            assertThat(sender.get()).isPositive();
        }
        neighbours.check(ids);
        Eventually.until("descriptors are back at " + open, () -> vitals.descriptors() <= open,
                () -> "still " + vitals.descriptors());
        assertThat(vitals.liveBytes() - live).as("live bytes more than before")
                .isLessThan(LIVE_BYTES_MARGIN);
    }

    @Test
    void the_look_into_the_record_notices_what_is_lost_and_what_is_too_much() {
        var lost = BadInput.storing("lost", service -> List.of(UUID.randomUUID().toString()));
        assertThatThrownBy(() -> neighbours.around(List.of(lost)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("could not find");
        var slipped = BadInput.row("slipped in", service -> service.report(service.good()));
        assertThatThrownBy(() -> neighbours.around(List.of(slipped)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unexpected");
    }

    @Test
    void the_count_of_descriptors_notices_a_connection_that_stays_open() throws Exception {
        var vitals = new Vitals(service.pid());
        assumeTrue(vitals.showDescriptors(), "no /proc: descriptors are not looked at here");
        var before = vitals.descriptors();
        try (var _ = new RawSocket(surroundings.port(),
                RawSocket.bearer(surroundings.token(surroundings.screen())))) {
            assertThat(vitals.descriptors()).isGreaterThan(before);
        }
    }

    @Test
    void a_credential_that_ends_takes_its_streams_and_requests_with_it() throws Exception {
        var access = surroundings.access();
        var before = noted();
        var wish = new NewCredential("leaver", Role.CONTROLLER, List.of(), null, null);
        var token = ((Creation.Created) access.create(wish, "test")).token();
        try (var socket = new RawSocket(surroundings.port(), RawSocket.bearer(token));
                var http = surroundings.connect()) {
            var request = Surroundings.get("areas", "Authorization: Bearer " + token + "\r\n");
            assertThat(http.send(request).answer().status()).isEqualTo(200);
            access.revoke("leaver", "test");
            assertThat(socket.closeCode()).isEqualTo(4401);
            http.send(request);
            new Expected(401, "www-authenticate: Bearer").check(http);
        }
        Eventually.until("both are noted", () -> noted() == before + 2, service.output()::toString);
        neighbours.moveIn();
        neighbours.around(List.of());
    }

    private int noted() {
        try {
            var count = 0;
            for (var entry : surroundings.api("auditor")
                    .get("journal?limit=1000")
                    .path("entries")) {
                count += entry.path("type").asText().equals("access") ? 1 : 0;
            }
            return count;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
