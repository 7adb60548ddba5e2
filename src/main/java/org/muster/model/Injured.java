package org.muster.model;

/**
 * People injured. Adds to what was reported before.
 *
 * @param people members of the public
 * @param officers police officers
 */
public record Injured(int people, int officers) {

    public static final Injured NONE = new Injured(0, 0);

    /** More people than this in one report is a slip of the finger. */
    public static final int COUNT_MAX = 100_000;

    public Injured {
        Valid.that(people >= 0 && officers >= 0, "counts are 0 or more");
    }

    /** Both together. */
    public long all() {
        return (long) people + officers;
    }
}
