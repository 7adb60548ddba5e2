package org.muster.exercise.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a server sends on a WebSocket (RFC 6455) into messages. One thread. */
final class Frames {
    static final int PONG = 0xA;

    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int FINAL = 0x80;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int ROOM = 4096;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Consumer<String> texts;
    private final Consumer<byte[]> pings;
    private ByteBuffer begun = NOTHING;

    /**
     * @param texts takes each message, a char a byte: only ASCII is looked for in it
     * @param pings takes what is to be answered
     */
    Frames(Consumer<String> texts, Consumer<byte[]> pings) {
        this.texts = texts;
        this.pings = pings;
    }

    /** Takes all of it; what is not whole yet is kept. */
    void take(ByteBuffer chunk) {
        if (begun.position() == 0) {
            cut(chunk);
        }
        if (chunk.hasRemaining()) {
            keep(chunk);
            begun.flip();
            cut(begun);
            begun = begun.hasRemaining() ? begun.compact() : NOTHING;
        }
    }

    private void keep(ByteBuffer chunk) {
        if (begun.remaining() < chunk.remaining()) {
            var larger = ByteBuffer.allocate(begun.position() + chunk.remaining() + ROOM);
            begun = larger.put(begun.flip());
        }
        begun.put(chunk);
    }

    private void cut(ByteBuffer bytes) {
        while (bytes.remaining() >= 2) {
            var at = bytes.position();
            var length = (long) (bytes.get(at + 1) & LENGTH);
            var head = length == SHORT_LENGTH ? 4 : length == LONG_LENGTH ? 10 : 2;
            if (bytes.remaining() < head) {
                return;
            }
            length = switch (head) {
                case 4 -> bytes.getShort(at + 2) & 0xFFFF;
                case 10 -> bytes.getLong(at + 2);
                default -> length;
            };
            if (bytes.remaining() < head + length) {
                return;
            }
            var payload = new byte[Math.toIntExact(length)];
            bytes.get(at + head, payload);
            bytes.position(at + head + payload.length);
            frame(bytes.get(at), payload);
        }
    }

    private void frame(int first, byte[] payload) {
        if ((first & FINAL) == 0 || (first & OPCODE) == 0) {
            throw new IllegalStateException("a message in fragments, which nobody sends here");
        }
        switch (first & OPCODE) {
            case TEXT -> texts.accept(new String(payload, StandardCharsets.ISO_8859_1));
            case PING -> pings.accept(payload);
            default -> {
                // A close is followed by the end of the connection.
            }
        }
    }
}
