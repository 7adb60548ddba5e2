package org.muster.exercise.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that come in, through a buffer. One thread. */
final class Incoming {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int LINE_MAX = 8 * 1024;

    private final InputStream from;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;

    Incoming(InputStream from) {
        this.from = from;
    }

    /** The next byte. Blocks. */
    byte next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++];
    }

    /** As many as there are at once, at least one, at most {@code length}. Blocks. */
    int some(byte[] into, int offset, int length) throws IOException {
        if (position == limit) {
            fill();
        }
        var count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Exactly as many. Blocks. */
    byte[] exactly(int count) throws IOException {
        var bytes = new byte[count];
        for (var have = 0; have < count;) {
            have += some(bytes, have, count - have);
        }
        return bytes;
    }

    /** A line of a header without its end. Blocks. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (var next = next(); next != '\n'; next = next()) {
            if (next != '\r') {
                line.append((char) next);
            }
            if (line.length() > LINE_MAX) {
                throw new IOException("a line of a header does not end");
            }
        }
        return line.toString();
    }

    private void fill() throws IOException {
        limit = from.read(buffer);
        position = 0;
        if (limit <= 0) {
            limit = 0;
            throw new EOFException("the other side closed the connection");
        }
    }
}
