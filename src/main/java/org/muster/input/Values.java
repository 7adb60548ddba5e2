package org.muster.input;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.Glossary;
import org.muster.model.Nearest;
import org.muster.model.Slug;

/** Values of the plain kinds. Nothing is converted: "5", 5.0 and true are no 5. */
public final class Values {

    /** True or false. */
    public static final Value<Boolean> FLAG = (json, faults) -> {
        JsonToken token = json.current();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        wrongType(json, faults, "true or false");
        return null;
    };

    /** A UUID in its one full form; {@link UUID#fromString} alone also takes shortened groups. */
    public static final Value<UUID> ID = string(text -> isUuid(text) ? null
            : "must be a UUID like 0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11", UUID::fromString);

    /** A time with offset, cut to milliseconds. */
    public static final Value<Instant> TIME = (json, faults) -> {
        String text = string(json, faults);
        Instant time = text == null ? null : Rfc3339.parse(text);
        if (text != null && time == null) {
            faults.add(json.pointer(),
                    "must be a time with offset (RFC 3339) like 2014-09-06T21:40:00+01:00");
        }
        return time;
    };

    private static final int UUID_CHARS = 36;

    private Values() {}

    /** A configured word; see {@link Faults#named}. */
    public static Value<String> name(Glossary.Kind kind) {
        Value<String> line = line(Words.NAME_MAX);
        return (json, faults) -> {
            String word = line.read(json, faults);
            if (word != null) {
                faults.named(json.pointer(), kind, word);
            }
            return word;
        };
    }

    /** Words in one line, not blank. */
    public static Value<String> line(int codePointsMax) {
        return string(text -> Words.faultOfLine(text, codePointsMax), text -> text);
    }

    /** Words in any number of lines, not blank. */
    public static Value<String> words(int codePointsMax) {
        return string(text -> text.isBlank() ? "must not be blank"
                : Words.faultOfText(text, codePointsMax), text -> text);
    }

    /** Words in any number of lines. */
    public static Value<String> text(int codePointsMax) {
        return string(text -> Words.faultOfText(text, codePointsMax), text -> text);
    }

    /** A whole number, both ends included. */
    public static Value<Integer> whole(int min, int max) {
        return (json, faults) -> {
            if (json.current() != JsonToken.VALUE_NUMBER_INT) {
                wrongType(json, faults, "a whole number");
                return null;
            }
            Integer value = json.wholeNumber();
            if (value == null || value < min || value > max) {
                faults.add(json.pointer(), "must be from " + min + " to " + max);
                return null;
            }
            return value;
        };
    }

    /** Any number, both ends included. */
    public static Value<Double> number(double min, double max) {
        return (json, faults) -> {
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
        };
    }

    /** One of a closed set, by its slug. */
    public static <E extends Enum<E> & Slug> Value<E> slug(Class<E> type) {
        String fault = "must be one of " + String.join(", ",
                Arrays.stream(type.getEnumConstants()).map(Slug::slug).toList());
        return (json, faults) -> {
            String text = string(json, faults);
            Optional<E> found = text == null ? Optional.empty() : Slug.find(type, text);
            if (text != null && found.isEmpty()) {
                faults.add(json.pointer(), fault);
            }
            return found.orElse(null);
        };
    }

    /** One of a configured list of what is called {@code what} in a fault. */
    public static Value<String> known(Collection<String> known, String what) {
        return string(text -> known.contains(text) ? null
                : "is no known " + what + Nearest.hint(text, known), text -> text);
    }

    /** An array of what is called {@code what} in a fault; without the elements that are wrong. */
    public static <T> Value<List<T>> list(String what, int max, Value<T> element) {
        return (json, faults) -> Lists.read(json, faults, what, max, element);
    }

    /** An array of objects of which no two say the same in {@code field}. */
    public static <T> Value<List<T>> list(String what, int max, ObjectValue<T> element,
            Field<?> field, String fault) {
        return (json, faults) -> Lists.read(json, faults, what, max,
                element.eachWithItsOwn(field, fault));
    }

    /** Notes the fault of a value that should have been something else, and goes to its end. */
    public static void wrongType(StrictJson json, Faults faults, String right) throws Malformed {
        faults.add(json.pointer(), "must be " + right);
        json.skip();
    }

    private static <T> Value<T> string(Function<String, @Nullable String> fault,
            Function<String, T> make) {
        return (json, faults) -> {
            String text = string(json, faults);
            if (text == null) {
                return null;
            }
            String wrong = fault.apply(text);
            if (wrong == null) {
                return make.apply(text);
            }
            faults.add(json.pointer(), wrong);
            return null;
        };
    }

    private static @Nullable String string(StrictJson json, Faults faults) throws Malformed {
        if (json.current() == JsonToken.VALUE_STRING) {
            return json.text();
        }
        wrongType(json, faults, "a string");
        return null;
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_CHARS) {
            return false;
        }
        for (int i = 0; i < UUID_CHARS; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (hyphen ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
