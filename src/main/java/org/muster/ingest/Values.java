package org.muster.ingest;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.Slug;

/**
 * Readers of single values. Each starts at the value's first token, ends at its last, and gives null after it has
 * noted a fault. Nothing is converted: "5", 5.0 and true are no 5.
 */
final class Values {

    private static final int UUID_CHARS = 36;

    private Values() {}

    static @Nullable String line(StrictJson json, Faults faults, int codePointsMax)
            throws Malformed {
        String text = string(json, faults);
        return text == null ? null
                : sound(text, Words.faultOfLine(text, codePointsMax), json, faults);
    }

    static @Nullable String text(StrictJson json, Faults faults, int codePointsMax)
            throws Malformed {
        String text = string(json, faults);
        return text == null ? null
                : sound(text, Words.faultOfText(text, codePointsMax), json, faults);
    }

    static @Nullable Integer count(StrictJson json, Faults faults, int max) throws Malformed {
        JsonToken token = json.current();
        if (token != JsonToken.VALUE_NUMBER_INT) {
            wrongType(json, faults, "a whole number");
            return null;
        }
        Integer value = json.wholeNumber();
        if (value == null || value < 0 || value > max) {
            faults.add(json.pointer(), "must be from 0 to " + max);
            return null;
        }
        return value;
    }

    static @Nullable Double number(StrictJson json, Faults faults, double min, double max)
            throws Malformed {
        JsonToken token = json.current();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            wrongType(json, faults, "a number");
            return null;
        }
        double value = json.number();
        if (value >= min && value <= max) {
            return value;
        }
        faults.add(json.pointer(), "must be from " + (long) min + " to " + (long) max);
        return null;
    }

    static <E extends Enum<E> & Slug> @Nullable E slug(StrictJson json, Faults faults,
            Class<E> type) throws Malformed {
        String text = string(json, faults);
        if (text == null) {
            return null;
        }
        Optional<E> found = Slug.find(type, text);
        if (found.isEmpty()) {
            List<String> slugs = Arrays.stream(type.getEnumConstants()).map(Slug::slug).toList();
            faults.add(json.pointer(), "must be one of " + String.join(", ", slugs));
        }
        return found.orElse(null);
    }

    /** One of a configured list. */
    static @Nullable String known(StrictJson json, Faults faults, Set<String> known, String what)
            throws Malformed {
        String text = string(json, faults);
        if (text == null || known.contains(text)) {
            return text;
        }
        faults.add(json.pointer(),
                "is no known " + what
                        + Nearest.of(text, known)
                                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                                .orElse(""));
        return null;
    }

    static @Nullable UUID uuid(StrictJson json, Faults faults) throws Malformed {
        String text = string(json, faults);
        if (text == null) {
            return null;
        }
        if (!isUuid(text)) {
            faults.add(json.pointer(), "must be a UUID like 0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11");
            return null;
        }
        return UUID.fromString(text);
    }

    static @Nullable Instant time(StrictJson json, Faults faults) throws Malformed {
        String text = string(json, faults);
        if (text == null) {
            return null;
        }
        Instant time = Rfc3339.parse(text);
        if (time == null) {
            faults.add(json.pointer(),
                    "must be a time with offset (RFC 3339) like 2014-09-06T21:40:00+01:00");
        }
        return time;
    }

    /** Notes the fault of a value that should have been something else, and goes to its end. */
    static void wrongType(StrictJson json, Faults faults, String right) throws Malformed {
        faults.add(json.pointer(), "must be " + right);
        json.skip();
    }

    private static @Nullable String string(StrictJson json, Faults faults) throws Malformed {
        if (json.current() == JsonToken.VALUE_STRING) {
            return json.text();
        }
        wrongType(json, faults, "a string");
        return null;
    }

    private static @Nullable String sound(String text, @Nullable String fault, StrictJson json,
            Faults faults) {
        if (fault == null) {
            return text;
        }
        faults.add(json.pointer(), fault);
        return null;
    }

    /** {@link UUID#fromString} alone also takes shortened groups. */
    private static boolean isUuid(String text) {
        if (text.length() != UUID_CHARS) {
            return false;
        }
        for (int i = 0; i < UUID_CHARS; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            boolean hex = HexFormat.isHexDigit(c);
            if (hyphen ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
