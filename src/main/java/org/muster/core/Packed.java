package org.muster.core;

import java.util.Arrays;
import java.util.Base64;

/**
 * Many whole numbers in a short text: seven bits a byte, sign in the lowest bit, the bytes in base 64. Small numbers
 * take one byte, so differences are what to write.
 */
final class Packed {

    private static final int BYTES_FIRST = 64;
    private static final int BYTES_OF_A_LONG = 10;
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private Packed() {}

    /** Collects numbers. */
    static final class Writer {

        private byte[] bytes = new byte[BYTES_FIRST];
        private int size;

        Writer add(long number) {
            if (size + BYTES_OF_A_LONG > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            long rest = (number << 1) ^ (number >> (Long.SIZE - 1));
            while ((rest & -MORE) != 0) {
                bytes[size++] = (byte) ((rest & (MORE - 1)) | MORE);
                rest >>>= BITS;
            }
            bytes[size++] = (byte) rest;
            return this;
        }

        String text() {
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, size));
        }
    }

    /** Gives the numbers back in the order they were written. */
    static final class Reader {

        private final byte[] bytes;
        private int next;

        Reader(String text) {
            bytes = Base64.getDecoder().decode(text);
        }

        boolean hasMore() {
            return next < bytes.length;
        }

        long read() {
            long rest = 0;
            int shift = 0;
            byte part;
            do {
                part = bytes[next++];
                rest |= (long) (part & (MORE - 1)) << shift;
                shift += BITS;
            } while ((part & MORE) != 0);
            return (rest >>> 1) ^ -(rest & 1);
        }

        int readInt() {
            return Math.toIntExact(read());
        }
    }
}
