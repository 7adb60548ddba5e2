package org.muster.web;

import java.util.Locale;
import java.util.OptionalDouble;

/** What is measured of a page, and the budget where there is one. */
enum PageFigure {
    /** Everything but what the API answers, as it goes over the wire, until the map stands. */
    WEIGHT("until the map stands, kB gzipped", 1, OptionalDouble.of(150), false),
    /** From the beginning of the page's life to its first words. */
    FIRST_PAINT("first paint, ms", 0, OptionalDouble.of(1_000), false),
    /** From the beginning of the page's life to areas and incidents on the map. */
    MAP("map drawn, ms", 0, OptionalDouble.of(2_000), false),
    /** The longest task of the page until then; shorter ones than 50 ms are not told. */
    OPENING_LONGEST("longest task, opening, ms", 0, OptionalDouble.empty(), false),
    /** While nobody touches it. */
    STILL("frames a second, still", 1, OptionalDouble.of(50), true),
    /** The longest task of the page meanwhile. */
    STILL_LONGEST("longest task, still, ms", 0, OptionalDouble.of(200), false),
    /** While the map is dragged about. */
    PANNING("frames a second, panning", 1, OptionalDouble.of(30), true),
    /** The longest task of the page meanwhile. */
    PANNING_LONGEST("longest task, panning, ms", 0, OptionalDouble.of(200), false),
    /** The longest task of the page while a replay is dragged through the minutes before. */
    SCRUBBING_LONGEST("longest task, scrubbing, ms", 0, OptionalDouble.empty(), false),
    /** How far things moved by themselves. */
    SHIFT("layout shift", 4, OptionalDouble.of(0.01), false),
    /** Open alerts that the page knows. */
    ALERTS("open alerts", 0, OptionalDouble.empty(), true),
    /** Rows of the queue that are in the page. */
    ROWS("rows of the queue in the page", 0, OptionalDouble.of(60), false),
    /** What the scripts hold after a collection at the end. */
    HEAP("heap after a collection, MiB", 1, OptionalDouble.empty(), false),
    /** The same as a share of what it was before the two turns. */
    HEAP_GROWTH("heap, end over beginning", 2, OptionalDouble.of(1.1), false);

    private final String title;
    private final int decimals;
    private final OptionalDouble budget;
    private final boolean isMoreBetter;

    PageFigure(String title, int decimals, OptionalDouble budget, boolean isMoreBetter) {
        this.title = title;
        this.decimals = decimals;
        this.budget = budget;
        this.isMoreBetter = isMoreBetter;
    }

    String title() {
        return title;
    }

    /** A value as it is written. */
    String written(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** The budget in words; empty where there is none. */
    String budget() {
        return budget.isEmpty() ? ""
                : (isMoreBetter ? "at least " : "under ") + written(budget.getAsDouble());
    }

    /** Whether a value keeps to the budget. */
    boolean isKept(double value) {
        return budget.isEmpty()
                || (isMoreBetter ? value >= budget.getAsDouble() : value < budget.getAsDouble());
    }
}
