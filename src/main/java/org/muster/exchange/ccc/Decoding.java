package org.muster.exchange.ccc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, as spreadsheets write them: with a byte order mark or without one, in UTF-8, UTF-16 or, when it is
 * neither, Windows-1252.
 */
final class Decoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** So much of a file tells whether every other byte is 0, as in UTF-16 of western text. */
    private static final int LOOKED_AT = 4_096;

    private Decoding() {}

    /** The text, or null when the bytes are none. */
    static @Nullable String text(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return eightBit(bytes, 3);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        var even = zeros(bytes, 0);
        var odd = zeros(bytes, 1);
        if (even + odd == 0) {
            return eightBit(bytes, 0);
        }
        // Western text has its zeros on one side; whatever has them on both is no text.
        if (even > 0 && odd > 0) {
            return null;
        }
        return new String(bytes, odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static String eightBit(byte[] bytes, int from) {
        var rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, bytes.length - from, WINDOWS);
        }
    }

    private static int zeros(byte[] bytes, int from) {
        var count = 0;
        for (var i = from; i < Math.min(bytes.length, LOOKED_AT); i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (var i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
