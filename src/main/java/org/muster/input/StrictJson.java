package org.muster.input;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import org.jspecify.annotations.Nullable;

import org.muster.config.Limits;
import org.muster.model.Glossary;
import org.muster.model.Rejection;

/**
 * The tokens of one JSON text, RFC 8259 to the letter and within limits. Beyond what Jackson refuses by itself: bytes
 * that are not UTF-8, a byte order mark, lone surrogates, names that come twice, anything after the value.
 */
public final class StrictJson implements AutoCloseable {

    /** Makes them, all within the same limits. Any thread. */
    public static final class Texts {

        private final Limits.Json limits;
        private final Glossary glossary;
        private final JsonFactory factory;

        /** Texts within these limits, which use no configured words. */
        public Texts(Limits.Json limits) {
            this(limits, Glossary.EMPTY);
        }

        /** Texts within these limits; of words not configured is told beside other faults. */
        public Texts(Limits.Json limits, Glossary glossary) {
            this.limits = limits;
            this.glossary = glossary;
            this.factory = JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // UTF-8 it is, whatever the first bytes look like.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    // Names that clients make up must not stay in the JVM's table of strings.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(limits.depthMax())
                            .maxTokenCount(limits.tokensMax())
                            .maxNumberLength(limits.numberMax())
                            .maxNameLength(limits.nameMax())
                            .maxStringLength(limits.stringMax())
                            .build())
                    .build();
        }

        /** Reads a whole text, which must be one value of this kind. */
        public <T> Read<T> read(byte[] bytes, Value<T> root) {
            return read(bytes, 0, bytes.length, root);
        }

        /** Reads a part of the bytes as a whole text. */
        public <T> Read<T> read(byte[] bytes, int offset, int length, Value<T> root) {
            Faults faults = new Faults();
            try (StrictJson json = open(bytes, offset, length)) {
                if (json.next() == null) {
                    throw new Malformed(0, "there is no JSON text");
                }
                T value = root.read(json, faults);
                json.end();
                return value != null && faults.none() ? new Read.Good<>(value)
                        : new Read.Refused<>(faults.rejection(glossary));
            } catch (Malformed malformed) {
                return new Read.Refused<>(
                        new Rejection(Rejection.Code.MALFORMED, malformed.reason()));
            }
        }

        private StrictJson open(byte[] bytes, int offset, int length) throws Malformed {
            Utf8.check(bytes, offset, length);
            try {
                JsonParser parser = factory.createParser(bytes, offset, length);
                return new StrictJson(parser, limits, hasBackslash(bytes, offset, length));
            } catch (IOException impossible) {
                throw new Malformed(0, "not readable");
            }
        }
    }

    private final JsonParser parser;
    private final Limits.Json limits;
    private final boolean escapes;

    private StrictJson(JsonParser parser, Limits.Json limits, boolean escapes) {
        this.parser = parser;
        this.limits = limits;
        this.escapes = escapes;
    }

    /** The next token; null at the end of the text. */
    public @Nullable JsonToken next() throws Malformed {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                checkText(limits.nameMax(), "a name");
            } else if (token == JsonToken.VALUE_STRING) {
                checkText(limits.stringMax(), "a string");
            }
            return token;
        } catch (StreamConstraintsException limit) {
            throw new Malformed(here(),
                    "over a limit: depth " + limits.depthMax() + ", tokens " + limits.tokensMax()
                            + ", characters of a number " + limits.numberMax() + ", of a name "
                            + limits.nameMax() + ", of a string " + limits.stringMax());
        } catch (JsonEOFException early) {
            throw new Malformed(here(), "the text ends too early");
        } catch (JsonParseException wrong) {
            throw new Malformed(here(),
                    isDuplicate(wrong) ? "a name comes twice in one object" : "not JSON");
        } catch (IOException | IllegalStateException wrong) {
            throw new Malformed(here(), "not JSON");
        }
    }

    /** The token that was read last. */
    public @Nullable JsonToken current() {
        return parser.currentToken();
    }

    /** Text of a name, a string or a number. */
    public String text() throws Malformed {
        try {
            return parser.getText();
        } catch (IOException wrong) {
            throw new Malformed(here(), "not JSON");
        }
    }

    /** A whole number, if it is one and fits into an int. */
    public @Nullable Integer wholeNumber() throws Malformed {
        try {
            boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() == JsonParser.NumberType.INT;
            return fits ? (Integer) parser.getIntValue() : null;
        } catch (IOException wrong) {
            throw new Malformed(here(), "not a number that can be read");
        }
    }

    /** Any number; may be infinite. */
    public double number() throws Malformed {
        try {
            return parser.getDoubleValue();
        } catch (IOException wrong) {
            throw new Malformed(here(), "not a number that can be read");
        }
    }

    /** Goes to the end of the value whose first token was read last. */
    public void skip() throws Malformed {
        int depth = 0;
        JsonToken token = current();
        while (token != null) {
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth <= 0) {
                return;
            }
            token = next();
        }
    }

    /** Where we are, as RFC 6901 pointer; after an object's or array's end, that object or array. */
    public String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** Passes when nothing follows. */
    void end() throws Malformed {
        if (next() != null) {
            throw new Malformed(here(), "something follows the value");
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void checkText(int charsMax, String what) throws IOException, Malformed {
        int length = parser.getTextLength();
        if (length > charsMax) {
            throw new Malformed(here(), what + " is longer than " + charsMax + " characters");
        }
        // Without an escape, well-formed UTF-8 cannot hold a surrogate.
        if (escapes
                && hasLoneSurrogate(parser.getTextCharacters(), parser.getTextOffset(), length)) {
            throw new Malformed(here(), what + " holds half of a surrogate pair");
        }
    }

    private long here() {
        return Math.max(0, parser.currentLocation().getByteOffset());
    }

    private static boolean isDuplicate(JsonParseException wrong) {
        return wrong.getOriginalMessage().startsWith("Duplicate field");
    }

    private static boolean hasBackslash(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLoneSurrogate(char[] chars, int offset, int length) {
        boolean high = false;
        for (int i = offset; i < offset + length; i++) {
            boolean low = Character.isLowSurrogate(chars[i]);
            if (low != high) {
                return true;
            }
            high = Character.isHighSurrogate(chars[i]);
        }
        return high;
    }
}
