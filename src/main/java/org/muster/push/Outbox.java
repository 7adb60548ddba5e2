package org.muster.push;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The gate before a sink. It holds no entries, only what is left of the messages that were begun: references to shared
 * bytes and how far they are written.
 */
final class Outbox {

    /** A longer message goes out in frames of this size, each only when the one before has drained. */
    static final int FRAME_BYTES = 64 * 1024;

    private static final long NEVER = Long.MIN_VALUE;

    private final Sink sink;
    private final Deque<byte[]> begun = new ArrayDeque<>(4);
    private int written;
    private long fullSince = NEVER;

    Outbox(Sink sink) {
        this.sink = sink;
    }

    /** Writes what is left; whether there is room for another message after that. */
    boolean ready() {
        flush();
        return begun.isEmpty() && !sink.full();
    }

    /** Writes a message, now or as soon as the sink drains; only when {@link #ready()}. */
    void send(byte[] message) {
        begun.add(message);
        flush();
    }

    /** Writes a last message although the sink may be full, unless it would tear another one. */
    void sendLast(byte[] message) {
        if (written == 0) {
            sink.write(message, 0, message.length);
        }
        begun.clear();
    }

    /** The sink has room again. */
    void drained() {
        fullSince = NEVER;
        flush();
    }

    /** How long the sink has been full without draining. */
    long stuckNanos(long now) {
        if (!sink.full()) {
            fullSince = NEVER;
        } else if (fullSince == NEVER) {
            fullSince = now;
        }
        return fullSince == NEVER ? 0 : now - fullSince;
    }

    private void flush() {
        byte[] message = begun.peek();
        while (message != null && !sink.full()) {
            int to = Math.min(message.length, written + FRAME_BYTES);
            sink.write(message, written, to);
            written = to;
            if (to == message.length) {
                begun.remove();
                written = 0;
            }
            message = begun.peek();
        }
    }
}
