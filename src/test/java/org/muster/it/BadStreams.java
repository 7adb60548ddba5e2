package org.muster.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.it.BadInput.row;
import static org.muster.it.BadInput.storing;
import static org.muster.push.RawSocket.BINARY;
import static org.muster.push.RawSocket.CONTINUATION;
import static org.muster.push.RawSocket.TEXT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.muster.push.RawSocket;

/** What a client of the stream may not do. */
final class BadStreams {
    private static final int MESSAGE_MAX = 64 * 1024;
    private static final String SUBSCRIBE = "{\"type\":\"subscribe\"}";
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: muster.v1\r\n";
    private static final int STREAMS_MAX = 8;

    private BadStreams() {}

    /** What a client does on an open stream. */
    @FunctionalInterface
    private interface Deed {
        void on(RawSocket socket);
    }

    static List<BadInput> rows() {
        var rows = new ArrayList<>(refused());
        rows.addAll(closed());
        rows.addAll(tooSlow());
        return rows;
    }

    private static List<BadInput> refused() {
        return List.of( //
                handshake("no credential", PROTOCOL, 401),
                handshake("unknown credential", PROTOCOL + "{unknown}", 401),
                handshake("expired credential", PROTOCOL + "{expired}", 401),
                handshake(
                        "unknown ticket", "Sec-WebSocket-Protocol: muster.v1, ticket.abc\r\n", 401),
                handshake("an admin watches", PROTOCOL + "{admin}", 403),
                handshake("another site's page", PROTOCOL + "{desk}Origin: http://evil.example\r\n",
                        403),
                handshake("no subprotocol", "{desk}", 400),
                row("ninth stream", BadStreams::ninthStream).whichStandsAlone());
    }

    private static List<BadInput> closed() {
        return List.of( //
                bytes("invalid UTF-8", 1007, TEXT, (byte) '"', (byte) 0xC0, (byte) 0xAF),
                deed("invalid UTF-8 across frames", 1007, socket -> {
                    socket.send(TEXT, false, new byte[] {'"', (byte) 0xC3});
                    socket.send(CONTINUATION, true, new byte[] {'"'});
                }), //
                deed("65,537 bytes", 1009,
                        socket -> socket.send(TEXT, true, new byte[MESSAGE_MAX + 1])),
                deed("17 fragments", 1009, socket -> {
                    for (var fragment = 0; fragment < 17; fragment++) {
                        socket.send(fragment == 0 ? TEXT : CONTINUATION, false, new byte[] {' '});
                    }
                }), //
                bytes("binary", 1003, BINARY, (byte) '{', (byte) '}'), says("no JSON", 4400, "{"), //
                says("no object", 4400, "[]"), //
                says("unknown type", 4400, "{\"type\":\"unsubscribe\"}"),
                says("unknown field", 4400, "{\"type\":\"subscribe\",\"area\":[]}"),
                says("unknown topic", 4400, "{\"type\":\"subscribe\",\"topics\":[\"all\"]}"),
                says("unknown area", 4400, "{\"type\":\"subscribe\",\"areas\":[\"atlantis\"]}"),
                says("seen before subscribed", 4400, "{\"type\":\"seen\",\"alerts\":[]}"),
                deed("seen without ids", 4400, socket -> {
                    socket.text(SUBSCRIBE);
                    socket.text("{\"type\":\"seen\",\"alerts\":[\"one\"]}");
                }), //
                deed("two subscriptions", 4400, socket -> {
                    socket.text(SUBSCRIBE);
                    socket.text(SUBSCRIBE);
                }), //
                says("unknown cursor", 4410, "{\"type\":\"subscribe\",\"after\":\"elsewhere.1\"}"),
                says("cursor that is none", 4410, "{\"type\":\"subscribe\",\"after\":\"x\"}"));
    }

    private static List<BadInput> tooSlow() {
        return List.of( //
                deed("nothing subscribed", 4400, socket -> {}).whichIsSlow(),
                row("no pong", BadStreams::noPong).whichIsSlow(),
                storing("stuck screen", BadStreams::stuck).whichIsSlow());
    }

    private static BadInput handshake(String name, String headers, int status) {
        return row("stream: " + name, service -> {
            try (var socket = new RawSocket(service.port(),
                    new String(service.filled(headers), UTF_8))) {
                assertThat(socket.status()).as(socket.head()).isEqualTo(status);
                assertThat(socket.head()).contains("application/problem+json");
            }
        });
    }

    private static BadInput bytes(String name, int code, int opcode, byte... payload) {
        return deed(name, code, socket -> socket.send(opcode, true, payload));
    }

    private static BadInput says(String name, int code, String text) {
        return deed(name, code, socket -> socket.text(text));
    }

    /** Before the close a problem says why. */
    private static BadInput deed(String name, int code, Deed deed) {
        return row("stream: " + name, service -> {
            try (var socket = open(service, service.screen())) {
                deed.on(socket);
                var problem = "";
                var frame = socket.read();
                while (!frame.closes()) {
                    problem = frame.text();
                    frame = socket.read();
                }
                assertThat(frame.closeCode()).as(problem).isEqualTo(code);
                assertThat(problem).contains("\"type\":\"problem\"");
            }
        });
    }

    private static void ninthStream(Surroundings service) {
        var open = new ArrayList<RawSocket>();
        try {
            for (var i = 0; i < STREAMS_MAX; i++) {
                open.add(open(service, "far"));
            }
            try (var oneMore = new RawSocket(service.port(),
                    RawSocket.bearer(service.token("far")))) {
                assertThat(oneMore.status()).isEqualTo(429);
            }
        } finally {
            open.forEach(RawSocket::close);
        }
    }

    private static void noPong(Surroundings service) {
        try (var socket = open(service, "auditor")) {
            socket.text(SUBSCRIBE);
            socket.readToCut();
        }
    }

    /** More is sent than its socket takes: it is given up, and nobody else notices. */
    private static List<String> stuck(Surroundings service) throws IOException {
        var before = slowClosed(service);
        var ids = new ArrayList<String>();
        try (var socket = open(service, "auditor"); var http = service.connect()) {
            socket.text(SUBSCRIBE);
            var lines = new StringBuilder();
            for (var i = 0; i < 500; i++) {
                var report = service.update("incident").put("text", "😀".repeat(2_000));
                ids.add(report.path("id").asText());
                lines.append(report).append('\n');
            }
            http.send(service.filled(
                    Surroundings.post("reports", "{desk}" + Surroundings.LINES, lines.toString())));
            var answers = new Api.Answer(200, http.answer().body()).lines();
            assertThat(answers).hasSize(ids.size());
            answers.forEach(new Expected(201)::checkLine);
            Eventually.until("the stuck screen is closed", () -> slowClosed(service) > before,
                    () -> "");
        }
        return ids;
    }

    private static double slowClosed(Surroundings service) {
        return service.metric("muster_stream_slow_closed_total");
    }

    private static RawSocket open(Surroundings service, String who) {
        var socket = new RawSocket(service.port(), RawSocket.bearer(service.token(who)));
        assertThat(socket.status()).isEqualTo(101);
        return socket;
    }
}
