package org.muster.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.muster.config.Limits;
import org.muster.model.Rejection;

/**
 * Joins the frames of a client's messages and decodes them strictly. What the server library does by itself is not
 * enough: it replaces invalid UTF-8 without a word.
 */
final class Fragments {

    private final int bytesMax;
    private final int fragmentsMax;
    private @Nullable ByteArrayOutputStream joined;
    private int fragments;

    Fragments(Limits.Stream limits) {
        this.bytesMax = limits.messageBytes();
        this.fragmentsMax = limits.fragmentsMax();
    }

    /** What a frame brought. */
    sealed interface Step {

        /** A whole message. */
        record Text(String text) implements Step {}

        /** More is to come. */
        record Part() implements Step {}

        /** The connection has to be closed. */
        record Fault(Close close, Rejection why) implements Step {}
    }

    /** Takes a text frame or the continuation of one. */
    Step text(byte[] payload, boolean last) {
        int before = joined == null ? 0 : joined.size();
        if (++fragments > fragmentsMax || before + (long) payload.length > bytesMax) {
            return fault(Close.TOO_BIG, Rejection.Code.TOO_LARGE, "A message has at most "
                    + bytesMax + " bytes in at most " + fragmentsMax + " fragments");
        }
        if (last && joined == null) {
            fragments = 0;
            return decoded(payload);
        }
        ByteArrayOutputStream all = joined == null ? new ByteArrayOutputStream() : joined;
        all.writeBytes(payload);
        joined = last ? null : all;
        if (!last) {
            return new Step.Part();
        }
        fragments = 0;
        return decoded(all.toByteArray());
    }

    /** Takes a binary frame, which is always a fault. */
    Step binary() {
        return fault(Close.NOT_TEXT, Rejection.Code.MEDIA_TYPE,
                "The stream speaks JSON in text messages, not binary ones");
    }

    private Step decoded(byte[] bytes) {
        try {
            return new Step.Text(StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return fault(Close.NOT_UTF8, Rejection.Code.MALFORMED,
                    "A text message is UTF-8, without exception");
        }
    }

    private Step fault(Close close, Rejection.Code code, String detail) {
        joined = null;
        return new Step.Fault(close, new Rejection(code, detail));
    }
}
