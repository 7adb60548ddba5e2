package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One immutable message from one source. It names an incident or a protest and updates it; or has a category and opens
 * one; or has neither and speaks of units and places alone. Made by {@link ReportBuilder}.
 *
 * @param id the idempotency key
 * @param incident what it is about, if that is known already; not beside {@code protest}
 * @param category slug from the catalogue; with nothing named, it opens an incident or a protest
 * @param observedAt when it happened, by the reporter's word, in milliseconds
 * @param sentAt the sender's clock when it was sent
 * @param arrests add to those reported before
 * @param closingCategory slug from the catalogue; only with {@code status} closed
 * @param reopen what is closed goes on
 * @param reason why it is reopened, withdrawn, or not a crime
 * @param crimeRef number of the recorded crime; only with {@code crime} recorded
 * @param allQuiet nothing to report there
 * @param emergency an officer is in danger
 * @param corrects the report that this one stands in place of
 * @param withdrawn strikes the corrected report and says nothing else
 * @param sensitive null when nothing is said of it
 * @param onBehalfOf call sign of the unit that said it by radio
 */
public record Report(UUID id, @Nullable UUID incident, @Nullable UUID protest,
        @Nullable String category, @Nullable String title, Instant observedAt,
        @Nullable Instant sentAt, @Nullable Location location, @Nullable CrowdEstimate crowd,
        List<Deployment> officers, List<Arrest> arrests, @Nullable Injured injured,
        @Nullable IncidentStatus status, @Nullable String closingCategory, boolean reopen,
        @Nullable String reason, @Nullable Methane methane, @Nullable Crime crime,
        @Nullable String crimeRef, boolean allQuiet, boolean emergency, @Nullable UUID corrects,
        boolean withdrawn, List<Link> links, @Nullable Boolean sensitive, boolean drill,
        @Nullable String onBehalfOf, @Nullable ExternalRef externalRef, @Nullable String text) {

    public Report {
        officers = officers == null ? List.of() : List.copyOf(officers);
        arrests = arrests == null ? List.of() : List.copyOf(arrests);
        links = links == null ? List.of() : List.copyOf(links);
        Valid.that(incident == null || protest == null, "a report is about one thing");
        Valid.that(!withdrawn || corrects != null, "a withdrawal names what it withdraws");
        boolean opens = incident == null && protest == null && category != null;
        Valid.that(!opens || location != null || corrects != null,
                "what opens an incident or a protest has a location");
        Valid.that(closingCategory == null || status == IncidentStatus.CLOSED,
                "a closing category closes");
        Valid.that(crimeRef == null || crime == Crime.RECORDED, "a recorded crime has a number");
    }

    /** A report to be filled. */
    public static ReportBuilder of(UUID id, Instant observedAt) {
        return new ReportBuilder(id, observedAt);
    }

    /** Whether it names nothing and has a category: it opens what that is of, unless it corrects what did. */
    public boolean opens() {
        return incident == null && protest == null && category != null;
    }

    /** How many people it says were arrested. */
    public int arrested() {
        int sum = 0;
        for (Arrest arrest : arrests) {
            sum += arrest.count();
        }
        return sum;
    }
}
