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

    /** Whether it is a sign of life of the engine: of the stream alone, and of no list for people. */
    public boolean ofEngine() {
        return areas.contains(Settings.EVERYWHERE);
    }

    /**
     * A report and what it brought about.
     *
     * @param incident the incident it opened or updates; null when it is of none
     * @param protest the protest it opened or updates; null when it is of none
     * @param opened whether it opened that incident or protest, or stands in place of the report that did
     * @param observer whose eyes it was
     * @param effectiveAt the earlier of observed and received: what "newest" goes by
     * @param sensitive whether it makes what it is about sensitive, or keeps it so
     * @param struck the report that this one stands in place of
     * @param clashes of the unplanned protest that it opened
     * @param similar open incidents near in place and time, nearest first
     * @param metresFromPlace how far at least the people that it tells of are from where the protest was planned; null
     *     when it does not tell, or nobody planned a place
     */
    public record ReportRecorded(Report report, @Nullable UUID incident, @Nullable UUID protest,
            boolean opened, String observer, Instant effectiveAt, boolean sensitive,
            @Nullable Struck struck, List<Clash> clashes, List<UUID> similar, String contentSha256,
            List<Warning> warnings, @Nullable Integer metresFromPlace) implements Body {

        /** A report that does not tell of people at a protest that was planned. */
        public ReportRecorded(Report report, @Nullable UUID incident, @Nullable UUID protest,
                boolean opened, String observer, Instant effectiveAt, boolean sensitive,
                @Nullable Struck struck, List<Clash> clashes, List<UUID> similar,
                String contentSha256, List<Warning> warnings) {
            this(report, incident, protest, opened, observer, effectiveAt, sensitive, struck,
                    clashes, similar, contentSha256, warnings, null);
        }

        public ReportRecorded {
            clashes = clashes == null ? List.of() : List.copyOf(clashes);
            similar = similar == null ? List.of() : List.copyOf(similar);
            warnings = List.copyOf(warnings);
            Valid.that(!opened || incident != null || protest != null, "what was opened has an id");
            Valid.that(incident == null || protest == null, "a report is about one thing");
        }

        @Override
        public String type() {
            return "report";
        }
    }

    /**
     * What a corrected or withdrawn report had brought about; every figure is as if it never was.
     *
     * @param seq its entry
     * @param incident what it was about, if that was an incident
     * @param opened whether it had opened that
     * @param areas of its entry
     * @param units call signs that it spoke of
     * @param withdrawn whether it withdrew another itself, and so counted nowhere
     * @param quiet whether it said that nothing was wrong
     * @param drill whether it was of a drill
     */
    public record Struck(long seq, Instant receivedAt, Instant effectiveAt, @Nullable UUID incident,
            @Nullable UUID protest, boolean opened, List<String> areas, List<String> units,
            boolean withdrawn, boolean quiet, boolean drill) {

        public Struck {
            areas = List.copyOf(areas);
            units = List.copyOf(units);
        }
    }

    /**
     * A protest was planned.
     *
     * @param squareMetres what its place covers; null when that is no ground
     */
    public record ProtestPlanned(UUID protest, Plan plan, List<Clash> clashes, String contentSha256,
            @Nullable Long squareMetres) implements Body {

        /** A plan whose place is no ground. */
        public ProtestPlanned(UUID protest, Plan plan, List<Clash> clashes, String contentSha256) {
            this(protest, plan, clashes, contentSha256, null);
        }

        public ProtestPlanned {
            clashes = List.copyOf(clashes);
        }

        @Override
        public String type() {
            return "protest-planned";
        }
    }

    /**
     * A protest has another plan; the areas of the entry are the new ones.
     *
     * @param squareMetres what its place covers; null when that is no ground
     */
    public record ProtestChanged(UUID protest, Plan plan, List<Clash> clashes,
            @Nullable Long squareMetres) implements Body {

        /** A plan whose place is no ground. */
        public ProtestChanged(UUID protest, Plan plan, List<Clash> clashes) {
            this(protest, plan, clashes, null);
        }

        public ProtestChanged {
            clashes = List.copyOf(clashes);
        }

        @Override
        public String type() {
            return "protest-changed";
        }
    }

    /** A protest will not be, or not go on. */
    public record ProtestCancelled(UUID protest, @Nullable String reason) implements Body {

        @Override
        public String type() {
            return "protest-cancelled";
        }
    }

    /** A protest became live, at that moment. */
    public record ProtestStarted(UUID protest, Instant startedAt) implements Body {

        @Override
        public String type() {
            return "protest-started";
        }
    }

    /** A protest ended, at that moment. */
    public record ProtestEnded(UUID protest, Instant endedAt) implements Body {

        @Override
        public String type() {
            return "protest-ended";
        }
    }

    /** Somebody is about to read a sensitive report in full. */
    public record ReportRead(UUID report) implements Body {

        @Override
        public String type() {
            return "report-read";
        }
    }

    /**
     * The settings in force from here on, with the new areas, smallest first, of what is somewhere.
     *
     * @param areasOfOpen by incident or protest: what was open, or over with officers still there
     * @param areasOfPlaces by position: where units are, and where officers were asked for; none when the entry was
     *        written before there were any
     * @param clashes by protest, of all that have some; null when what makes a clash is as it was
     */
    public record SettingsApplied(Settings settings, Map<UUID, List<String>> areasOfOpen,
            List<AreasOfPlace> areasOfPlaces,
            @Nullable Map<UUID, List<Clash>> clashes) implements Body {

        public SettingsApplied {
            clashes = clashes == null ? null : Map.copyOf(clashes);
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

    /**
     * A rule's condition holds for a subject, and no alert of it was open. The entry's areas are the subject's.
     *
     * @param shelf of the alert before it, while that has not ended
     * @param suppressedBy the alert that explains it
     */
    public record AlertRaised(UUID alert, String rule, AlertSubject subject, boolean drill,
            Finding finding, Alert.@Nullable Shelf shelf,
            @Nullable UUID suppressedBy) implements Body {

        /** One that goes into the queue. */
        public AlertRaised(UUID alert, String rule, AlertSubject subject, boolean drill,
                Finding finding) {
            this(alert, rule, subject, drill, finding, null, null);
        }

        @Override
        public String type() {
            return "alert-raised";
        }
    }

    /**
     * An alert is not as it was. The entry's areas are the alert's, with new ones.
     *
     * @param state of it now
     * @param finding when it was raised again or escalated, else null
     */
    public record AlertUpdated(UUID alert, Change change, AlertState state,
            @Nullable Finding finding) implements Body {

        @Override
        public String type() {
            return "alert-updated";
        }

        /** What became of it. */
        public enum Change implements Slug {
            /** The condition holds again, or still and with more to it. */
            RAISED_AGAIN,
            /** The subject counts in other areas by now, and the alert there too. */
            MOVED,
            /** Nobody acknowledged it in time. */
            ESCALATED,
            /** It comes back from its shelf soon. */
            SHELF_ENDING,
            /** Somebody cleared it while the condition held; it has stopped to hold, and may be raised again. */
            REARMED
        }
    }

    /**
     * An alert's condition holds no more, or somebody ended it.
     *
     * @param state of it now: unacknowledged still, or over
     * @param reason a person's words, or why the rule ended it
     */
    public record AlertCleared(UUID alert, AlertState state,
            @Nullable String reason) implements Body {

        @Override
        public String type() {
            return "alert-cleared";
        }
    }

    /** Somebody knows of an alert. */
    public record AlertAcknowledged(UUID alert, AlertState state) implements Body {

        @Override
        public String type() {
            return "alert-acknowledged";
        }
    }

    /** Somebody took an acknowledgement back. */
    public record AlertUnacknowledged(UUID alert, AlertState state) implements Body {

        @Override
        public String type() {
            return "alert-unacknowledged";
        }
    }

    /** An alert was given to somebody; to nobody when null. */
    public record AlertAssigned(UUID alert, @Nullable String to) implements Body {

        @Override
        public String type() {
            return "alert-assigned";
        }
    }

    /** Somebody wrote something beside an alert. */
    public record AlertCommented(UUID alert, String text) implements Body {

        @Override
        public String type() {
            return "alert-commented";
        }
    }

    /** Somebody took an alert out of the queue for a time; the second stands for it beside them, null for nobody. */
    public record AlertShelved(UUID alert, Instant until, String reason,
            @Nullable String second) implements Body {

        @Override
        public String type() {
            return "alert-shelved";
        }
    }

    /** An alert is back in the queue: somebody put it there, or its time on the shelf is over. */
    public record AlertUnshelved(UUID alert) implements Body {

        @Override
        public String type() {
            return "alert-unshelved";
        }
    }

    /**
     * An alert is explained by another one, or by none any more.
     *
     * @param by the alert that explains it; null when it calls for somebody again
     */
    public record AlertSuppressed(UUID alert, @Nullable UUID by) implements Body {

        @Override
        public String type() {
            return "alert-suppressed";
        }
    }

    /**
     * More alerts come to a desk than anybody can work. The entry's areas are the desk's.
     *
     * @param count in the ten minutes before
     */
    public record FloodStarted(String desk, int count) implements Body {

        @Override
        public String type() {
            return "flood-started";
        }
    }

    /** They are few enough again. The entry's areas are the desk's. */
    public record FloodEnded(String desk, int count) implements Body {

        @Override
        public String type() {
            return "flood-ended";
        }
    }

    /** A screen of the actor's showed an alert for the first time. */
    public record AlertSeen(UUID alert) implements Body {

        @Override
        public String type() {
            return "alert-seen";
        }
    }

    /** A rule could not be evaluated for a subject; its alert stays as it is. Said once until it can be again. */
    public record RuleFailed(String rule, long ruleVersion, AlertSubject subject,
            String problem) implements Body {

        @Override
        public String type() {
            return "rule-failed";
        }
    }
}
