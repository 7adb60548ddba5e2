package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.model.Crowd;
import org.muster.model.CrowdMethod;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.Struck;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;
import org.muster.model.Warning;

/** What the entry of a report must say, by what was known just before it. */
final class ReferenceReceipt {

    private static final double NEAR_METRES = 300;
    private static final int SIMILAR_MAX = 5;

    private final Reference before;
    private final World world;
    private final Entry entry;
    private final ReportRecorded body;
    private final Report report;

    ReferenceReceipt(Reference before, World world, Entry entry, ReportRecorded body) {
        this.before = before;
        this.world = world;
        this.entry = entry;
        this.body = body;
        report = body.report();
    }

    void holds() {
        Instant seen = report.observedAt();
        assertThat(body.effectiveAt()).isEqualTo(seen.isAfter(entry.at()) ? entry.at() : seen);
        Location location = report.location();
        if (location != null) {
            assertThat(entry.areas())
                    .isEqualTo(world.places().areasOf(location.lat(), location.lon()));
        }
        if (report.corrects() == null) {
            fresh();
        } else {
            corrects(before.told(report.corrects()));
        }
    }

    private void fresh() {
        assertThat(body.struck()).isNull();
        assertThat(body.opened()).isEqualTo(report.opens());
        assertThat(body.sensitive()).isEqualTo(Boolean.TRUE.equals(report.sensitive()));
        UUID subject = report.incident() != null ? report.incident() : report.protest();
        if (subject != null) {
            assertThat(new Told(entry, body).subject()).isEqualTo(subject);
            if (report.location() == null && !before.subject(subject).isVoid()) {
                assertThat(entry.areas()).as("areas of %s", entry)
                        .isEqualTo(before.shownAreas(subject));
            }
        }
        assertThat(EnumSet.copyOf(withOne(body.warnings()))).as("warnings of entry %d", entry.seq())
                .isEqualTo(EnumSet.copyOf(withOne(warnings())));
        if (body.incident() != null && body.opened()) {
            similar();
        } else {
            assertThat(body.similar()).isEmpty();
        }
    }

    /** A set of an enum is made from one member at least. */
    private static List<Warning> withOne(List<Warning> warnings) {
        return Stream.concat(warnings.stream(), Stream.of(Warning.OBSERVED_LONG_AGO)).toList();
    }

    private void corrects(Told original) {
        ReportRecorded was = original.body();
        Struck struck = Objects.requireNonNull(body.struck());
        assertThat(List.of(struck.seq(), struck.receivedAt(), struck.effectiveAt(), struck.opened(),
                struck.areas(), Set.copyOf(struck.units())))
                .isEqualTo(List.of(original.seq(), original.entry().at(), original.at(),
                        was.opened(), original.entry().areas(), units(was)));
        UUID named = report.incident() != null ? report.incident() : report.protest();
        UUID subject = named == null ? original.subject() : named;
        assertThat(new Told(entry, body).subject()).isEqualTo(subject);
        assertThat(body.opened()).as("opened by %s", entry)
                .isEqualTo(was.opened() && !report.withdrawn()
                        && Objects.equals(subject, original.subject()));
        assertThat(body.observer()).isEqualTo(observer(was.observer()));
        boolean unset = entry.actor().equals("sergeant")
                && Boolean.FALSE.equals(report.sensitive());
        assertThat(body.sensitive()).as("entry %d is sensitive", entry.seq())
                .isEqualTo(Boolean.TRUE.equals(report.sensitive()) || (was.sensitive() && !unset));
    }

    private static Set<String> units(ReportRecorded of) {
        return of.report()
                .officers()
                .stream()
                .map(line -> line.unit() == null ? "" : line.unit())
                .filter(unit -> !unit.isEmpty())
                .collect(Collectors.toSet());
    }

    private String observer(String original) {
        String base = original.replaceFirst("/(organiser|media)$", "");
        CrowdMethod method = report.crowd() == null ? CrowdMethod.COUNT : report.crowd().method();
        return method == CrowdMethod.ORGANISER || method == CrowdMethod.MEDIA
                ? base + "/" + method.slug()
                : base;
    }

    private List<Warning> warnings() {
        Set<Warning> due = EnumSet.noneOf(Warning.class);
        Instant now = entry.at();
        Incident incident = before.incidents.get(report.incident());
        Protest protest = before.protests.get(report.protest());
        if (incident != null && incident.status() == IncidentStatus.CLOSED && !report.reopen()
                && !incident.isVoid()) {
            due.add(Warning.INCIDENT_CLOSED);
        }
        if (protest != null && protest.status() == ProtestStatus.ENDED
                && !body.effectiveAt().isBefore(Objects.requireNonNull(protest.endedAt()))) {
            due.add(Warning.PROTEST_ENDED);
        }
        if (protest != null && protest.status() == ProtestStatus.CANCELLED
                && !body.effectiveAt().isBefore(Objects.requireNonNull(protest.cancelledAt()))) {
            due.add(Warning.PROTEST_CANCELLED);
        }
        if (report.observedAt().isAfter(now)) {
            due.add(Warning.OBSERVED_IN_FUTURE);
        }
        if (report.observedAt().isBefore(now.minus(Duration.ofDays(30)))) {
            due.add(Warning.OBSERVED_LONG_AGO);
        }
        Instant sentAt = report.sentAt();
        if (sentAt != null
                && Duration.between(sentAt, now).abs().compareTo(Duration.ofMinutes(2)) > 0) {
            due.add(Warning.CLOCK_SKEW);
        }
        Figures figures = incident != null ? incident.figures()
                : protest != null ? protest.figures() : Figures.NONE;
        Crowd known = figures.crowd();
        long high = report.crowd() != null ? report.crowd().high()
                : known == null || known.present() == null ? Long.MAX_VALUE
                        : known.present().high();
        if (report.arrested() > high) {
            due.add(Warning.ARRESTS_ABOVE_CROWD);
        }
        return List.copyOf(due);
    }

    private void similar() {
        Location here = Objects.requireNonNull(report.location());
        List<Double> nearest = before.incidents.values()
                .stream()
                .filter(other -> other.status() != IncidentStatus.CLOSED && !other.isVoid())
                .filter(other -> other.drill() == report.drill())
                .filter(other -> Duration.between(other.lastReportAt(), body.effectiveAt())
                        .abs()
                        .compareTo(Duration.ofHours(2)) <= 0)
                .map(other -> metres(here, before.placeOf(other.id())))
                .filter(metres -> metres <= NEAR_METRES)
                .sorted(Comparator.naturalOrder())
                .limit(SIMILAR_MAX)
                .toList();
        assertThat(body.similar().stream().map(id -> metres(here, before.placeOf(id))).toList())
                .as("similar of entry %d", entry.seq())
                .isEqualTo(nearest);
        assertThat(body.similar()).doesNotHaveDuplicates();
    }

    /** Along the great circle (haversine), to a decimetre. */
    private static double metres(Location one, Location other) {
        double north = Math.sin(Math.toRadians(other.lat() - one.lat()) / 2);
        double east = Math.sin(Math.toRadians(other.lon() - one.lon()) / 2);
        double a = north * north + Math.cos(Math.toRadians(one.lat()))
                * Math.cos(Math.toRadians(other.lat())) * east * east;
        return Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(a)) * 10) / 10.0;
    }
}
