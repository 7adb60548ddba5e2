package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.client.Pace;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.exercise.Scenario;
import org.muster.exercise.ScenarioPlayer;
import org.muster.exercise.ScenarioRead;
import org.muster.exercise.ScenarioReader;
import org.muster.geo.LocalGround;
import org.muster.journal.Replay;
import org.muster.journal.sqlite.SqliteCopy;
import org.muster.journal.sqlite.SqliteJournalReader;
import org.muster.model.Role;
import org.muster.rehearsal.Pair;
import org.muster.rehearsal.Rehearsal;
import org.muster.rehearsal.Rehearsed;
import org.muster.rules.CelRulebook;

/** The shipped rules over the demo's story, told in the time that it took. */
final class DemoRehearsalTest {
    private static final Duration BREATH = Duration.ofMillis(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(
            Instant.parse("2014-09-06T20:00:00Z"));

    /** Hours go by in a moment, and the service gets one to see it. */
    private final class Leap implements Pace {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public long nanos() {
            return Duration.between(Instant.EPOCH, now.get()).toNanos();
        }

        @Override
        public void pause(Duration time) {
            if (time.isPositive()) {
                now.updateAndGet(before -> before.plus(time));
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }
    }

    @Test
    void no_desk_is_flooded_and_what_is_critical_is_called(@TempDir Path data) throws Exception {
        Config config = switch (Config.load(Path.of("config"),
                Map.of("MUSTER_SERVER_PORT", "0", "MUSTER_LIMITS_RATES_ADDRESS_BURST", "10000"))) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        Scenario scenario = switch (ScenarioReader.shipped()) {
            case ScenarioRead.Good(var good) -> good;
            case ScenarioRead.Faulty(var faults) -> throw new AssertionError(faults);
        };
        try (Service service = new Service(DataFolder.open(data), config,
                new Clocks(now::get, System::nanoTime), () -> {})) {
            Map<String, Role> wanted = new HashMap<>(scenario.senders());
            wanted.put("onlooker", Role.CONTROLLER);
            var tokens = DemoTokens.make(service.access(), wanted);
            new ScenarioPlayer(scenario, 1, tokens, new Leap(), line -> {})
                    .play(URI.create("http://127.0.0.1:" + service.port() + "/"));
        }
        Rehearsed found = rehearse(data, config);
        System.err.println("DemoRehearsalTest: " + found.inputs() + " inputs, "
                + found.comparison().rows() + ", " + found.desks());
        assertThat(found.missed()).isEmpty();
        assertThat(found.comparison().count(Pair.Kind.ONLY_OLD)).isZero();
        assertThat(found.comparison().count(Pair.Kind.ONLY_NEW)).isZero();
        assertThat(found.comparison().rows()).extracting(row -> row.rule())
                .contains("crowd-per-officer", "officer-emergency", "protest-clash");
        assertThat(found.desks()).isNotEmpty().allSatisfy(desk -> {
            assertThat(desk.after().floods()).isZero();
            assertThat(desk.after().worst()).isBetween(1, 10);
        });
    }

    private static Rehearsed rehearse(Path data, Config config) {
        Path file = data.resolve("journal.db");
        String epoch = SqliteCopy.epoch(file);
        try (var record = new SqliteJournalReader(file, epoch);
                var snapshots = KeptSnapshots.beside(data.resolve("snapshots.db"), epoch)) {
            var world = new Rehearsal.World(record, new Replay(record, snapshots),
                    new LocalGround(), new CelRulebook(), settings -> config.areaMap());
            return new Rehearsal(world, (what, done, total) -> {}).of(
                    new Rehearsal.Rules(config.rules(), config.settings().alerting().schedules()),
                    new Rehearsal.Asked(null, null, true));
        }
    }
}
