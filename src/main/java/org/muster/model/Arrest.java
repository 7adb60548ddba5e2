package org.muster.model;

import org.jspecify.annotations.Nullable;

/**
 * People arrested on one ground. Adds to what was reported before.
 *
 * @param offence slug from the catalogue; {@code not-stated} exists
 * @param count people
 * @param ageMin the youngest's age in years, if given; with {@code ageMax}, without a band
 * @param ageBand the band by the reporter's word
 */
public record Arrest(String offence, int count, @Nullable Integer ageMin, @Nullable Integer ageMax,
        @Nullable AgeBand ageBand) {

    /** More people than this in one line is a slip of the finger. */
    public static final int COUNT_MAX = 100_000;

    /** More lines than this in one report is a slip. */
    public static final int LINES_MAX = 200;

    /** Nobody is older. */
    public static final int AGE_MAX = 130;

    public Arrest {
        Valid.that(count >= 0 && count <= COUNT_MAX, "count is from 0 to 100,000");
        Valid.that((ageMin == null) == (ageMax == null), "a range has two ends");
        Valid.that(
                ageMin == null || ageMax == null
                        || (ageMin >= 0 && ageMin <= ageMax && ageMax <= AGE_MAX),
                "0 <= ageMin <= ageMax <= 130");
        Valid.that(ageMin == null || ageBand == null, "a range or a band");
    }

    /** Where its people count by age: the band given, or the one that holds the whole range, or unknown. */
    public AgeBand band() {
        if (ageBand != null) {
            return ageBand;
        }
        return ageMin == null || ageMax == null ? AgeBand.UNKNOWN : AgeBand.of(ageMin, ageMax);
    }
}
