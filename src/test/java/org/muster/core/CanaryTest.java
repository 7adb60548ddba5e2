package org.muster.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.model.Entry;
import org.muster.model.Entry.Body;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Plan;
import org.muster.model.Settings;

/** Were the picture a little different from what the entries come to, the referee would see it: one rule bent each. */
class CanaryTest {

    private static final int STEPS = 4_000;

    static Stream<Arguments> bends() {
        return Stream.of(bend("a report counts when it was received", entry -> at(entry)),
                bend("what was struck stays", entry -> with(entry, body(entry, false, true))),
                bend("nothing is sensitive", entry -> with(entry, body(entry, true, false))),
                bend("reports count nowhere",
                        entry -> new Entry(entry.seq(), entry.at(), entry.actor(), List.of(),
                                entry.body())),
                bend("somebody else reported",
                        entry -> new Entry(entry.seq(), entry.at(), "nobody", entry.areas(),
                                entry.body())),
                bend("an estimate lasts longer", entry -> settings(entry, 1, 0, 0)),
                bend("an area is silent later", entry -> settings(entry, 0, 1, 0)),
                bend("opponents have to come closer", entry -> settings(entry, 0, 0, -199)),
                bend("a protest lasts as long as usual", CanaryTest::usual),
                bend("nothing is cancelled",
                        entry -> entry.body() instanceof Entry.ProtestCancelled
                                ? with(entry, new Entry.ReportRead(Say.idOf(0)))
                                : entry));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bends")
    void a_bent_rule_is_noticed(String rule, UnaryOperator<Entry> bend) {
        World world = new World();
        Riot riot = new Riot(rule.length(), world);
        Referee referee = new Referee(world, new Reference(world::places, bend));
        assertThatThrownBy(() -> {
            for (int step = 0; step < STEPS; step++) {
                riot.step();
                referee.looks();
            }
        }).as(rule).isInstanceOf(AssertionError.class);
    }

    private static Arguments bend(String rule, UnaryOperator<Entry> bend) {
        return arguments(rule, bend);
    }

    private static Entry with(Entry entry, Body body) {
        return new Entry(entry.seq(), entry.at(), entry.actor(), entry.areas(), body);
    }

    private static Entry at(Entry entry) {
        return entry.body() instanceof ReportRecorded body
                ? with(entry, new ReportRecorded(body.report(), body.incident(), body.protest(),
                        body.opened(), body.observer(), entry.at(), body.sensitive(), body.struck(),
                        body.clashes(), body.similar(), body.contentSha256(), body.warnings()))
                : entry;
    }

    private static Body body(Entry entry, boolean strikes, boolean knowsSensitive) {
        return entry.body() instanceof ReportRecorded body ? new ReportRecorded(body.report(),
                body.incident(), body.protest(), body.opened(), body.observer(), body.effectiveAt(),
                knowsSensitive && body.sensitive(), strikes ? body.struck() : null, body.clashes(),
                body.similar(), body.contentSha256(), body.warnings()) : entry.body();
    }

    private static Entry settings(Entry entry, int estimate, int silent, int opposed) {
        if (!(entry
                .body() instanceof Entry.SettingsApplied(Settings is, var open, var at, var clashes))) {
            return entry;
        }
        Settings other = new Settings(is.areaMap(), is.areas(), is.categories(), is.offences(),
                is.unitRoles(),
                new Settings.Windows(is.windows().estimateMinutes() + estimate,
                        is.windows().silentMinutes() + silent),
                new Settings.Clashing(is.clashing().dispersalMinutes(),
                        is.clashing().opposedMetres() + opposed, is.clashing().otherMetres()));
        return with(entry, new Entry.SettingsApplied(other, open, at, clashes));
    }

    private static Entry usual(Entry entry) {
        return entry.body() instanceof Entry.ProtestPlanned planned
                ? with(entry,
                        new Entry.ProtestPlanned(planned.protest(), usual(planned.plan()),
                                planned.clashes(), planned.contentSha256()))
                : entry;
    }

    private static Plan usual(Plan plan) {
        return new Plan(plan.title(), plan.category(), plan.organisation(), plan.opposes(),
                plan.startsAt(), null, plan.place(), plan.expected(), plan.officersPlanned(),
                plan.noticeGivenAt(), plan.publicMessage());
    }
}
