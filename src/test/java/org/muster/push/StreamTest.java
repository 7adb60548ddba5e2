package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Credential;
import org.muster.model.Rejection;
import org.muster.model.Role;

final class StreamTest {

    private static final String ALL = "{\"type\":\"subscribe\"}";

    private Server server;
    private String token;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = new Server(folder, Server.limits(Duration.ofSeconds(10), Duration.ofSeconds(1)));
        token = server.token(Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(server.errors()).isEmpty();
    }

    @Test
    void a_client_sees_the_picture_and_what_follows_and_resumes_where_it_was_cut() {
        List<JsonObject> first = new ArrayList<>();
        CompletableFuture<String> cut = new CompletableFuture<>();
        WebSocket socket = Server.await(server.connect(server.options(token)));
        socket.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            first.add(message);
            if (message.getString("type").equals("entries")) {
                cut.complete(message.getString("cursor"));
            }
            if (message.getString("type").equals("live")) {
                server.record.open(FakeRecord.A1);
                server.commit();
            }
        });
        assertThat(socket.subProtocol()).isEqualTo(Stream.PROTOCOL);
        Server.await(socket.writeTextMessage(ALL));
        String cursor = Server.await(cut);
        assertThat(first.getFirst().getString("type")).isEqualTo("picture");
        Server.await(socket.close());
        server.record.open(FakeRecord.A1);
        server.commit();
        try (RawSocket again = new RawSocket(server.port, RawSocket.bearer(token))) {
            again.text("{\"type\":\"subscribe\",\"after\":\"" + cursor + "\"}");
            assertThat(again.read().text()).startsWith("{\"type\":\"entries\"")
                    .contains("\"seq\":" + server.record.head());
            assertThat(again.read().text()).startsWith("{\"type\":\"areas\"");
            assertThat(again.read().text()).startsWith("{\"type\":\"incidents\"");
            assertThat(again.read().text()).startsWith("{\"type\":\"protests\"");
            assertThat(again.read().text()).startsWith("{\"type\":\"units\"");
            assertThat(again.read().text()).startsWith("{\"type\":\"alerts\"");
            assertThat(again.read().text()).startsWith("{\"type\":\"live\"");
        }
    }

    @Test
    void who_may_not_watch_is_refused_at_the_handshake() {
        String admin = server.token(Role.ADMIN);
        String protocol = "Sec-WebSocket-Protocol: muster.v1\r\n";
        assertThat(status(protocol)).isEqualTo(401);
        assertThat(status(RawSocket.bearer("nonsense"))).isEqualTo(401);
        assertThat(status(protocol + "Authorization: Basic x\r\n")).isEqualTo(401);
        assertThat(status(RawSocket.bearer(admin))).isEqualTo(403);
        assertThat(status("Authorization: Bearer " + token + "\r\n")).isEqualTo(400);
        assertThat(status(RawSocket.bearer(token) + "Origin: http://evil.example\r\n"))
                .isEqualTo(403);
        assertThat(status(
                RawSocket.bearer(token) + "Origin: http://127.0.0.1:" + server.port + "\r\n"))
                .isEqualTo(101);
    }

    @Test
    void who_keeps_trying_wrong_tokens_or_tickets_is_told_to_wait_and_who_has_a_right_one_is_not() {
        server.tries.set(2);
        assertThat(status(RawSocket.bearer("nonsense"))).isEqualTo(401);
        assertThat(status(RawSocket.bearer("muster_" + "x".repeat(43)))).isEqualTo(401);
        assertThat(status(RawSocket.bearer("nonsense"))).isEqualTo(429);
        assertThat(status("Sec-WebSocket-Protocol: muster.v1, ticket.x\r\n")).isEqualTo(429);
        assertThat(status(RawSocket.bearer(token))).isEqualTo(101);
    }

    @Test
    void a_browser_comes_in_by_a_ticket_once_and_the_ticket_is_not_told_back() {
        String ticket = server.access.ticket(server.access.known(token).orElseThrow(), null);
        String offer = "Sec-WebSocket-Protocol: muster.v1, ticket." + ticket + "\r\n";
        try (RawSocket socket = new RawSocket(server.port, offer)) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.head()).containsIgnoringCase("sec-websocket-protocol: muster.v1\r\n");
            socket.text(ALL);
            assertThat(socket.read().text()).startsWith("{\"type\":\"picture\"");
        }
        assertThat(status(offer)).isEqualTo(401);
    }

    @Test
    void a_stream_ends_with_the_session_it_was_opened_in_and_no_other_does() {
        Credential desk = server.access.known(token).orElseThrow();
        String secret = server.access.openSession(desk).join();
        String offer = "Sec-WebSocket-Protocol: muster.v1, ticket."
                + server.access.ticket(desk, secret) + "\r\n";
        try (RawSocket inSession = new RawSocket(server.port, offer);
                RawSocket byToken = new RawSocket(server.port, RawSocket.bearer(token))) {
            server.access.closeSession(secret).join();
            assertThat(inSession.closeCode()).isEqualTo(4401);
            byToken.text(ALL);
            assertThat(byToken.read().text()).startsWith("{\"type\":\"picture\"");
        }
    }

    @Test
    void compression_is_never_agreed_to() {
        try (RawSocket socket = new RawSocket(server.port, RawSocket.bearer(token)
                + "Sec-WebSocket-Extensions: permessage-deflate, x-webkit-deflate-frame\r\n")) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.head()).doesNotContainIgnoringCase("deflate");
        }
    }

    @Test
    void bad_frames_are_told_and_closed_with_their_codes() {
        byte[] good = ALL.getBytes(StandardCharsets.UTF_8);
        assertThat(closeCode(RawSocket.TEXT, new byte[] {'"', (byte) 0xC3, '"'})).isEqualTo(1007);
        assertThat(closeCode(RawSocket.BINARY, good)).isEqualTo(1003);
        assertThat(closeCode(RawSocket.TEXT, new byte[64 * 1024 + 1])).isEqualTo(1009);
        assertThat(closeCode(RawSocket.TEXT, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(4400);
        try (RawSocket socket = new RawSocket(server.port, RawSocket.bearer(token))) {
            for (int i = 0; i < 17; i++) {
                socket.send(i == 0 ? RawSocket.TEXT : RawSocket.CONTINUATION, false, new byte[1]);
            }
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_message_cut_inside_a_code_point_is_understood() {
        byte[] message = "{\"type\":\"subscribe\",\"areas\":[\"Straße\"]}"
                .getBytes(StandardCharsets.UTF_8);
        int middle = new String(message, StandardCharsets.ISO_8859_1).indexOf(0xC3) + 1;
        try (RawSocket socket = new RawSocket(server.port, RawSocket.bearer(token))) {
            socket.send(RawSocket.TEXT, false, Arrays.copyOf(message, middle));
            socket.send(RawSocket.CONTINUATION, true,
                    Arrays.copyOfRange(message, middle, message.length));
            assertThat(socket.read().text()).contains("/areas/0");
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void a_client_that_reads_nothing_is_closed_and_the_others_get_everything() {
        String other = server.token(Role.SUPERVISOR);
        CompletableFuture<Long> all = new CompletableFuture<>();
        long head = 40_000;
        WebSocket healthy = Server.await(server.connect(server.options(other)));
        long[] seen = {0};
        healthy.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            if (message.getString("type").equals("entries")) {
                seen[0] += message.getJsonArray("entries").size();
            }
            if (seen[0] >= head) {
                all.complete(seen[0]);
            }
        });
        try (RawSocket stuck = new RawSocket(server.port, RawSocket.bearer(token))) {
            stuck.text("{\"type\":\"subscribe\",\"after\":\"e1.0\"}");
            Server.await(healthy.writeTextMessage("{\"type\":\"subscribe\",\"after\":\"e1.0\"}"));
            String words = "x".repeat(600);
            for (int i = 0; i < head; i++) {
                server.record.report(FakeRecord.A1, words);
                if (i % 100 == 99) {
                    server.commit();
                }
            }
            assertThat(Server.await(all)).isEqualTo(head);
            // The client drains nothing, so the close frame cannot reach it: it is cut.
            Server.await(Polling.until(
                    () -> server.registry.get("muster.stream.slow.closed").counter().count() == 1));
            Server.await(Polling.until(
                    () -> server.registry.get("muster.stream.clients").gauge().value() == 1));
            Server.await(Polling.until(stuck::isCut));
        }
    }

    @Test
    void too_many_streams_of_one_credential_are_refused_until_one_is_closed() {
        List<RawSocket> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            open.add(new RawSocket(server.port, RawSocket.bearer(token)));
        }
        assertThat(status(RawSocket.bearer(token))).isEqualTo(429);
        open.removeLast().close();
        Server.await(Polling.until(() -> status(RawSocket.bearer(token)) == 101));
        open.forEach(RawSocket::close);
    }

    @Test
    void a_revoked_credential_is_closed_4401_and_a_leaving_service_closes_1001() {
        String desk = server.token(Role.SUPERVISOR);
        try (RawSocket revoked = new RawSocket(server.port, RawSocket.bearer(desk));
                RawSocket stays = new RawSocket(server.port, RawSocket.bearer(token))) {
            revoked.text(ALL);
            revoked.read();
            stays.text(ALL);
            stays.read();
            server.access.revoke("supervisor0", "test");
            assertThat(revoked.closeCode()).isEqualTo(4401);
            server.watchers.closeAll(
                    new Rejection(Rejection.Code.RECORDER_STOPPED, "Recording has stopped"));
            assertThat(stays.closeCode()).isEqualTo(1001);
        }
    }

    private int status(String headers) {
        try (RawSocket socket = new RawSocket(server.port, headers)) {
            return socket.status();
        }
    }

    private int closeCode(int opcode, byte[] payload) {
        try (RawSocket socket = new RawSocket(server.port, RawSocket.bearer(token))) {
            socket.send(opcode, true, payload);
            assertThat(socket.read().text()).startsWith("{\"type\":\"problem\"");
            return socket.closeCode();
        }
    }
}
