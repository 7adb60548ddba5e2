package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Clash;
import org.muster.model.Command.SubmitReport;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Fault;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Settings.Kind;
import org.muster.model.Shape;

/** What a report brings about, by the picture as it is. Nothing here changes anything. */
final class DecidingReport {

    private final Incidents incidents;
    private final Protests protests;
    private final DecidingProtest plans;
    private final Catalogue catalogue;
    private final Corrections corrections;

    DecidingReport(Incidents incidents, Protests protests, DecidingProtest plans,
            Catalogue catalogue, Corrections corrections) {
        this.incidents = incidents;
        this.protests = protests;
        this.plans = plans;
        this.catalogue = catalogue;
        this.corrections = corrections;
    }

    Decision decide(SubmitReport submit, Instant now, Lookups lookups) {
        Report report = submit.report();
        UUID corrects = report.corrects();
        Entry corrected = corrects == null ? null : lookups.report(corrects);
        if (corrects != null && corrected == null) {
            return refused(
                    List.of(new Fault("/corrects", "the id of a report that is recorded here")));
        }
        Original original = corrected == null ? null : Original.of(corrected);
        if (original != null && !original.isFor(submit.by())) {
            return new Decision.Refused(new Rejection(Rejection.Code.FORBIDDEN,
                    "A report is corrected by whoever sent it or by a controller of its area."));
        }
        if (corrects != null && !corrections.lastOf(corrects).equals(corrects)) {
            return new Decision.Refused(new Rejection(Rejection.Code.SUPERSEDED,
                    "The report was corrected already. Correct the last of its chain, "
                            + corrections.lastOf(corrects) + ", instead."));
        }
        Matter matter = matter(report, original);
        Instant effectiveAt = report.observedAt().isAfter(now) ? now : report.observedAt();
        List<Fault> faults = new ReportChecks(incidents, protests, catalogue).faults(report,
                original, matter, effectiveAt);
        if (!faults.isEmpty()) {
            return refused(faults);
        }
        if (matter.opens() && (original == null || original.isLoose()) && isTaken(matter)) {
            return new Decision.Refused(new Rejection(Rejection.Code.ID_TAKEN,
                    "Something else is known under the id that this report would open with."
                            + " Send it under another id."));
        }
        return accepted(submit, original, matter, effectiveAt, now, lookups);
    }

    private Decision accepted(SubmitReport submit, @Nullable Original original, Matter matter,
            Instant effectiveAt, Instant now, Ground ground) {
        Report report = submit.report();
        IncidentTrack track = track(matter);
        ProtestTrack protest = protests.find(matter.protest());
        Post post = track != null ? track.post() : protest == null ? null : protest.post();
        boolean isNew = matter.incident() != null && matter.opens() && track == null;
        List<UUID> similar = isNew && report.location() != null
                ? incidents.similar(report.location(), report.drill(), effectiveAt.toEpochMilli())
                : List.of();
        return new Decision.Accepted(List.of(new Draft(submit.by().name(),
                areas(submit, original, post),
                new ReportRecorded(report, matter.incident(), matter.protest(), matter.opens(),
                        original == null ? submit.observer() : original.observerOf(report),
                        effectiveAt, isSensitive(submit, original),
                        original == null ? null : original.struck(),
                        clashes(report, matter, protest, effectiveAt, ground), similar,
                        submit.contentSha256(), Warnings.of(report, track, protest, now),
                        metresFromPlace(report, protest, ground)))));
    }

    private boolean isTaken(Matter matter) {
        UUID id = matter.incident() == null ? matter.protest() : matter.incident();
        return protests.find(id) != null || (id != null && incidents.find(id) != null);
    }

    /** What a report is about: what it names, else what the one in whose place it stands is about. */
    private Matter matter(Report report, @Nullable Original original) {
        if (report.incident() != null || report.protest() != null) {
            boolean isSame = original != null
                    && Objects.equals(report.incident(), original.body().incident())
                    && Objects.equals(report.protest(), original.body().protest());
            return new Matter(report.incident(), report.protest(),
                    isSame && original != null && original.body().opened() && !report.withdrawn());
        }
        if (original != null && !original.isLoose()) {
            return new Matter(original.body().incident(), original.body().protest(),
                    original.body().opened() && !report.withdrawn());
        }
        if (!report.opens()) {
            return new Matter(null, null, false);
        }
        return catalogue.kind(report.category()) == Kind.PROTEST
                ? new Matter(null, idOf("protest:", report), true)
                : new Matter(idOf("incident:", report), null, true);
    }

    private boolean isSensitive(SubmitReport submit, @Nullable Original original) {
        Report report = submit.report();
        return original == null ? Boolean.TRUE.equals(report.sensitive())
                : original.makesSensitive(report, submit.by());
    }

    /** The areas of the report's own location; without one, those of what it is about. */
    private static List<String> areas(SubmitReport submit, @Nullable Original original,
            @Nullable Post post) {
        Report report = submit.report();
        if (report.withdrawn() && original != null) {
            return original.entry().areas();
        }
        return report.location() == null && post != null ? post.areas().ids() : submit.areas();
    }

    /** Of the protest that the report opens, unless somebody planned it since. */
    private List<Clash> clashes(Report report, Matter matter, @Nullable ProtestTrack known,
            Instant effectiveAt, Ground ground) {
        if (matter.protest() == null || !matter.opens() || (known != null && known.isPlanned())) {
            return List.of();
        }
        Plan opening = Unplanned.of(report, effectiveAt, known, catalogue).plan();
        return plans.clashes(matter.protest(), false, opening, report.drill(), ground);
    }

    /** How far at least the people that a report tells of are from where they were to be; null when it does not tell. */
    private static @Nullable Integer metresFromPlace(Report report, @Nullable ProtestTrack protest,
            Ground ground) {
        Shape place = protest == null || !protest.isPlanned() ? null : protest.plan().place();
        Location at = report.location();
        if (place == null || at == null || report.withdrawn() || !Mark.of(report).seen()) {
            return null;
        }
        double metres = ground.metres(new Shape.Point(new Position(at.lat(), at.lon())), place);
        double vague = at.accuracy() == null ? 0 : at.accuracy();
        return Math.toIntExact(Math.max(0, Math.round(metres - vague)));
    }

    private @Nullable IncidentTrack track(Matter matter) {
        return matter.incident() == null ? null : incidents.find(matter.incident());
    }

    private static Decision refused(List<Fault> faults) {
        return new Decision.Refused(new Rejection(Rejection.Code.INVALID,
                "The report names what is not known here, or does not fit what it is about.",
                faults));
    }

    /** The id of what a report opens: the same whenever and wherever it is decided. */
    private static UUID idOf(String kind, Report report) {
        return UUID.nameUUIDFromBytes((kind + report.id()).getBytes(StandardCharsets.UTF_8));
    }
}
