package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.config.Limits;
import org.muster.door.RawHttp;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** A batch: a line of answer for each line, in order, however it comes and whatever becomes of the lines. */
final class BatchTest {

    @TempDir
    private Path folder;
    private ReportsServer server;
    private String token;

    @BeforeEach
    void start() {
        server = new ReportsServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_bad_line_does_not_spoil_its_neighbours() throws Exception {
        String good = ReportsServer.good();
        String batch = String.join("\n", good, "", "{\"x\":", " \t\r", "[]", good + "\r",
                "x".repeat(64 * 1024 + 1), "{}", ReportsServer.good());
        List<JsonNode> answers = send(batch.getBytes(StandardCharsets.UTF_8), 1 << 20,
                new Random(1));
        assertThat(answers).extracting(line -> line.path("line").asInt())
                .containsExactly(1, 3, 5, 6, 7, 8, 9);
        assertThat(answers).extracting(line -> line.path("status").asInt())
                .containsExactly(201, 400, 422, 200, 413, 422, 201);
        assertThat(answers.get(0).path("leafHash").asText()).isNotEmpty();
        assertThat(answers.get(2).path("code").asText()).isEqualTo("invalid");
        assertThat(server.recording.stored()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ten_thousand_lines_cut_anywhere_give_the_same_answers(long seed) throws Exception {
        Random chance = new Random(seed);
        var expected = new ArrayList<String>();
        var batch = new ByteArrayOutputStream();
        for (int line = 1; line <= 10_000; line++) {
            String end = chance.nextInt(10) == 0 ? "\r\n" : "\n";
            int kind = chance.nextInt(20);
            String text = kind == 0 ? ""
                    : kind == 1 ? "{"
                            : kind == 2 ? "{\"é\":1}"
                                    : ReportsServer.good(new UUID(chance.nextLong(), line));
            batch.writeBytes((text + (line == 10_000 ? "" : end)).getBytes(StandardCharsets.UTF_8));
            if (kind > 0) {
                expected.add(line + " " + (kind == 1 ? 400 : kind == 2 ? 422 : 201));
            }
        }
        List<JsonNode> answers = send(batch.toByteArray(), 3000, chance);
        assertThat(answers)
                .extracting(line -> line.path("line").asInt() + " " + line.path("status").asInt())
                .containsExactlyElementsOf(expected);
        assertThat(server.recording.mostUnderWay()).isLessThanOrEqualTo(2000);
    }

    @Test
    void answers_come_in_the_order_of_the_lines_whatever_order_they_were_recorded_in_seed_5()
            throws Exception {
        server.recording.hold();
        var batch = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            batch.append(ReportsServer.good()).append('\n');
        }
        CompletableFuture<List<JsonNode>> answers = sendLater(batch.toString());
        server.recording.awaitHeld(500);
        server.recording.release(new Random(5));
        assertThat(answers.join()).hasSize(500)
                .extracting(line -> line.path("line").asInt())
                .isSorted();
    }

    @Test
    void no_more_than_2000_lines_are_under_way_while_nothing_is_recorded() throws Exception {
        server.recording.hold();
        var batch = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            batch.append(ReportsServer.good()).append('\n');
        }
        CompletableFuture<List<JsonNode>> answers = sendLater(batch.toString());
        server.recording.awaitHeld(2000);
        server.recording.release(new Random(6));
        assertThat(answers.join()).hasSize(5000)
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(201));
        assertThat(server.recording.mostUnderWay()).isEqualTo(2000);
    }

    @Test
    void a_line_waits_while_the_recorder_has_no_place_and_none_overtakes_it() throws Exception {
        server.recording.busyFor(5);
        var batch = new StringBuilder();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            batch.append(ReportsServer.good(id)).append('\n');
        }
        assertThat(sendLater(batch.toString()).join()).hasSize(20)
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(201));
        assertThat(server.recording.stored()).extracting(stored -> stored.report().id())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void a_recorder_that_has_stopped_answers_each_line() throws Exception {
        server.recording.stop(Rejection.Code.RECORDER_STOPPED);
        var batch = (ReportsServer.good() + "\n").repeat(5000);
        assertThat(sendLater(batch).join()).hasSize(5000)
                .allSatisfy(line -> assertThat(line.path("status").asInt()).isEqualTo(503));
    }

    @Test
    void a_batch_without_a_line_is_answered_with_none() throws Exception {
        assertThat(send(new byte[0], 1, new Random(1))).isEmpty();
        assertThat(send("\n \n\r\n".getBytes(StandardCharsets.UTF_8), 2, new Random(1))).isEmpty();
    }

    @Test
    void a_batch_that_brings_no_line_in_time_ends_with_a_last_line_that_says_so() throws Exception {
        Limits.Http quick = ReportsServer.within(Duration.ofSeconds(10), Duration.ofMillis(300));
        try (ReportsServer hasty = new ReportsServer(folder.resolve("."), quick);
                RawHttp http = new RawHttp(hasty.port())) {
            http.send(head(token))
                    .chunk((ReportsServer.good() + "\n{\"obs").getBytes(StandardCharsets.UTF_8));
            List<JsonNode> answers = lines(http.answer().body());
            assertThat(answers).extracting(line -> line.path("status").asInt())
                    .containsExactly(201, 408);
            assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void a_batch_ends_soon_after_its_credential() throws Exception {
        server.recording.hold();
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(token))
                    .chunk((ReportsServer.good() + "\n").getBytes(StandardCharsets.UTF_8));
            server.recording.awaitHeld(1);
            server.access.revoke("desk-1", "test");
            server.recording.release(new Random(9));
            List<JsonNode> answers = lines(http.answer().body());
            assertThat(answers.getLast().path("status").asInt()).isEqualTo(401);
            assertThat(http.isClosed()).isTrue();
        }
    }

    @Test
    void what_was_handed_in_stays_recorded_when_the_sender_leaves() throws Exception {
        server.recording.hold();
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(token))
                    .chunk((ReportsServer.good() + "\n").repeat(1)
                            .getBytes(StandardCharsets.UTF_8));
            server.recording.awaitHeld(1);
        }
        server.recording.release(new Random(8));
        assertThat(server.post(token, ReportsServer.good()).statusCode()).isEqualTo(201);
        assertThat(server.recording.stored()).hasSize(2);
    }

    private CompletableFuture<List<JsonNode>> sendLater(String batch) {
        var answers = new CompletableFuture<List<JsonNode>>();
        Thread.startVirtualThread(() -> {
            try {
                answers.complete(
                        send(batch.getBytes(StandardCharsets.UTF_8), 60_000, new Random(4)));
            } catch (Exception failed) {
                answers.completeExceptionally(failed);
            }
        });
        return answers;
    }

    /** Sends a batch in chunks of random sizes while it reads the answer. */
    private List<JsonNode> send(byte[] batch, int chunkMax, Random chance) throws Exception {
        try (RawHttp http = new RawHttp(server.port())) {
            http.send(head(token));
            Thread writing = Thread.startVirtualThread(() -> {
                try {
                    for (int at = 0; at < batch.length;) {
                        int end = Math.min(batch.length, at + 1 + chance.nextInt(chunkMax));
                        http.chunk(Arrays.copyOfRange(batch, at, end));
                        at = end;
                    }
                    http.chunk(new byte[0]);
                } catch (IOException closed) {
                    // The answer tells.
                }
            });
            RawHttp.Answer answer = http.answer();
            writing.join();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("content-type")).isEqualTo("application/x-ndjson");
            return lines(answer.body());
        }
    }

    private static String head(String token) {
        return "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static List<JsonNode> lines(String body) throws Exception {
        var lines = new ArrayList<JsonNode>();
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(ReportsServer.json(line));
            }
        }
        return lines;
    }
}
