package org.muster.table;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param name as in the JSON form, where it stands there flat
 * @param cell of one row: a text, a number, a truth value, an instant, or null for an empty one
 */
record Column<T>(String name, Function<T, @Nullable Object> cell) {}
