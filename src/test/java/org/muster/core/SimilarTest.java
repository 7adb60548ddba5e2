package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.muster.core.World.START;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Report;

/** The contract's similar: at most five open incidents within 300 m and two hours. */
class SimilarTest {

    /** Metres of a degree along a meridian on the mean sphere. */
    private static final double DEGREE = 111_195.08;

    private final World world = new World();

    @Test
    void the_great_circle_is_as_long_as_the_tables_say() {
        Location pole = new Location(90, 0, null, null);
        assertThat(Grid.metres(pole, new Location(0, 50, null, null))).isCloseTo(10_007_557.2,
                offset(1.0));
        assertThat(Grid.metres(at(0, 0), at(0, 0))).isZero();
    }

    @ParameterizedTest(name = "{0} m north, {1} m east: {2}")
    @CsvSource({"299, 0, true", "301, 0, false", "-299, 0, true", "0, 299, true", "0, -301, false",
            "200, 200, true", "220, 220, false"})
    void within_300_metres(double north, double east, boolean isSimilar) {
        UUID first = open(at(0, 0), 0);
        assertThat(similarTo(at(north, east), 0)).isEqualTo(isSimilar ? List.of(first) : List.of());
    }

    @ParameterizedTest(name = "{0} minutes: {1}")
    @CsvSource({"120, true", "120.001, false", "-120, true", "-120.001, false"})
    void within_two_hours_of_the_last_report(double minutes, boolean isSimilar) {
        UUID first = open(at(0, 0), 0);
        world.itIs(300);
        assertThat(similarTo(at(0, 0), minutes)).isEqualTo(isSimilar ? List.of(first) : List.of());
    }

    @Test
    void nearest_first_and_five_at_most() {
        List<UUID> opened = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            opened.add(open(at(0, 10 * (7 - i)), 0));
        }
        assertThat(similarTo(at(0, 0), 0)).isEqualTo(List.copyOf(opened.reversed()).subList(0, 5));
    }

    @Test
    void only_open_ones_of_the_same_kind_of_world() {
        UUID closed = open(at(0, 0), 0);
        world.report(Say.at(minute(0)).about(closed).closes(null));
        open(Say.at(minute(0)).drill(), at(0, 0));
        UUID struck = new UUID(6, 1);
        open(Say.at(minute(0)).as(struck), at(0, 0));
        world.report(Say.at(minute(0)).withdraws(struck));
        assertThat(similarTo(at(0, 0), 0)).isEmpty();
        world.report(Say.at(minute(0)).about(closed).reopens());
        assertThat(similarTo(at(0, 0), 0)).containsExactly(closed);
    }

    @Test
    void where_they_are_now_counts() {
        UUID moved = open(at(0, 0), 0);
        world.report(Say.at(minute(0)).about(moved).at(at(5_000, 0), List.of(THURCROFT)));
        assertThat(similarTo(at(0, 0), 0)).isEmpty();
        assertThat(similarTo(at(5_000, 10), 0)).containsExactly(moved);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_grid_finds_what_a_search_through_all_finds(long seed) {
        Random random = new Random(seed);
        Nearby nearby = new Nearby();
        List<IncidentTrack> all = new ArrayList<>();
        Areas areas = new Areas();
        double[] lats = {0.05, 53.4, -53.4, 80, 89.9985, -89.9995};
        double[] lons = {0, -1.3, 179.9995, -179.9995};
        for (int i = 0; i < 400; i++) {
            IncidentTrack track = track(i, around(random, lats, lons), areas);
            all.add(track);
            nearby.put(track);
        }
        for (int i = 0; i < 400; i++) {
            Location to = around(random, lats, lons);
            List<UUID> found = nearby.similar(to, false, 0);
            long near = all.stream()
                    .filter(it -> Grid.metres(it.location(), to) <= Nearby.NEAR_METRES)
                    .count();
            assertThat(found).hasSize((int) Math.min(near, Nearby.FOUND_MAX));
        }
    }

    private static Location around(Random random, double[] lats, double[] lons) {
        double lat = lats[random.nextInt(lats.length)] + (random.nextDouble() - 0.5) / 200;
        double wide = 200 * Math.max(0.01, Math.cos(Math.toRadians(lat)));
        double lon = lons[random.nextInt(lons.length)] + (random.nextDouble() - 0.5) / wide;
        double around = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
        return new Location(Math.clamp(lat, -90, 90), around, null, null);
    }

    private static IncidentTrack track(int number, Location at, Areas areas) {
        Moment when = new Moment(0, number + 1);
        IncidentState opened = IncidentState.opened(new UUID(0, number), when, "assault", false,
                "x", new Placed(at, areas.nowhere()));
        IncidentTrack track = new IncidentTrack(opened, new Ledger.Fusing(1), areas::set);
        Report report = Report.of(new UUID(0, number), START).build();
        track.add(when, new Entry.ReportRecorded(report, opened.id(), null, false, "x", START,
                false, null, List.of(), List.of(), "00", List.of()), "x", areas.nowhere());
        return track;
    }

    private UUID open(Location there, double minute) {
        return open(Say.at(minute(minute)), there);
    }

    private UUID open(Say say, Location there) {
        return world.opened(say.opens("assault").at(there, List.of(THURCROFT)));
    }

    private List<UUID> similarTo(Location there, double minute) {
        Say say = Say.at(minute(minute)).opens("assault").at(there, List.of(THURCROFT));
        Decision decision = world.picture.decide(say.command(world.entries.size()), world.now(),
                world);
        return ((Entry.ReportRecorded) ((Decision.Accepted) decision).drafts().getFirst().body())
                .similar();
    }

    private static Location at(double north, double east) {
        double lat = 53.4 + north / DEGREE;
        return new Location(lat, -1.3 + east / DEGREE / Math.cos(Math.toRadians(lat)), null, null);
    }
}
