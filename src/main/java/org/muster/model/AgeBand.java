package org.muster.model;

/** Ages of arrested people, as police publish them. */
public enum AgeBand implements Slug {
    UNDER_10("under-10", 0, 9),
    AGED_10_TO_17("10-17", 10, 17),
    AGED_18_TO_24("18-24", 18, 24),
    AGED_25_TO_34("25-34", 25, 34),
    OVER_34("over-34", 35, Arrest.AGE_MAX),
    UNKNOWN("unknown", 0, -1);

    private final String slug;
    private final int from;
    private final int to;

    AgeBand(String slug, int from, int to) {
        this.slug = slug;
        this.from = from;
        this.to = to;
    }

    @Override
    public String slug() {
        return slug;
    }

    /** The band that holds the whole range, in years, both ends included; unknown when none does. */
    public static AgeBand of(int ageMin, int ageMax) {
        for (AgeBand band : values()) {
            if (ageMin >= band.from && ageMax <= band.to) {
                return band;
            }
        }
        return UNKNOWN;
    }

    /** Whether everybody in it is under 18. */
    public boolean isUnder18() {
        return this == UNDER_10 || this == AGED_10_TO_17;
    }
}
