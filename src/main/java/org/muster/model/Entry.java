package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param seq its number, from 1, without gaps
 * @param at when it was recorded; never before the entry ahead of it
 * @param actor who caused it
 * @param areas the areas it concerns, smallest first; empty when it concerns none
 */
public record Entry(long seq, Instant at, String actor, List<String> areas, Body body) {

    public Entry {
        areas = List.copyOf(areas);
        Valid.that(seq > 0, "seq is 1 or more");
    }

    /** What the entry says. Whatever a decision found out stands here, so that replay decides nothing. */
    public sealed interface Body {

        /** The entry's type as the outside sees it. */
        String type();
    }

    /**
     * A report and what it brought about.
     *
     * @param incident the incident it opened or updates; null for a unit report
     * @param opened whether it opened that incident
     * @param observer whose eyes it was
     * @param effectiveAt the earlier of observed and received: what "newest" goes by
     */
    public record ReportRecorded(Report report, @Nullable UUID incident, boolean opened,
            String observer, Instant effectiveAt, String contentSha256,
            List<Warning> warnings) implements Body {

        public ReportRecorded {
            warnings = List.copyOf(warnings);
            Valid.that(!opened || incident != null, "what was opened has an id");
        }

        @Override
        public String type() {
            return "report";
        }
    }

    /**
     * The settings in force from here on, with the new areas, smallest first, of what is somewhere.
     *
     * @param areasOfOpen by incident: what was open, or closed with officers still there
     * @param areasOfPlaces by position: where units are, and where officers were asked for; none when the entry was
     *        written before there were any
     */
    public record SettingsApplied(Settings settings, Map<UUID, List<String>> areasOfOpen,
            List<AreasOfPlace> areasOfPlaces) implements Body {

        public SettingsApplied {
            areasOfOpen = Map.copyOf(areasOfOpen);
            areasOfPlaces = areasOfPlaces == null ? List.of() : List.copyOf(areasOfPlaces);
        }

        @Override
        public String type() {
            return "settings";
        }
    }

    /** The areas of a position, smallest first; degrees as in {@link Location}. */
    public record AreasOfPlace(double lat, double lon, List<String> areas) {

        public AreasOfPlace {
            areas = List.copyOf(areas);
        }
    }

    /** A credential was made or revoked. */
    public record AccessNoted(CredentialChange change) implements Body {

        @Override
        public String type() {
            return "access";
        }
    }
}
