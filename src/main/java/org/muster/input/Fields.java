package org.muster.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.Nearest;

/**
 * The fields of one kind of object: the only place where their names stand. Filled where it is made and unchanged from
 * then on; any thread may read with it.
 */
public final class Fields {

    private final String kind;
    private final List<Field<?>> all = new ArrayList<>();
    private final Map<String, Field<?>> byName = new LinkedHashMap<>();
    private final Set<String> later = new HashSet<>();

    /** None yet, of what is called {@code kind} in a fault, like "an object with lat and lon". */
    public Fields(String kind) {
        this.kind = kind;
    }

    /** A field that must be there. */
    public <T> Field<T> required(String name, Value<T> value) {
        return add(name, true, false, value);
    }

    /** A field that may be left out. */
    public <T> Field<T> optional(String name, Value<T> value) {
        return add(name, false, false, value);
    }

    /** A field that must be there; null is one of its answers. */
    public <T> Field<T> answered(String name, Value<T> value) {
        return add(name, true, true, value);
    }

    /** Fields that later versions take. */
    public void later(String... names) {
        later.addAll(List.of(names));
    }

    /** Objects with these fields, made into something when no fault was noted in them. */
    public <T> ObjectValue<T> made(Function<Members, T> make) {
        return made(members -> {}, make);
    }

    /** The same, where {@code check} notes what is wrong between the fields; some may be missing or faulty. */
    public <T> ObjectValue<T> made(Consumer<Members> check, Function<Members, T> make) {
        return new ObjectValue<>(this, check, make);
    }

    int size() {
        return all.size();
    }

    /** Reads the object whose start is current, to its end. A null is as good as an absent field, unless it is an answer there. */
    @Nullable
    Members read(StrictJson json, Faults faults) throws Malformed {
        if (json.current() != JsonToken.START_OBJECT) {
            Values.wrongType(json, faults, kind);
            return null;
        }
        Members members = new Members(this, json, faults);
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.text();
            Field<?> field = byName.get(name);
            JsonToken value = json.next();
            if (field == null) {
                unknown(name, value, json, faults);
            } else if (value != JsonToken.VALUE_NULL) {
                members.put(field, field.value().read(json, faults));
            } else if (field.nullable()) {
                members.put(field, null);
            }
        }
        for (Field<?> field : all) {
            if (field.required() && !members.has(field)) {
                members.fault(field, "is missing");
            }
        }
        return members;
    }

    private <T> Field<T> add(String name, boolean required, boolean nullable, Value<T> value) {
        Field<T> field = new Field<>(all.size(), name, required, nullable, value);
        all.add(field);
        byName.put(name, field);
        return field;
    }

    private void unknown(String name, @Nullable JsonToken value, StrictJson json, Faults faults)
            throws Malformed {
        if (!later.contains(name)) {
            faults.add(json.pointer(), "is no field here" + Nearest.hint(name, byName.keySet()));
        } else if (value != JsonToken.VALUE_NULL) {
            faults.later(json.pointer(), name);
        }
        json.skip();
    }
}
