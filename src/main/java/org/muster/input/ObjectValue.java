package org.muster.input;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads objects of one kind.
 *
 * @param <T> what they are made into
 */
public final class ObjectValue<T> implements Value<T> {

    private final Fields fields;
    private final Consumer<Members> check;
    private final Function<Members, T> make;

    ObjectValue(Fields fields, Consumer<Members> check, Function<Members, T> make) {
        this.fields = fields;
        this.check = check;
        this.make = make;
    }

    @Override
    public @Nullable T read(StrictJson json, Faults faults) throws Malformed {
        return read(json, faults, check);
    }

    /** The same for each line of one list: none may say in {@code field} what an earlier one says there. */
    Value<T> eachWithItsOwn(Field<?> field, String fault) {
        Set<Object> named = new HashSet<>();
        return (json, faults) -> read(json, faults, check.andThen(members -> {
            Object name = members.find(field);
            if (name != null && !named.add(name)) {
                members.fault(field, fault);
            }
        }));
    }

    private @Nullable T read(StrictJson json, Faults faults, Consumer<Members> checking)
            throws Malformed {
        int before = faults.noted();
        Members members = fields.read(json, faults);
        if (members == null) {
            return null;
        }
        checking.accept(members);
        return faults.noted() > before ? null : make.apply(members);
    }
}
