package org.muster.model;

/** Asserts what a record's constructor demands; input is refused long before, so a failure here is ours. */
final class Valid {

    private Valid() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
