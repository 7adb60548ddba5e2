package org.muster.input;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** Reads arrays. */
final class Lists {

    private Lists() {}

    static <T> @Nullable List<T> read(StrictJson json, Faults faults, String what, int max,
            Value<T> element) throws Malformed {
        if (json.current() != JsonToken.START_ARRAY) {
            Values.wrongType(json, faults, "an array of " + what);
            return null;
        }
        List<T> read = new ArrayList<>();
        int before = faults.noted();
        int count = 0;
        while (json.next() != JsonToken.END_ARRAY) {
            count++;
            if (count > max) {
                json.skip();
                continue;
            }
            T one = element.read(json, faults);
            if (one != null) {
                read.add(one);
            }
        }
        if (count > max) {
            faults.add(json.pointer(),
                    "has " + count + " " + what + ", at most " + max + " are allowed");
        }
        return faults.noted() > before ? null : read;
    }
}
