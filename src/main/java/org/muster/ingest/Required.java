package org.muster.ingest;

/** Notes fields that must be there and are not. */
final class Required {

    private Required() {}

    static void check(boolean seen, String parent, String field, Faults faults) {
        if (!seen) {
            faults.add(parent + '/' + field, "is missing");
        }
    }
}
