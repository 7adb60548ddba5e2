package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Clash;
import org.muster.model.Plan;
import org.muster.model.Settings.Clashing;
import org.muster.model.Shape;

/**
 * Which plans come close in time and place: their windows, each with the time that people need to gather and disperse,
 * share more than a moment, and their places are nearer than the settings allow for opponents or for others.
 */
final class Clashes {

    private static final int TENTHS = 10;

    private final Ground ground;
    private final Clashing limits;

    Clashes(Ground ground, Clashing limits) {
        this.ground = ground;
        this.limits = limits;
    }

    /**
     * A protest as far as it can clash.
     *
     * @param isPlanned whether somebody planned it: what only reports tell of clashes with plans, not with its like
     */
    record Candidate(UUID id, boolean isPlanned, Plan plan, @Nullable Box box) {

        static Candidate of(UUID id, boolean isPlanned, Plan plan) {
            Shape place = plan.place();
            return new Candidate(id, isPlanned, plan, place == null ? null : Box.of(place));
        }
    }

    /** How a plan clashes with the others, by their ids; never with one of its own id. */
    List<Clash> of(Candidate one, Iterable<Candidate> others) {
        List<Clash> clashes = new ArrayList<>();
        for (Candidate other : others) {
            Clash clash = between(one, other);
            if (clash != null) {
                clashes.add(clash);
            }
        }
        clashes.sort(Comparator.comparing(Clash::protest));
        return clashes;
    }

    private @Nullable Clash between(Candidate one, Candidate other) {
        Shape here = one.plan().place();
        Shape there = other.plan().place();
        if (here == null || there == null || one.box() == null || other.box() == null
                || one.id().equals(other.id()) || !(one.isPlanned() || other.isPlanned())) {
            return null;
        }
        if (one.box()
                .isFurtherThan(Math.max(limits.opposedMetres(), limits.otherMetres()),
                        other.box())) {
            return null;
        }
        Instant from = later(one.plan().startsAt(), other.plan().startsAt())
                .minusSeconds(dispersalSeconds());
        Instant to = earlier(one.plan().end(), other.plan().end()).plusSeconds(dispersalSeconds());
        boolean opposed = one.plan().opposes().contains(other.id())
                || other.plan().opposes().contains(one.id());
        int metres = opposed ? limits.opposedMetres() : limits.otherMetres();
        if (!from.isBefore(to) || one.box().isFurtherThan(metres, other.box())) {
            return null;
        }
        double distance = ground.metres(here, there);
        return distance < metres
                ? new Clash(other.id(), opposed, (double) Math.round(distance * TENTHS) / TENTHS,
                        from, to)
                : null;
    }

    private long dispersalSeconds() {
        return 60L * limits.dispersalMinutes();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
