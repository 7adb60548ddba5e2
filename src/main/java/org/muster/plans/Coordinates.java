package org.muster.plans;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonToken;

import org.muster.input.Faults;
import org.muster.input.Malformed;
import org.muster.input.StrictJson;

/** What stands behind {@code coordinates}, kept until it is known what kind of geometry it belongs to. */
sealed interface Coordinates {

    /** Any number; may be infinite. */
    record Degree(double value) implements Coordinates {}

    /** An array of anything. */
    record Many(List<Coordinates> all) implements Coordinates {

        public Many {
            all = List.copyOf(all);
        }
    }

    /** Something that belongs into no coordinates. */
    record Other() implements Coordinates {}

    /** Reads one value, whatever it is; notes no fault. How deep and how long it may be, the JSON's limits say. */
    static Coordinates read(StrictJson json, Faults faults) throws Malformed {
        JsonToken token = json.current();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return new Degree(json.number());
        }
        if (token != JsonToken.START_ARRAY) {
            json.skip();
            return new Other();
        }
        var all = new ArrayList<Coordinates>();
        while (json.next() != JsonToken.END_ARRAY) {
            all.add(read(json, faults));
        }
        return new Many(all);
    }
}
