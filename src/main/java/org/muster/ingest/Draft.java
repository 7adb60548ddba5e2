package org.muster.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Report;

/**
 * A report while it is read. A field that was there with a fault is seen and null, so that one slip is not told twice.
 */
final class Draft {

    @Nullable
    UUID id;
    @Nullable
    UUID incident;
    boolean incidentSeen;
    @Nullable
    String category;
    boolean categorySeen;
    @Nullable
    String title;
    @Nullable
    Instant observedAt;
    boolean observedAtSeen;
    @Nullable
    Location location;
    boolean locationSeen;
    @Nullable
    CrowdEstimate crowd;
    boolean crowdSeen;
    List<Deployment> officers = List.of();
    boolean officersSeen;
    @Nullable
    IncidentStatus status;
    boolean statusSeen;
    @Nullable
    String closingCategory;
    boolean closingCategorySeen;
    @Nullable
    String text;

    /** Notes what is wrong between the fields. */
    void check(Faults faults, boolean laterFields) {
        Required.check(observedAtSeen, "", "observedAt", faults);
        boolean unitReport = !incidentSeen && !categorySeen;
        if (!incidentSeen && categorySeen && !locationSeen) {
            faults.add("/location", "is missing; what opens an incident has a place");
        }
        // With a field of a later version it may well be about something that we cannot see.
        if (unitReport && !laterFields) {
            checkUnitReport(faults);
        }
        boolean closes = status == IncidentStatus.CLOSED || (statusSeen && status == null);
        if (closingCategorySeen && !closes) {
            faults.add("/closingCategory", "needs the status closed beside it");
        }
    }

    private void checkUnitReport(Faults faults) {
        if (!officersSeen && !locationSeen) {
            faults.add("", "is about nothing: name an incident, give a category to open one, or"
                    + " say where which officers are");
        }
        if (crowdSeen) {
            faults.add("/crowd", "belongs to an incident: name it, or give a category to open one");
        }
        if (statusSeen) {
            faults.add("/status",
                    "belongs to an incident: name it, or give a category to open one");
        }
    }

    /** The report, when no fault was noted. */
    Report report() {
        Instant observed = observedAt;
        if (observed == null) {
            throw new IllegalStateException("a draft with faults became a report");
        }
        UUID given = id;
        // Ids that grow with time keep the journal's index quick.
        UUID key = given == null ? UuidCreator.getTimeOrderedEpoch() : given;
        return Report.of(key, observed)
                .incident(incident)
                .category(category)
                .title(title)
                .location(location)
                .crowd(crowd)
                .officers(officers)
                .status(status)
                .closingCategory(closingCategory)
                .text(text)
                .build();
    }
}
