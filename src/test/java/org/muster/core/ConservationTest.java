package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Area;
import org.muster.model.Crowd;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Unit;

/** An area's figures are those of all that lies in the areas within it, taken together as one set. */
class ConservationTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final World world = new World();
    private int inTwoLeaves;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void what_lies_in_several_areas_counts_once_above_them(long seed) {
        Riot riot = new Riot(seed, world);
        for (int round = 0; round < 40; round++) {
            riot.go(100);
            conserved("south-yorkshire", "rotherham", "thurcroft", "centre", "sheffield");
            conserved("rotherham", "thurcroft", "centre");
        }
        assertThat(inTwoLeaves).as("routes that lie in several leaves").isPositive();
    }

    /** @param within every area below the root; what lies in none of them lies in the root itself */
    private void conserved(String root, String... within) {
        Set<Incident> incidents = new HashSet<>();
        Set<Protest> protests = new HashSet<>();
        Set<Unit> units = new HashSet<>();
        Set<Long> reports = new HashSet<>();
        List<String> leaves = new ArrayList<>(List.of(within));
        leaves.add(root);
        for (String leaf : leaves) {
            incidents().filter(one -> one.areas().contains(leaf)).forEach(incidents::add);
            protests().filter(one -> one.areas().contains(leaf)).forEach(protests::add);
            world.units.values()
                    .stream()
                    .filter(one -> one.areas().contains(leaf))
                    .forEach(units::add);
            reports().filter(told -> told.entry().areas().contains(leaf))
                    .forEach(told -> reports.add(told.seq()));
        }
        inTwoLeaves += (int) protests.stream()
                .filter(one -> one.areas().containsAll(List.of("thurcroft", "centre")))
                .count();
        Area area = world.area(root);
        assertThat(area.incidents().open()).isEqualTo(
                incidents.stream().filter(one -> one.status() != IncidentStatus.CLOSED).count());
        assertThat(area.protests().live()).isEqualTo(
                protests.stream().filter(one -> one.status() == ProtestStatus.LIVE).count());
        assertThat(area.officers().atScene()).isEqualTo(officers(units, DeploymentState.AT_SCENE));
        assertThat(area.officers().enRoute()).isEqualTo(officers(units, DeploymentState.EN_ROUTE)
                + officers(units, DeploymentState.COMMITTED));
        assertThat(area.reports().total()).isEqualTo(reports.size());
        Stream<Figures> figures = Stream.concat(incidents.stream().map(Incident::figures),
                protests.stream().map(Protest::figures));
        assertThat(people(area.crowd())).isEqualTo(figures.map(Figures::crowd)
                .mapToLong(crowd -> crowd == null ? 0 : people(crowd.present()))
                .sum());
        arrests(area, incidents, protests, reports);
    }

    private void arrests(Area area, Set<Incident> incidents, Set<Protest> protests,
            Set<Long> reports) {
        Set<UUID> members = new HashSet<>();
        incidents.forEach(one -> members.add(one.id()));
        protests.forEach(one -> members.add(one.id()));
        List<Told> here = reports()
                .filter(told -> told.subject() == null ? reports.contains(told.seq())
                        : members.contains(told.subject()))
                .toList();
        Instant dayAgo = world.picture.at().minus(DAY);
        assertThat(area.arrests().total())
                .isEqualTo(here.stream().mapToInt(told -> told.report().arrested()).sum());
        assertThat(area.arrests().last24h()).isEqualTo(here.stream()
                .filter(told -> told.at().isAfter(dayAgo))
                .mapToInt(told -> told.report().arrested())
                .sum());
    }

    private Stream<Incident> incidents() {
        return world.incidents.values().stream().filter(one -> !one.isVoid() && !one.drill());
    }

    private Stream<Protest> protests() {
        return world.protests.values().stream().filter(one -> !one.isVoid() && !one.drill());
    }

    /** Those that count anywhere. */
    private Stream<Told> reports() {
        Set<Long> struck = new HashSet<>();
        List<Told> all = new ArrayList<>();
        for (Entry entry : world.entries) {
            if (entry.body() instanceof Entry.ReportRecorded body) {
                all.add(new Told(entry, body));
                if (body.struck() != null) {
                    struck.add(body.struck().seq());
                }
            }
        }
        return all.stream()
                .filter(told -> !struck.contains(told.seq()))
                .filter(told -> !told.report().withdrawn() && !told.report().drill());
    }

    private static long officers(Set<Unit> units, DeploymentState state) {
        return units.stream().filter(one -> one.state() == state).mapToLong(Unit::count).sum();
    }

    private static long people(Crowd.@Nullable Range range) {
        return range == null ? 0 : range.best();
    }
}
