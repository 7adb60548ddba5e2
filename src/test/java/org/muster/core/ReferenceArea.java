package org.muster.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Settings.AreaDefinition;
import org.muster.model.Strength;

/** An area's figures the slow way, from the sets of what lies in it. */
record ReferenceArea(AreaDefinition area, List<String> ancestors, Instant now) {
    @SuppressWarnings("NullAway") // a compact constructor's class file forgets that the crowd may be null
    Area of(List<Incident> in, Strength officers, List<Reference.Told> reports, int silentMinutes) {
        List<Incident> open = in.stream()
                .filter(incident -> incident.status() != IncidentStatus.CLOSED)
                .toList();
        Crowd.@Nullable Range crowd = null;
        for (Incident incident : open) {
            if (incident.crowd() != null) {
                Crowd.Range one = Objects.requireNonNull(incident.crowd().present());
                crowd = crowd == null ? one : sum(crowd, one);
            }
        }
        List<Instant> received = reports.stream().map(told -> told.entry().at()).toList();
        Duration silent = Duration.ofMinutes(silentMinutes);
        return new Area(area.id(), area.name(), area.parent(), ancestors,
                new Area.IncidentCounts(open.size(), (int) in.stream()
                        .filter(incident -> within(incident.openedAt(), Duration.ofHours(24)))
                        .count()),
                Area.ProtestCounts.NONE, crowd, officers, Area.ArrestCounts.NONE,
                ratio(crowd, officers.atScene()),
                new Area.Reports(
                        received.stream().filter(at -> within(at, Duration.ofHours(1))).count(),
                        received.size(), received.isEmpty() ? null : received.getLast()),
                received.stream().anyMatch(at -> within(at, silent)) ? Coverage.REPORTING
                        : Coverage.SILENT);
    }

    private static Crowd.Range sum(Crowd.Range one, Crowd.Range other) {
        return new Crowd.Range(one.low() + other.low(), one.best() + other.best(),
                one.high() + other.high());
    }

    private boolean within(Instant at, Duration window) {
        return at.isAfter(now.minus(window)) && !at.isAfter(now);
    }

    private static Area.@Nullable Ratio ratio(Crowd.@Nullable Range crowd, int officers) {
        return crowd == null || officers == 0 ? null
                : new Area.Ratio(ratio(crowd.best(), officers), ratio(crowd.high(), officers));
    }

    private static double ratio(long people, int officers) {
        return BigDecimal.valueOf(people)
                .divide(BigDecimal.valueOf(officers), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
