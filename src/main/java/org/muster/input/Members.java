package org.muster.input;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one object said, field by field. Good until the next token is read. */
public final class Members {

    private final StrictJson json;
    private final Faults faults;
    private final @Nullable Object[] values;
    private final boolean[] seen;

    Members(Fields fields, StrictJson json, Faults faults) {
        this.json = json;
        this.faults = faults;
        this.values = new Object[fields.size()];
        this.seen = new boolean[fields.size()];
    }

    void put(Field<?> field, @Nullable Object value) {
        seen[field.index()] = true;
        values[field.index()] = value;
    }

    /** Whether the field was there, right or wrong, so that one slip is not told twice. */
    public boolean has(Field<?> field) {
        return seen[field.index()];
    }

    /** Whether the field was there and was more than a false or an empty list. */
    public boolean says(Field<?> field) {
        Object value = values[field.index()];
        return has(field) && !Boolean.FALSE.equals(value)
                && !(value instanceof List<?> list && list.isEmpty());
    }

    /** The field's value; null when it was not there or was wrong. */
    @SuppressWarnings("unchecked") // put by the reader that belongs to the field
    public <T> @Nullable T find(Field<T> field) {
        return (T) values[field.index()];
    }

    /** The value of a field that was there and was right. */
    public <T> T get(Field<T> field) {
        T value = find(field);
        if (value == null) {
            throw new IllegalStateException(field.name() + " is asked for and was not read");
        }
        return value;
    }

    /** The field's value, or {@code otherwise} when it has none. */
    public <T> T get(Field<T> field, T otherwise) {
        T value = find(field);
        return value == null ? otherwise : value;
    }

    /** Notes that a field is wrong beside the others. */
    public void fault(Field<?> field, String detail) {
        faults.add(json.pointer() + '/' + field.name(), detail);
    }

    /** Notes that the object as a whole is wrong. */
    public void fault(String detail) {
        faults.add(json.pointer(), detail);
    }
}
