package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.muster.model.Clash;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.ProtestStatus;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** Which protests come close to one, each compared with each. */
final class ReferenceClashes {

    private static final double METRES_PER_DEGREE = 2 * Math.PI * 6_371_008.8 / 360;

    private final Collection<ReferenceProtest> all;
    private final Settings.Clashing limits;

    ReferenceClashes(Collection<ReferenceProtest> all, Settings.Clashing limits) {
        this.all = all;
        this.limits = limits;
    }

    List<Clash> of(ReferenceProtest one) {
        List<Clash> clashes = new ArrayList<>();
        for (ReferenceProtest other : all) {
            if (!other.facts.id.equals(one.facts.id) && takesPart(one) && takesPart(other)
                    && one.facts.drill == other.facts.drill
                    && (one.facts.plan != null || other.facts.plan != null)) {
                clashes.addAll(between(one, other));
            }
        }
        clashes.sort(Comparator.comparing(Clash::protest));
        return clashes;
    }

    private List<Clash> between(ReferenceProtest one, ReferenceProtest other) {
        Plan plan = one.plan;
        Shape here = plan.place();
        Shape there = other.plan.place();
        if (here == null || there == null) {
            return List.of();
        }
        Duration dispersal = Duration.ofMinutes(limits.dispersalMinutes());
        Instant from = later(plan.startsAt(), other.plan.startsAt()).minus(dispersal);
        Instant to = earlier(plan.end(), other.plan.end()).plus(dispersal);
        if (!from.isBefore(to)) {
            return List.of();
        }
        boolean opposed = plan.opposes().contains(other.facts.id)
                || other.plan.opposes().contains(one.facts.id);
        int limit = opposed ? limits.opposedMetres() : limits.otherMetres();
        double metres = metres(here, there);
        return metres < limit
                ? List.of(new Clash(other.facts.id, opposed, Math.round(metres * 10) / 10.0, from,
                        to))
                : List.of();
    }

    private static boolean takesPart(ReferenceProtest one) {
        return !one.facts.isVoid() && one.life.status != ProtestStatus.CANCELLED
                && (one.facts.plan != null || !one.facts.isSensitive());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static double metres(Shape one, Shape other) {
        return Corners.of(one)
                .stream()
                .flatMap(from -> Corners.of(other).stream().map(to -> metres(from, to)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double metres(Position from, Position to) {
        double north = (to.lat() - from.lat()) * METRES_PER_DEGREE;
        double east = (to.lon() - from.lon()) * METRES_PER_DEGREE
                * Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
        return Math.sqrt(north * north + east * east);
    }
}
