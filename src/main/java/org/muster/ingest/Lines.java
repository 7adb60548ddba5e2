package org.muster.ingest;

import java.util.Arrays;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of chunks into lines, wherever the chunks were cut. Keeps one chunk and the beginning of one line, which
 * is never longer than a line may be.
 */
final class Lines {

    /**
     * A line without its end; blank ones are not given but counted.
     *
     * @param number from 1
     * @param bytes shared, only good until the next call
     * @param tooLong whether it is over the limit; its bytes are gone then
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
    record Line(long number, byte[] bytes, int offset, int length, boolean tooLong) {}

    private static final byte[] NOTHING = {};

    private final int bytesMax;
    private byte[] chunk = NOTHING;
    private int at;
    private byte[] begun = NOTHING;
    private int begunLength;
    private boolean tooLong;
    private boolean last;
    private long number;

    Lines(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** Takes the next chunk; only when {@link #next()} gave null. */
    void add(Buffer next) {
        if (at < chunk.length) {
            throw new IllegalStateException("a chunk before the last one was used up");
        }
        chunk = next.getBytes();
        at = 0;
    }

    /** No chunk follows: what has begun is a line, too. */
    void end() {
        last = true;
    }

    /** Forgets what was not given yet. */
    void drop() {
        chunk = NOTHING;
        at = 0;
        begunLength = 0;
        tooLong = false;
    }

    /** Whole lines so far, blank ones too. */
    long number() {
        return number;
    }

    /** Whether more lines may come without another chunk. */
    boolean hasMore() {
        return at < chunk.length || (last && (begunLength > 0 || tooLong));
    }

    /** The next line that is whole, or null when another chunk is needed. */
    @Nullable
    Line next() {
        while (hasMore()) {
            int end = at;
            while (end < chunk.length && chunk[end] != '\n') {
                end++;
            }
            boolean whole = end < chunk.length || last;
            Line line = whole ? line(end) : null;
            if (!whole) {
                keep(end);
            }
            at = Math.min(end + 1, chunk.length);
            if (line != null) {
                return line;
            }
        }
        chunk = NOTHING;
        at = 0;
        return null;
    }

    /** The line that ends before {@code end}; null when it is blank. */
    private @Nullable Line line(int end) {
        number++;
        byte[] bytes = chunk;
        int offset = at;
        int length = end - at;
        if (begunLength > 0 || tooLong) {
            keep(end);
            bytes = begun;
            offset = 0;
            length = begunLength;
        }
        boolean over = tooLong;
        begunLength = 0;
        tooLong = false;
        if (!over) {
            if (length > 0 && bytes[offset + length - 1] == '\r') {
                length--;
            }
            over = length > bytesMax;
        }
        if (over) {
            return new Line(number, NOTHING, 0, 0, true);
        }
        return isBlank(bytes, offset, length) ? null
                : new Line(number, bytes, offset, length, false);
    }

    /** Keeps the rest of the chunk up to {@code end} as the beginning of a line. */
    private void keep(int end) {
        int more = end - at;
        // One more than the limit, for a carriage return that does not count.
        if (tooLong || begunLength + more > bytesMax + 1) {
            tooLong = true;
            begunLength = 0;
            begun = NOTHING;
            return;
        }
        if (begun.length < begunLength + more) {
            int room = Math.max(2 * begun.length, begunLength + more);
            begun = Arrays.copyOf(begun, Math.min(room, bytesMax + 1));
        }
        System.arraycopy(chunk, at, begun, begunLength, more);
        begunLength += more;
    }

    private static boolean isBlank(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
