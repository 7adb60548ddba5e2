package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** The load's own little HTTP, against a server that answers what it is told to. */
final class WireTest {
    @Test
    void answers_with_a_length_and_in_chunks_come_whole_one_after_the_other() throws Exception {
        try (var server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            var asked = answering(server, "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nfirst"
                    + "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nsec\r\n3\r\nond\r\n0\r\n\r\n"
                    + "HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n");
            try (var wire = new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"),
                    "secret")) {
                var first = wire.post("/path", "text/plain",
                        "body".getBytes(StandardCharsets.US_ASCII));
                assertThat(first.status()).isEqualTo(201);
                assertThat(first.text()).isEqualTo("first");
                assertThat(wire.get("/other").text()).isEqualTo("second");
                assertThat(wire.get("/third").status()).isEqualTo(429);
                assertThatThrownBy(() -> wire.get("/fourth")).isInstanceOf(IOException.class)
                        .hasMessageContaining("closed");
            }
            assertThat(asked.join()).startsWith("POST /path HTTP/1.1\r\n")
                    .contains("Authorization: Bearer secret\r\n", "Content-Length: 4\r\n\r\nbody");
        }
    }

    /** Answers everything at once to whoever comes, then says no more; the future gives what came first. */
    private static CompletableFuture<String> answering(ServerSocket server, String answers) {
        return CompletableFuture.supplyAsync(() -> {
            try (var socket = server.accept()) {
                var bytes = new byte[4096];
                var count = socket.getInputStream().read(bytes);
                socket.getOutputStream().write(answers.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                while (socket.getInputStream().read(new byte[4096]) >= 0) {
                    // Until the client leaves.
                }
                return new String(bytes, 0, count, StandardCharsets.US_ASCII);
            } catch (IOException broken) {
                return broken.toString();
            }
        });
    }
}
