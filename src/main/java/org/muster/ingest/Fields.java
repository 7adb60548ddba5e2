package org.muster.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonToken;

/**
 * The fields of one kind of object, each with its reader: the only place where their names stand.
 *
 * @param <D> the draft that readers fill in
 */
final class Fields<D> {

    /** Reads the value whose first token is current, fills in the draft and leaves the value's last token current. */
    @FunctionalInterface
    interface Reader<D> {

        void read(StrictJson json, D draft, Faults faults) throws Malformed;
    }

    private final Map<String, Reader<D>> readers = new LinkedHashMap<>();

    Fields<D> field(String name, Reader<D> reader) {
        readers.put(name, reader);
        return this;
    }

    /** Fields that later versions take; a null is nothing. */
    Fields<D> later(String... names) {
        for (String name : names) {
            field(name, (json, draft, faults) -> {
                faults.later(json.pointer(), name);
                json.skip();
            });
        }
        return this;
    }

    /** Reads the object whose start is current, to its end. A null is as good as an absent field. */
    void read(StrictJson json, D draft, Faults faults) throws Malformed {
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.text();
            Reader<D> reader = readers.get(name);
            JsonToken value = json.next();
            if (reader == null) {
                faults.add(json.pointer(), "is no field here" + hint(name));
                json.skip();
            } else if (value != JsonToken.VALUE_NULL) {
                reader.read(json, draft, faults);
            }
        }
    }

    private String hint(String name) {
        return Nearest.of(name, readers.keySet())
                .map(nearest -> "; did you mean \"" + nearest + "\"?")
                .orElse("");
    }
}
