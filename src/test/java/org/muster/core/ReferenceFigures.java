package org.muster.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Arrests;
import org.muster.model.Crowd;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Figures;
import org.muster.model.Injured;
import org.muster.model.Strength;
import org.muster.model.Unit;

/** What reports add up to. */
final class ReferenceFigures {

    private ReferenceFigures() {}

    /** @param asked officers that were asked for without naming a unit */
    static Figures of(List<Told> inOrder, @Nullable Crowd crowd, List<Unit> units, int asked) {
        Set<String> reporters = new HashSet<>();
        inOrder.forEach(told -> reporters.add(told.entry().actor()));
        Instant last = inOrder.isEmpty() ? null : inOrder.getLast().at();
        return new Figures(crowd, strength(units, asked), units, arrests(inOrder), injured(inOrder),
                inOrder.size(), last, reporters);
    }

    static Strength strength(Iterable<Unit> units, int asked) {
        Map<DeploymentState, Integer> counts = new HashMap<>();
        units.forEach(unit -> counts.merge(unit.state(), unit.count(), Integer::sum));
        return new Strength(counts.getOrDefault(DeploymentState.AT_SCENE, 0),
                counts.getOrDefault(DeploymentState.EN_ROUTE, 0)
                        + counts.getOrDefault(DeploymentState.COMMITTED, 0),
                counts.getOrDefault(DeploymentState.REQUESTED, 0) + asked, 0);
    }

    /** Per observer and role the newest report's lines. */
    static int asked(List<Told> inOrder) {
        Map<List<@Nullable String>, Map<Long, Integer>> newest = new HashMap<>();
        for (Told told : inOrder) {
            for (Deployment line : told.report().officers()) {
                if (line.unit() == null) {
                    List<@Nullable String> key = Arrays.asList(ReferenceUnshown.eyes(told),
                            line.role());
                    Map<Long, Integer> sums = newest.computeIfAbsent(key, _ -> new HashMap<>());
                    sums.keySet().removeIf(seq -> seq != told.seq());
                    sums.merge(told.seq(), line.count(), Integer::sum);
                }
            }
        }
        return newest.values()
                .stream()
                .flatMap(sums -> sums.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Arrests arrests(List<Told> reports) {
        int total = 0;
        Map<String, Integer> byOffence = new HashMap<>();
        Map<AgeBand, Integer> byAge = new EnumMap<>(AgeBand.class);
        for (Told told : reports) {
            for (Arrest arrest : told.report().arrests()) {
                total += arrest.count();
                byOffence.merge(arrest.offence(), arrest.count(), Integer::sum);
                byAge.merge(band(arrest), arrest.count(), Integer::sum);
            }
        }
        return new Arrests(total, byOffence, byAge);
    }

    private static AgeBand band(Arrest arrest) {
        if (arrest.ageBand() != null) {
            return arrest.ageBand();
        }
        if (arrest.ageMin() == null || arrest.ageMax() == null) {
            return AgeBand.UNKNOWN;
        }
        AgeBand youngest = band(arrest.ageMin());
        return youngest == band(arrest.ageMax()) ? youngest : AgeBand.UNKNOWN;
    }

    private static AgeBand band(int age) {
        if (age < 10) {
            return AgeBand.UNDER_10;
        }
        if (age < 18) {
            return AgeBand.AGED_10_TO_17;
        }
        if (age < 25) {
            return AgeBand.AGED_18_TO_24;
        }
        return age < 35 ? AgeBand.AGED_25_TO_34 : AgeBand.OVER_34;
    }

    private static Injured injured(List<Told> reports) {
        int people = 0;
        int officers = 0;
        for (Told told : reports) {
            Injured said = told.report().injured();
            people += said == null ? 0 : said.people();
            officers += said == null ? 0 : said.officers();
        }
        return new Injured(people, officers);
    }
}
