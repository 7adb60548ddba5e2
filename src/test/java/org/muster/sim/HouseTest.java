package org.muster.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.access.Credential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.ingest.ReportReader;
import org.muster.journal.MemoryJournal;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Glossary;
import org.muster.model.Role;

/** Nothing acknowledged is lost, nothing is shown twice, every screen ends like a replay: whatever happens on the way. */
final class HouseTest {
    private static final int STEPS = 600;
    private static final int SENDERS = 8;

    private final Config config = config();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_was_acknowledged_stays_and_every_screen_shows_the_record(long seed) {
        Random random = new Random(seed);
        House house = house();
        people(random);
        Planner planner = new Planner(config.areaMap(), random);
        Worker worker = new Worker(random);
        Checks checks = new Checks(house, senders, screens);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(25) == 0) {
                house.journal.next(random.nextBoolean() ? MemoryJournal.Fate.FAILS_HAVING_STORED_ALL
                        : MemoryJournal.Fate.FAILS_HAVING_STORED_NOTHING);
            }
            send(house, senders.get(random.nextInt(SENDERS)));
            if (random.nextInt(6) == 0) {
                alive(house, () -> house.wish(planner.wish(house.now())));
            }
            if (random.nextInt(3) == 0) {
                alive(house, () -> worker.wish(house.views().now()).ifPresent(house::wish));
            }
            disturb(house, random);
            checks.afterEachStep();
        }
        finish(house);
        checks.atTheEnd();
        checks.everyKindWasSent();
        assertThat(house.lives()).as("the disk did fail").isGreaterThan(3);
        assertThat(house.journal.head()).as("reports were recorded").isGreaterThan(STEPS / 2);
    }

    /** The canary: were it green, the test above would prove nothing. */
    @Test
    void a_disk_that_forgets_what_was_acknowledged_is_found_out() {
        Random random = new Random(1);
        House house = house();
        people(random);
        while (senders.stream().mapToInt(sender -> sender.acknowledged.size()).sum() < 20) {
            send(house, senders.get(random.nextInt(SENDERS)));
        }
        house.journal.lose(3);
        house.restart();
        Checks checks = new Checks(house, senders, screens);
        assertThatThrownBy(checks::atTheEnd).isInstanceOf(AssertionError.class);
    }

    private House house() {
        return new House(
                new ReportReader(Glossary.of(config.settings()), config.areaMap(),
                        config.limits().json()),
                new Command.ApplySettings(config.settings(), config.areaMap()));
    }

    private void people(Random random) {
        List<Wording.Known> known = new ArrayList<>();
        for (int i = 2; i < SENDERS; i++) {
            senders.add(new Sender(new Actor("U" + i, Role.FIELD), known, random));
        }
        senders.add(new Sender(new Actor("desk-3", Role.CONTROLLER), known, random));
        senders.add(new Sender(new Actor("sergeant", Role.SUPERVISOR), known, random));
        screens.add(new Screen(credential("desk", Role.CONTROLLER)));
        screens.add(new Screen(credential("desk-2", Role.CONTROLLER, "rotherham")));
        screens.add(new Screen(credential("wall", Role.VIEWER, "sheffield", "thurcroft")));
        screens.add(new Screen(credential("U3", Role.FIELD)));
        screens.add(new Screen(credential("audit", Role.AUDITOR)));
    }

    private void send(House house, Sender sender) {
        List<Letter> letters = sender.letters(house.now());
        alive(house,
                () -> house.send(letters).ifPresent(answers -> sender.answered(letters, answers)));
    }

    /** When the house was gone meanwhile, so are all lines to it. */
    private void alive(House house, Runnable action) {
        int lives = house.lives();
        action.run();
        if (house.lives() > lives) {
            screens.forEach(Screen::lost);
        }
    }

    private void disturb(House house, Random random) {
        house.work(random.nextInt(4));
        Duration span = Duration
                .ofMillis(random.nextInt(50) == 0 ? 1_900_000 : random.nextInt(2_000));
        alive(house, () -> house.pass(span));
        if (random.nextInt(40) == 0) {
            house.snapshot();
        }
        Screen screen = screens.get(random.nextInt(screens.size()));
        switch (random.nextInt(6)) {
            case 0 -> screen.cut();
            case 1 -> screen.drain(random.nextInt(3));
            case 2 -> screen.look();
            default -> screen.drain(100);
        }
        screens.get(random.nextInt(screens.size())).connect(house.hub());
    }

    /** Everybody repeats what is unanswered and every screen comes back, until all is calm. */
    private void finish(House house) {
        for (Sender sender : senders) {
            send(house, sender);
        }
        for (int i = 0; i < 12; i++) {
            for (Screen screen : screens) {
                screen.connect(house.hub());
                screen.drain(Integer.MAX_VALUE);
            }
            house.settle();
            alive(house, () -> house.pass(Duration.ofMillis(250)));
            house.settle();
        }
        screens.forEach(screen -> screen.drain(Integer.MAX_VALUE));
    }

    private static Credential credential(String name, Role role, String... areas) {
        return new Credential("id-" + name, name, role, List.of(areas), null, Instant.EPOCH, null,
                null);
    }

    private static Config config() {
        return switch (Config.load(Path.of("config"), Map.of())) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }
}
