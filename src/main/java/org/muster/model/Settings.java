package org.muster.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Everything of the configuration that the picture depends on. It is recorded when it changes, so that the past is
 * always read with the settings of its day.
 *
 * @param areaMap SHA-256 of the area map's file, in hex
 * @param areas every area, parents before children
 * @param rules in the order of their ids
 * @param alerting what rules and the work on alerts go by
 */
public record Settings(String areaMap, List<AreaDefinition> areas, List<Category> categories,
        List<Offence> offences, List<String> unitRoles, Windows windows, Clashing clashing,
        List<Rule> rules, Alerting alerting) {

    /** Where a position outside every area counts. */
    public static final String ELSEWHERE = "elsewhere";

    /** Where the engine's own silence counts: it is everybody's. */
    public static final String EVERYWHERE = "everywhere";

    /** Before any were recorded: no areas, no catalogues. */
    public static final Settings NONE = new Settings("", List.of(), List.of(), List.of(), List.of(),
            new Windows(30, 60), Clashing.DEFAULT);

    /** Settings with rules that need nothing more. */
    public Settings(String areaMap, List<AreaDefinition> areas, List<Category> categories,
            List<Offence> offences, List<String> unitRoles, Windows windows, Clashing clashing,
            List<Rule> rules) {
        this(areaMap, areas, categories, offences, unitRoles, windows, clashing, rules,
                Alerting.DEFAULT);
    }

    /** Settings without rules. */
    public Settings(String areaMap, List<AreaDefinition> areas, List<Category> categories,
            List<Offence> offences, List<String> unitRoles, Windows windows, Clashing clashing) {
        this(areaMap, areas, categories, offences, unitRoles, windows, clashing, List.of());
    }

    public Settings {
        areas = List.copyOf(areas);
        categories = List.copyOf(categories);
        offences = List.copyOf(offences);
        unitRoles = List.copyOf(unitRoles);
        // Entries of earlier versions do not speak of it.
        clashing = clashing == null ? Clashing.DEFAULT : clashing;
        rules = rules == null ? List.of() : List.copyOf(rules);
        alerting = alerting == null ? Alerting.DEFAULT : alerting;
    }

    /**
     * Where something is shown whose place is told to nobody: the centre of its smallest area. Null elsewhere, and for a
     * map of an earlier version.
     *
     * @param smallestFirst the areas of the thing
     */
    public @Nullable Location centre(List<String> smallestFirst) {
        if (smallestFirst.isEmpty()) {
            return null;
        }
        for (AreaDefinition area : areas) {
            if (area.id().equals(smallestFirst.getFirst())) {
                return area.centre();
            }
        }
        return null;
    }

    /** What a rule is called; its id when there is no such rule any more. */
    public String titleOf(String rule) {
        for (Rule known : rules) {
            if (known.id().equals(rule)) {
                return known.title();
            }
        }
        return rule;
    }

    /**
     * An area of the map.
     *
     * @param centre where what is sensitive is shown; null in entries of earlier versions
     */
    public record AreaDefinition(String id, String name, @Nullable String parent,
            @Nullable Location centre) {

        /** An area whose centre nobody needs. */
        public AreaDefinition(String id, String name, @Nullable String parent) {
            this(id, name, parent, null);
        }
    }

    /** What an incident or protest can be. */
    public record Category(String id, String name, Kind kind) {}

    /** What a category opens. */
    public enum Kind implements Slug {
        INCIDENT, PROTEST
    }

    /**
     * A ground of arrest.
     *
     * @param validFrom first day in force, as ISO date, or null for always
     * @param validTo last day in force, as ISO date, or null for open
     */
    public record Offence(String id, String name, @Nullable String validFrom,
            @Nullable String validTo) {}

    /**
     * Spans of time, in minutes, that figures depend on.
     *
     * @param estimateMinutes an estimate this much older than the newest drops out of a crowd
     * @param silentMinutes an area without a report for this long is silent
     * @param lateMinutes an alert on evidence older than this is late
     */
    public record Windows(int estimateMinutes, int silentMinutes, int lateMinutes) {

        private static final int LATE_MINUTES = 15;

        public Windows {
            Valid.that(estimateMinutes > 0 && silentMinutes > 0, "windows are at least a minute");
            // Entries of earlier versions do not speak of it.
            lateMinutes = lateMinutes == 0 ? LATE_MINUTES : lateMinutes;
        }

        /** With the usual span for what is late. */
        public Windows(int estimateMinutes, int silentMinutes) {
            this(estimateMinutes, silentMinutes, LATE_MINUTES);
        }
    }

    /**
     * When two protests clash.
     *
     * @param dispersalMinutes each window reaches this much further on both sides
     * @param opposedMetres opponents clash when they come closer than this
     * @param otherMetres others clash when they come closer than this
     */
    public record Clashing(int dispersalMinutes, int opposedMetres, int otherMetres) {

        public static final Clashing DEFAULT = new Clashing(60, 300, 50);

        public Clashing {
            Valid.that(dispersalMinutes >= 0 && opposedMetres >= 0 && otherMetres >= 0,
                    "spans are 0 or more");
        }
    }
}
