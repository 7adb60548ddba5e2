package org.muster.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A dashboard without a screen: follows the reports on the stream, and after every cut goes on from its cursor as soon
 * as the service is there again; when its cursor is unknown by then, it begins anew with the picture.
 */
final class StreamWatcher implements AutoCloseable {
    private static final int UNKNOWN_CURSOR = 4410;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Supplier<URI> service;
    private final String token;
    private final List<RawEntry> entries = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<Integer> closes = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread loop;
    private volatile @Nullable String cursor;
    private volatile boolean stopped;

    StreamWatcher(Supplier<URI> service, String token) {
        this.service = service;
        this.token = token;
        this.loop = Thread.ofVirtual().start(this::follow);
    }

    /** Every entry that came, in the order of its coming. */
    List<RawEntry> entries() {
        return List.copyOf(entries);
    }

    /** What the service complained of. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The codes that the service closed with. */
    List<Integer> closes() {
        return List.copyOf(closes);
    }

    /** How often it was connected. */
    int connections() {
        return connections.get();
    }

    /** Whether it has had its first picture. */
    boolean hasPicture() {
        return cursor != null;
    }

    private void follow() {
        while (!stopped) {
            var connection = new Connection();
            try {
                var socket = client.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .subprotocols("muster.v1")
                        .buildAsync(URI.create(service.get().toString().replaceFirst("^http", "ws")
                                + "api/v1/stream"), connection)
                        .join();
                connections.incrementAndGet();
                var subscribe = Api.JSON.createObjectNode().put("type", "subscribe");
                subscribe.putArray("topics").add("reports");
                if (cursor != null) {
                    subscribe.put("after", cursor);
                }
                socket.sendText(subscribe.toString(), true).join();
                connection.closed.await();
                socket.abort();
            } catch (CompletionException notThere) {
                Eventually.pause();
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    /** What came is taken whole, message by message, and only then is the cursor moved. */
    private void take(String text) {
        var message = Api.parsed(text);
        switch (message.path("type").asText()) {
            case "entries" -> {
                try {
                    entries.addAll(RawEntry.in(text.getBytes(StandardCharsets.UTF_8)));
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                cursor = message.path("cursor").asText();
            }
            case "picture", "live" -> cursor = message.path("cursor").asText();
            case "problem" -> problems.add(text);
            default -> problems.add("not asked for: " + text);
        }
    }

    @Override
    public void close() {
        stopped = true;
        loop.interrupt();
        client.shutdownNow();
    }

    /** One connection's messages; its pieces are joined. */
    private final class Connection implements WebSocket.Listener {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece,
                boolean last) {
            text.append(piece);
            if (last) {
                var whole = text.toString();
                text.setLength(0);
                take(whole);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closes.add(status);
            if (status == UNKNOWN_CURSOR) {
                cursor = null;
            }
            closed.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.countDown();
        }
    }
}
