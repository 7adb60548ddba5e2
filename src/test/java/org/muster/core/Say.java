package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.Role;

/** A report in the making, in few words. Without more it is desk-1's and names nothing. */
final class Say {
    private static final double LAT = 53.4;

    private static final double LON = -1.3;

    private final Instant observedAt;

    private final List<Deployment> officers = new ArrayList<>();

    private String by = "desk-1";

    private List<String> areas = List.of();

    private @Nullable String category;

    private @Nullable UUID incident;

    private @Nullable String title;

    private @Nullable Location location;

    private @Nullable CrowdEstimate crowd;

    private @Nullable IncidentStatus status;

    private @Nullable String closingCategory;

    private Say(Instant observedAt) {
        this.observedAt = observedAt;
    }

    /** Something seen at that moment. */
    static Say at(Instant observedAt) {
        return new Say(observedAt);
    }

    Say by(String observer) {
        by = observer;
        return this;
    }

    Say opens(String slug) {
        category = slug;
        return this;
    }

    Say about(UUID id) {
        incident = id;
        return this;
    }

    Say titled(String words) {
        title = words;
        return this;
    }

    /** At a place in words that lies in these areas. */
    Say in(@Nullable String place, String... smallestFirst) {
        areas = List.of(smallestFirst);
        location = new Location(LAT, LON, null, place);
        return this;
    }

    Say at(Location there, List<String> smallestFirst) {
        areas = smallestFirst;
        location = there;
        return this;
    }

    Say crowd(int low, int high) {
        return crowd(low, high, CrowdMethod.ESTIMATE);
    }

    Say crowd(int low, int high, CrowdMethod method) {
        crowd = new CrowdEstimate(low, null, high, method, null);
        return this;
    }

    Say unit(String callSign, int count, DeploymentState state) {
        officers.add(new Deployment(callSign, "psu", count, state));
        return this;
    }

    Say asksFor(int count, String role) {
        officers.add(new Deployment(null, role, count, DeploymentState.REQUESTED));
        return this;
    }

    Say status(IncidentStatus is) {
        status = is;
        return this;
    }

    Say closes(@Nullable String as) {
        closingCategory = as;
        return status(IncidentStatus.CLOSED);
    }

    /** The command; the number tells the report's id. */
    Command.SubmitReport command(long number) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(number).getBytes(StandardCharsets.UTF_8));
        Report report = Report.of(id, observedAt)
                .incident(incident)
                .category(category)
                .title(title)
                .location(location)
                .crowd(crowd)
                .officers(officers)
                .status(status)
                .closingCategory(closingCategory)
                .build();
        return new Command.SubmitReport(report, new Actor(by, Role.CONTROLLER), observer(), areas,
                "00", 100);
    }

    /** As the way in names it: what organisers and media say is not what the one who passes it on saw. */
    private String observer() {
        if (crowd == null) {
            return by;
        }
        CrowdMethod method = crowd.method();
        boolean passedOn = method == CrowdMethod.ORGANISER || method == CrowdMethod.MEDIA;
        return passedOn ? by + "/" + method.slug() : by;
    }
}
