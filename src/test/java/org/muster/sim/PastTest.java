package org.muster.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.ingest.ReportReader;
import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.Command;
import org.muster.model.Glossary;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Role;
import org.muster.recorder.PastViews;
import org.muster.view.Past;
import org.muster.view.View;

/** What is told of a moment afterwards is what was shown at it, but for what became confidential since. */
final class PastTest {
    private static final int STEPS = 400;
    private static final int LOOKS = 100;

    private final Config config = switch (Config.load(Path.of("config"), Map.of())) {
        case Loaded.Ready ready -> ready.config();
        case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
    private final House house = new House(
            new ReportReader(Glossary.of(config.settings()), config.areaMap(),
                    config.limits().json()),
            new Command.ApplySettings(config.settings(), config.areaMap()));
    private final List<View> shown = new ArrayList<>();
    private int concealed;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34})
    void what_is_told_of_a_moment_afterwards_is_what_was_shown_at_it(long seed) {
        Random random = new Random(seed);
        days(random);
        int compared = 0;
        try (PastViews past = house.past()) {
            for (int i = 0; compared < LOOKS && i < 10 * LOOKS; i++) {
                View live = shown.get(random.nextInt(shown.size()));
                if (house.journal.lastUpTo(live.at()) == live.cursor().seq()) {
                    same(at(past, live.at()), live, house.views().now());
                    compared++;
                }
            }
        }
        assertThat(compared).as("moments that no later entry shares").isEqualTo(LOOKS);
        assertThat(concealed).as("things that became confidential since").isPositive();
    }

    @Test
    void before_the_first_entry_nothing_was_known() {
        house.pass(Duration.ofSeconds(1));
        try (PastViews past = house.past()) {
            View before = at(past, Instant.parse("2001-01-01T00:00:00Z"));
            assertThat(before.cursor().seq()).isZero();
            assertThat(before.at()).isEqualTo("2001-01-01T00:00:00Z");
            assertThat(before.incidents().ids()).isEmpty();
        }
    }

    @Test
    void the_future_is_refused() {
        try (PastViews past = house.past()) {
            assertThat(past.at(house.now().plusMillis(1), () -> false)).isInstanceOfSatisfying(
                    Past.Untold.class,
                    untold -> assertThat(untold.why().faults().getFirst().detail())
                            .contains("in the future"));
        }
    }

    /** Two days in which much happens, with restarts and snapshots in between; what was shown is kept now and then. */
    private void days(Random random) {
        List<Wording.Known> known = new ArrayList<>();
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            senders.add(new Sender(new Actor("U" + i, Role.FIELD), known, random));
        }
        senders.add(new Sender(new Actor("desk-3", Role.CONTROLLER), known, random));
        senders.add(new Sender(new Actor("sergeant", Role.SUPERVISOR), known, random));
        Planner planner = new Planner(config.areaMap(), random);
        Worker worker = new Worker(random);
        for (int step = 0; step < STEPS; step++) {
            Sender sender = senders.get(random.nextInt(senders.size()));
            List<Letter> letters = sender.letters(house.now());
            house.send(letters).ifPresent(answers -> sender.answered(letters, answers));
            shown.add(house.views().now());
            if (random.nextInt(6) == 0) {
                house.wish(planner.wish(house.now()));
            }
            if (random.nextInt(3) == 0) {
                worker.wish(house.views().now()).ifPresent(house::wish);
            }
            house.pass(
                    Duration.ofMillis(random.nextInt(40) == 0 ? 1_900_000 : random.nextInt(2_000)));
            shown.add(house.views().now());
            if (random.nextInt(60) == 0) {
                house.snapshot();
            }
            if (random.nextInt(100) == 0) {
                house.restart();
            }
        }
        house.pass(Duration.ofSeconds(1));
    }

    private static View at(PastViews past, Instant moment) {
        return switch (past.at(moment, () -> false)) {
            case Past.Known(View view) -> view;
            case Past.Untold(var why) -> throw new AssertionError(why);
        };
    }

    private void same(View told, View live, View now) {
        assertThat(told.cursor()).isEqualTo(live.cursor());
        assertThat(told.at()).isEqualTo(live.at());
        assertThat(told.areas()).isEqualTo(live.areas());
        assertThat(told.units().keySet()).isEqualTo(live.units().keySet());
        assertThat(told.incidents().ids()).isEqualTo(live.incidents().ids());
        assertThat(told.protests().ids()).isEqualTo(live.protests().ids());
        assertThat(told.alerts().ids()).isEqualTo(live.alerts().ids());
        boolean asItWas = true;
        for (UUID id : live.incidents().ids()) {
            asItWas &= same(told, id, Objects.requireNonNull(live.incidents().get(id)), now);
        }
        for (Protest protest : live.protests().newestFirst()) {
            asItWas &= Objects.requireNonNull(told.protests().get(protest.id()))
                    .sensitive() == protest.sensitive();
        }
        if (asItWas) {
            assertThat(told.incidents()).isEqualTo(live.incidents());
            assertThat(told.protests()).isEqualTo(live.protests());
            assertThat(told.alerts()).isEqualTo(live.alerts());
            assertThat(told.units()).isEqualTo(live.units());
        }
        for (Alert alert : live.alerts().newestFirst()) {
            Alert its = Objects.requireNonNull(told.alerts().get(alert.id()));
            assertThat(told.isSensitive(its.subject()) || its.equals(alert)).isTrue();
        }
    }

    /** Whether it is shown as it was; else without what is confidential by now. */
    private boolean same(View told, UUID id, Incident was, View now) {
        Incident its = Objects.requireNonNull(told.incidents().get(id));
        if (its.sensitive() == was.sensitive()) {
            assertThat(its).isEqualTo(was);
        } else {
            assertThat(Objects.requireNonNull(now.incidents().get(id)).sensitive()
                    || !now.confidential().isEmpty()).isTrue();
            assertThat(its.title()).isNull();
            assertThat(its.location()).isEqualTo(told.settings().centre(its.areas()));
            assertThat(its.figures()).isEqualTo(was.figures());
            concealed++;
        }
        assertThat(its.sensitive() || !Objects.requireNonNull(now.incidents().get(id)).sensitive())
                .as("what is sensitive now was so then")
                .isTrue();
        return its.sensitive() == was.sensitive();
    }
}
