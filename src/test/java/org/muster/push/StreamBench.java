package org.muster.push;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;

import org.muster.config.Limits;
import org.muster.model.Role;

/**
 * By hand: {@code StreamBench [sockets] [entries]}. Entries of 600 bytes to many loopback sockets, through the stream
 * and through a plain broadcast that writes each entry to each socket, one after the other in one process. Clients take
 * the same machine, so only the ratio says something.
 */
final class StreamBench {

    private static final String TEXT = "x".repeat(570);
    private static final byte[] SEPARATOR = "\"seq\":".getBytes(StandardCharsets.UTF_8);

    private StreamBench() {}

    /** Prints deliveries a second of both. */
    public static void main(String[] args) throws Exception {
        int sockets = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int entries = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        for (int round = 0; round < 3; round++) {
            System.out.printf("round %d: plain %,d/s", round, plain(sockets, entries));
            System.out.printf(", stream, commit each %,d/s", stream(sockets, entries, 1));
            System.out.printf(", commits of 20 %,d/s%n", stream(sockets, entries, 20));
        }
    }

    private static long stream(int sockets, int entries, int batch) throws Exception {
        Limits shipped = Limits.defaults();
        Limits open = new Limits(shipped.http(), shipped.json(), shipped.stream(),
                new Limits.Connections(sockets, sockets, sockets), shipped.rates(),
                shipped.recorder(), shipped.disk());
        Path folder = Files.createTempDirectory("bench");
        try (Server server = new Server(folder, open)) {
            String token = server.token(Role.CONTROLLER);
            Count count = new Count((long) sockets * entries);
            List<CompletableFuture<Void>> live = new ArrayList<>();
            for (int i = 0; i < sockets; i++) {
                CompletableFuture<Void> caughtUp = new CompletableFuture<>();
                live.add(caughtUp);
                WebSocket socket = Server.await(server.connect(server.options(token)));
                socket.handler(bytes -> {
                    caughtUp.complete(null);
                    count.add(occurrences(bytes.getBytes()));
                });
                Server.await(socket
                        .writeTextMessage("{\"type\":\"subscribe\",\"topics\":[\"reports\"]}"));
            }
            live.forEach(Server::await);
            long began = System.nanoTime();
            for (int i = 1; i <= entries; i++) {
                server.record.report(FakeRecord.A1, TEXT);
                if (i % batch == 0 || i == entries) {
                    server.commit();
                }
            }
            Server.await(count.done);
            return rate((long) sockets * entries, System.nanoTime() - began);
        }
    }

    private static long plain(int sockets, int entries) {
        Vertx vertx = Vertx.vertx();
        List<ServerWebSocket> open = new ArrayList<>();
        HttpServer server = Server
                .await(vertx.createHttpServer().webSocketHandler(open::add).listen(0, "127.0.0.1"));
        Count count = new Count((long) sockets * entries);
        var client = vertx
                .createWebSocketClient(new WebSocketClientOptions().setMaxConnections(sockets));
        for (int i = 0; i < sockets; i++) {
            WebSocket socket = Server
                    .await(client.connect(new WebSocketConnectOptions().setHost("127.0.0.1")
                            .setPort(server.actualPort())
                            .setURI("/")));
            socket.handler(bytes -> count.add(1));
        }
        String message = "{\"seq\":1,\"text\":\"" + TEXT + "\"}";
        long began = System.nanoTime();
        vertx.runOnContext(start -> {
            for (int i = 0; i < entries; i++) {
                open.forEach(socket -> socket.writeTextMessage(message));
            }
        });
        Server.await(count.done);
        long rate = rate((long) sockets * entries, System.nanoTime() - began);
        Server.await(vertx.close());
        return rate;
    }

    private static long rate(long deliveries, long nanos) {
        return deliveries * TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    private static int occurrences(byte[] bytes) {
        int found = 0;
        for (int i = 0; i + SEPARATOR.length <= bytes.length; i++) {
            int k = 0;
            while (k < SEPARATOR.length && bytes[i + k] == SEPARATOR[k]) {
                k++;
            }
            found += k == SEPARATOR.length ? 1 : 0;
        }
        return found;
    }

    /** Completes when enough was counted. */
    private static final class Count {

        final CompletableFuture<Void> done = new CompletableFuture<>();
        private final long due;
        private final AtomicLong counted = new AtomicLong();

        Count(long due) {
            this.due = due;
        }

        void add(long more) {
            if (counted.addAndGet(more) >= due) {
                done.complete(null);
            }
        }
    }
}
