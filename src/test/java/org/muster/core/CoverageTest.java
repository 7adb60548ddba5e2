package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.model.AgeBand;
import org.muster.model.Coverage;
import org.muster.model.Injured;

/** The contract's coverage: reporting, quiet (reports say nothing wrong), silent (none for a configured time). */
class CoverageTest {

    private static final UUID REPORT = new UUID(5, 1);
    private static final double MILLISECOND = 1.0 / 60_000;

    private final World world = new World();

    @Test
    void quiet_is_an_area_whose_reports_all_say_so() {
        world.report(quiet());
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        assertThat(coverage("rotherham")).isEqualTo(Coverage.QUIET);
        assertThat(coverage("centre")).isEqualTo(Coverage.SILENT);
        world.report(Say.at(minute(0)).in("y", CENTRE));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        assertThat(coverage("centre")).isEqualTo(Coverage.REPORTING);
        assertThat(coverage("rotherham")).isEqualTo(Coverage.REPORTING);
    }

    static List<Consumer<Say>> alarms() {
        return List.of(say -> say.opens("assault"), say -> say.and(it -> it.emergency(true)),
                say -> say.arrests("affray", 1, AgeBand.UNKNOWN),
                say -> say.and(it -> it.injured(new Injured(0, 1))));
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void all_quiet_beside_an_alarm_is_not_quiet(Consumer<Say> alarm) {
        Say say = quiet();
        alarm.accept(say);
        world.report(say);
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.REPORTING);
    }

    @Test
    void a_crowd_of_somebody_is_not_quiet_and_one_of_nobody_is() {
        UUID incident = world.opened(Say.at(minute(0)).opens("assault").in("x", THURCROFT));
        world.itIs(60);
        world.report(quiet().about(incident).crowd(0, 0));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        world.report(quiet().about(incident).crowd(0, 1));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.REPORTING);
    }

    @Test
    void silence_begins_when_the_last_report_is_as_old_as_the_settings_say() {
        world.report(quiet());
        world.itIs(60 - MILLISECOND);
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        world.itIs(60);
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.SILENT);
    }

    @Test
    void other_settings_bring_an_area_back_from_silence() {
        world.report(quiet());
        world.itIs(90);
        world.settings(World.settings(30, 120));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        assertThat(world.area("thurcroft").reports().lastHour()).isZero();
        world.itIs(120);
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.SILENT);
    }

    @Test
    void a_struck_report_was_never_heard() {
        world.report(quiet());
        world.itIs(10);
        world.report(Say.at(minute(10)).as(REPORT).in("x", THURCROFT));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.REPORTING);
        world.report(Say.at(minute(10)).withdraws(REPORT));
        assertThat(coverage("thurcroft")).isEqualTo(Coverage.QUIET);
        assertThat(world.area("thurcroft").reports().lastAt()).isEqualTo(minute(0));
        assertThat(world.area("thurcroft").reports().lastHour()).isEqualTo(1);
    }

    private static Say quiet() {
        return Say.at(minute(0)).in("x", THURCROFT).and(report -> report.allQuiet(true));
    }

    private Coverage coverage(String area) {
        return world.area(area).coverage();
    }
}
