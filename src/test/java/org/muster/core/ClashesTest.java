package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.core.Clashes.Candidate;
import org.muster.model.Clash;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** When two plans clash, and what is said of it. */
class ClashesTest {

    private static final Instant NOON = Instant.parse("2014-09-13T12:00:00Z");
    private static final UUID EDL = new UUID(0, 1);
    private static final UUID UAF = new UUID(0, 2);
    private static final Shape PLACE = new Shape.Point(new Position(53.4308, -1.3566));
    private static final Settings.Clashing LIMITS = Settings.Clashing.DEFAULT;

    @ParameterizedTest(name = "opposed {0}, {1} m: {2}")
    @CsvSource({"true, 299.9, 299.9", "true, 300.0, ", "true, 0, 0", "true, 299.949, 299.9",
            "false, 49.9, 49.9", "false, 50.0, ", "false, 299.9, ", "false, 0, 0"})
    void places_are_closer_than_the_settings_say(boolean opposed, double metres,
            @Nullable Double shown) {
        List<Clash> clashes = clashes(metres, plan(0, 60, PLACE, opposed ? UAF : null),
                plan(0, 60, PLACE, null));
        if (shown == null) {
            assertThat(clashes).isEmpty();
        } else {
            assertThat(clashes).extracting(Clash::distance).containsExactly(shown);
            assertThat(clashes).extracting(Clash::opposed).containsExactly(opposed);
        }
    }

    @Test
    void it_does_not_matter_which_of_the_two_opposes_the_other() {
        assertThat(clashes(200, plan(0, 60, PLACE, null), plan(0, 60, PLACE, EDL)))
                .extracting(Clash::opposed)
                .containsExactly(true);
    }

    @ParameterizedTest(name = "from minute {0} to {1}: {2} to {3}")
    @CsvSource({"0, 60, -60, 120", "180, 240, 120, ", "179, 240, 119, 120", "-180, -120, , ",
            "-180, -119, -60, -59", "30, 300, -30, 120", "-300, 300, -60, 120"})
    void windows_overlap_with_an_hour_for_dispersal_on_both_sides(int start, int end,
            @Nullable Integer from, @Nullable Integer to) {
        List<Clash> clashes = clashes(10, plan(0, 60, PLACE, null), plan(start, end, PLACE, null));
        if (from == null || to == null) {
            assertThat(clashes).isEmpty();
        } else {
            assertThat(clashes)
                    .containsExactly(new Clash(UAF, false, 10, minute(from), minute(to)));
        }
    }

    @Test
    void a_plan_without_an_end_takes_four_hours() {
        Plan open = new Plan("m", "march", null, List.of(), NOON, null, PLACE, null, null, null,
                null);
        assertThat(clashes(0, open, plan(359, 400, PLACE, null))).extracting(Clash::from, Clash::to)
                .containsExactly(tuple(minute(299), minute(300)));
        assertThat(clashes(0, open, plan(360, 400, PLACE, null))).isEmpty();
    }

    @Test
    void without_a_place_there_is_no_clash() {
        assertThat(clashes(0, plan(0, 60, null, UAF), plan(0, 60, PLACE, EDL))).isEmpty();
        assertThat(clashes(0, plan(0, 60, PLACE, UAF), plan(0, 60, null, EDL))).isEmpty();
    }

    @Test
    void no_plan_clashes_with_itself_and_the_others_come_by_id() {
        Candidate one = Candidate.of(EDL, true, plan(0, 60, PLACE, null));
        Candidate third = Candidate.of(new UUID(0, 3), true, plan(0, 60, PLACE, null));
        Candidate second = Candidate.of(UAF, true, plan(0, 60, PLACE, null));
        assertThat(new Clashes(new Apart(() -> 0), LIMITS).of(one, List.of(third, one, second)))
                .extracting(Clash::protest)
                .containsExactly(UAF, new UUID(0, 3));
    }

    @Test
    void nobody_measures_what_is_certainly_far_apart_or_at_another_time() {
        Ground nobody = new Apart(() -> {
            throw new AssertionError("measured");
        });
        Candidate one = Candidate.of(EDL, true, plan(0, 60, PLACE, null));
        Shape far = new Shape.Point(new Position(53.4308, -1.3560 + 0.01));
        assertThat(new Clashes(nobody, LIMITS).of(one,
                List.of(Candidate.of(UAF, true, plan(0, 60, far, EDL)),
                        Candidate.of(UAF, true, plan(600, 660, PLACE, EDL)))))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void a_box_never_says_far_of_what_is_near(long seed) {
        Random random = new Random(seed);
        World ground = new World();
        for (int i = 0; i < 20_000; i++) {
            double lat = random.nextDouble() * 178 - 89;
            double lon = random.nextDouble() * 360 - 180;
            Shape here = new Shape.Point(new Position(lat, lon));
            Shape there = new Shape.Point(
                    new Position(Math.clamp(lat + random.nextGaussian() / 200, -90, 90),
                            Math.clamp(lon + random.nextGaussian() / 100, -180, 180)));
            double metres = random.nextDouble() * 1000;
            if (Box.of(here).isFurtherThan(metres, Box.of(there))) {
                assertThat(ground.metres(here, there)).isGreaterThan(metres);
            }
        }
    }

    @Test
    void places_on_both_sides_of_the_date_line_may_be_near() {
        Box east = Box.of(new Shape.Point(new Position(10, 179.999)));
        Box west = Box.of(new Shape.Point(new Position(10, -179.999)));
        assertThat(east.isFurtherThan(300, west)).isFalse();
        assertThat(west.isFurtherThan(300, east)).isFalse();
    }

    /** Everything is as far apart as this says. */
    private record Apart(DoubleSupplier distance) implements Ground {

        @Override
        public double metres(Shape one, Shape other) {
            return distance.getAsDouble();
        }

        @Override
        public double squareMetres(Shape shape) {
            throw new AssertionError("measured");
        }
    }

    private static List<Clash> clashes(double metres, Plan one, Plan other) {
        return new Clashes(new Apart(() -> metres), LIMITS).of(Candidate.of(EDL, true, one),
                List.of(Candidate.of(UAF, true, other)));
    }

    private static Plan plan(int start, int end, @Nullable Shape place, @Nullable UUID opposes) {
        return new Plan("m", "march", null, opposes == null ? List.of() : List.of(opposes),
                minute(start), minute(end), place, null, null, null, null);
    }

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void what_only_reports_tell_of_clashes_with_plans_and_not_with_its_like() {
        Candidate planned = Candidate.of(EDL, true, plan(0, 60, PLACE, null));
        Candidate told = Candidate.of(UAF, false, plan(0, 60, PLACE, null));
        Candidate also = Candidate.of(new UUID(0, 3), false, plan(0, 60, PLACE, null));
        Clashes clashes = new Clashes(new Apart(() -> 0), LIMITS);
        assertThat(clashes.of(told, List.of(planned, also))).extracting(Clash::protest)
                .containsExactly(EDL);
        assertThat(clashes.of(planned, List.of(told, also))).hasSize(2);
    }
}
