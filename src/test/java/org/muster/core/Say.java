package org.muster.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Command;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.Role;

/** A report in the making, in few words. Without more it is desk-1's, a controller, and names nothing. */
final class Say {

    private static final double LAT = 53.4;
    private static final double LON = -1.3;

    private final Instant observedAt;
    private final List<Deployment> officers = new ArrayList<>();
    private final List<Arrest> arrests = new ArrayList<>();
    private final List<Consumer<ReportBuilder>> more = new ArrayList<>();

    private Actor by = new Actor("desk-1", Role.CONTROLLER);
    private @Nullable UUID id;
    private List<String> areas = List.of();
    private @Nullable CrowdEstimate crowd;
    private @Nullable String onBehalfOf;

    private Say(Instant observedAt) {
        this.observedAt = observedAt;
    }

    /** Something seen at that moment. */
    static Say at(Instant observedAt) {
        return new Say(observedAt);
    }

    /** A controller who is bound to no areas. */
    Say by(String sender) {
        return by(new Actor(sender, Role.CONTROLLER));
    }

    Say by(Actor sender) {
        by = sender;
        return this;
    }

    Say onBehalfOf(String callSign) {
        onBehalfOf = callSign;
        return and(report -> report.onBehalfOf(callSign));
    }

    /** Under an id of its own choice. */
    Say as(UUID own) {
        id = own;
        return this;
    }

    Say opens(String slug) {
        return and(report -> report.category(slug));
    }

    Say about(UUID incident) {
        return and(report -> report.incident(incident));
    }

    Say aboutProtest(UUID protest) {
        return and(report -> report.protest(protest));
    }

    Say titled(String words) {
        return and(report -> report.title(words));
    }

    /** At a place in words that lies in these areas. */
    Say in(@Nullable String place, String... smallestFirst) {
        return at(new Location(LAT, LON, null, place), List.of(smallestFirst));
    }

    Say at(Location there, List<String> smallestFirst) {
        areas = smallestFirst;
        return and(report -> report.location(there));
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

    Say arrests(String offence, int count, AgeBand band) {
        arrests.add(new Arrest(offence, count, null, null, band));
        return this;
    }

    Say arrests(Arrest arrest) {
        arrests.add(arrest);
        return this;
    }

    Say status(IncidentStatus is) {
        return and(report -> report.status(is));
    }

    Say closes(@Nullable String as) {
        return status(IncidentStatus.CLOSED).and(report -> report.closingCategory(as));
    }

    Say reopens() {
        return and(report -> report.reopen(true));
    }

    Say corrects(UUID report) {
        return and(building -> building.corrects(report));
    }

    Say withdraws(UUID report) {
        return corrects(report).and(building -> building.withdrawn(true));
    }

    Say sensitive(boolean is) {
        return and(report -> report.sensitive(is));
    }

    Say drill() {
        return and(report -> report.drill(true));
    }

    /** Whatever else a report can say. */
    Say and(Consumer<ReportBuilder> word) {
        more.add(word);
        return this;
    }

    Actor sender() {
        return by;
    }

    /** When it counts, received at that moment. */
    Instant effectiveAt(Instant now) {
        return observedAt.isAfter(now) ? now : observedAt;
    }

    /** The command; without an id of its own, the number tells the report's. */
    Command.SubmitReport command(long number) {
        UUID chosen = id == null ? idOf(number) : id;
        ReportBuilder report = Report.of(chosen, observedAt)
                .crowd(crowd)
                .officers(officers)
                .arrests(arrests);
        more.forEach(word -> word.accept(report));
        return new Command.SubmitReport(report.build(), by, observer(), areas, "00", 100);
    }

    static UUID idOf(long number) {
        return UUID.nameUUIDFromBytes(Long.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    /** As the way in names it: what organisers and media say is not what the one who passes it on saw. */
    private String observer() {
        String seenBy = onBehalfOf == null ? by.name() : onBehalfOf;
        if (crowd == null) {
            return seenBy;
        }
        CrowdMethod method = crowd.method();
        boolean passedOn = method == CrowdMethod.ORGANISER || method == CrowdMethod.MEDIA;
        return passedOn ? seenBy + "/" + method.slug() : seenBy;
    }
}
