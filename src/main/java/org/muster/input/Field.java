package org.muster.input;

/**
 * A field of one kind of object, and the key to its value among the {@link Members} that were read.
 *
 * @param index its place among the fields of its kind
 * @param required whether an object without it is at fault
 * @param nullable whether null is an answer of its own
 * @param <T> what is read from it
 */
public record Field<T>(int index, String name, boolean required, boolean nullable,
        Value<T> value) {}
