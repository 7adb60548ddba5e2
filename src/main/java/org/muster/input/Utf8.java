package org.muster.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 to the letter. Jackson lets overlong forms and encoded surrogates pass. */
final class Utf8 {

    private static final int CHUNK_CHARS = 1024;

    private Utf8() {}

    /** Passes when every byte belongs to a well-formed sequence. */
    static void check(byte[] bytes, int offset, int length) throws Malformed {
        if (isAscii(bytes, offset, length)) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(Math.min(length, CHUNK_CHARS));
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw new Malformed(in.position() - offset, "not UTF-8");
        }
    }

    /** No early exit: so the compiler makes it eight or more bytes at a step. */
    private static boolean isAscii(byte[] bytes, int offset, int length) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }
}
