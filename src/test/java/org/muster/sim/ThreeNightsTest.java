package org.muster.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.core.Picture;
import org.muster.geo.LocalGround;
import org.muster.journal.Replay;
import org.muster.journal.Resumption;
import org.muster.journal.Snapshots;
import org.muster.journal.sqlite.SqliteJournal;
import org.muster.journal.sqlite.SqliteJournalReader;
import org.muster.journal.sqlite.SqliteSnapshots;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.CredentialChange;
import org.muster.model.Entry;
import org.muster.model.Role;
import org.muster.model.StoredEntry;
import org.muster.recorder.Writer;
import org.muster.rules.CelRulebook;

/**
 * A restart changes nothing: over three nights, 100,000 reports and the shipped rules. The writer, the record, snapshots
 * and the start are those of the service; each start lives through the last thousands of entries again.
 */
final class ThreeNightsTest {
    private static final long SEED = 2014;
    private static final int REPORTS_OF_A_STEP = 10;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS_OF_A_NIGHT = 3_340;
    private static final int NIGHTS = 3;
    private static final int STEPS_PER_RESTART = 900;
    private static final Duration DAY = Duration.ofHours(14);
    private static final Duration STEP_OF_A_DAY = Duration.ofMinutes(5);
    private static final Instant DUSK = Instant.parse("2014-09-05T19:00:00Z");

    private final Config config = switch (Config.load(Path.of("config"), Map.of())) {
        case Loaded.Ready ready -> ready.config();
        case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };

    @TempDir
    private Path folder;

    @Test
    void with_restarts_the_record_is_the_same_to_the_byte_and_one_alert_is_open_of_a_kind_seed_2014() {
        Life calm = new Life(folder.resolve("calm.db"));
        calm.live(0);
        Life restless = new Life(folder.resolve("restless.db"));
        restless.live(STEPS_PER_RESTART);
        assertThat(restless.restarts).isGreaterThan(5);
        assertThat(calm.shift.reports()).isGreaterThanOrEqualTo(100_000);
        assertThat(calm.raised).as("the rules had something to say").isGreaterThan(1_000);
        for (int i = 0; i < Math.min(calm.leaves.size(), restless.leaves.size()); i++) {
            assertThat(restless.leaves.get(i)).as("entry %d", i + 1).isEqualTo(calm.leaves.get(i));
        }
        assertThat(restless.leaves).hasSameSizeAs(calm.leaves);
        System.err.printf(
                "ThreeNightsTest: %,d reports, %,d entries, alerts raised %,d times, %d"
                        + " restarts%n",
                calm.shift.reports(), calm.leaves.size(), calm.raised, restless.restarts);
    }

    private record Kind(String rule, AlertSubject subject, boolean drill) {}

    /** The writer on a record of its own, over all three nights. */
    private final class Life {
        final List<String> leaves = new ArrayList<>();
        final Shift shift = new Shift(config.areaMap(), SEED);
        private final Map<Kind, UUID> open = new HashMap<>();
        private final Map<UUID, Kind> kinds = new HashMap<>();
        private final Random people = new Random(SEED + 1);
        private final SqliteJournal journal;
        private final SqliteJournalReader reader;
        private final Snapshots snapshots;
        private Picture picture;
        private Writer writer;
        private Instant now = DUSK;
        int restarts;
        int raised;

        Life(Path file) {
            journal = new SqliteJournal(file, "sim");
            reader = new SqliteJournalReader(file, "sim");
            snapshots = new SqliteSnapshots(file.resolveSibling(file.getFileName() + ".kept"),
                    "sim");
            picture = Picture.empty();
            writer = new Writer(journal, picture, new LocalGround(), new CelRulebook());
        }

        /** @param stepsPerRestart on average; 0 for no restart */
        void live(int stepsPerRestart) {
            Random power = new Random(SEED + 2);
            take(List.of(new Command.ApplySettings(config.settings(), config.areaMap()),
                    new Command.NoteAccess(new CredentialChange(CredentialChange.Kind.CREATED, "id",
                            "desk-2", Role.SUPERVISOR, List.of(), null), "admin")));
            for (int night = 0; night < NIGHTS; night++) {
                for (int step = 0; step < STEPS_OF_A_NIGHT; step++) {
                    now = now.plus(STEP);
                    take(shift.reports(REPORTS_OF_A_STEP, now));
                    if (people.nextInt(12) == 0 && !open.isEmpty()) {
                        take(List.of(shift.deed(List.copyOf(new TreeSet<>(open.values())), now)));
                    }
                    if (stepsPerRestart > 0 && power.nextInt(stepsPerRestart) == 0) {
                        restart(power.nextBoolean());
                    }
                }
                for (Instant dusk = now.plus(DAY); now.isBefore(dusk);) {
                    now = now.plus(STEP_OF_A_DAY);
                    take(List.of());
                }
            }
            snapshots.close();
            reader.close();
            journal.close();
        }

        /** @param keeps whether the start finds a snapshot of right before it, or an older one if any */
        private void restart(boolean keeps) {
            restarts++;
            Replay replay = new Replay(reader, snapshots);
            if (keeps) {
                Picture replayed = replay.upTo(journal.head(), (_, _) -> {});
                snapshots.keep(new Snapshots.Snapshot(replayed.seq(), replayed.state()));
            }
            picture = new Resumption(reader, replay).upTo(journal.head(), now, new CelRulebook(),
                    (_, _) -> {});
            writer = new Writer(journal, picture, new LocalGround(), new CelRulebook());
        }

        private void take(List<Command> commands) {
            for (StoredEntry stored : writer.write(commands, now).entries()) {
                leaves.add(stored.entry().body().type() + " "
                        + HexFormat.of().formatHex(stored.leaf()));
                check(stored.entry());
            }
        }

        private void check(Entry entry) {
            switch (entry.body()) {
                case Entry.AlertRaised it -> {
                    Kind kind = new Kind(it.rule(), it.subject(), it.drill());
                    assertThat(open).as("one is open of %s", kind).doesNotContainKey(kind);
                    open.put(kind, it.alert());
                    kinds.put(it.alert(), kind);
                    raised++;
                }
                case Entry.AlertUpdated it -> settle(it.alert(), it.state().isOpen());
                case Entry.AlertCleared it -> settle(it.alert(), it.state().isOpen());
                case Entry.AlertAcknowledged it -> settle(it.alert(), it.state().isOpen());
                case Entry.AlertUnacknowledged it -> settle(it.alert(), it.state().isOpen());
                default -> {
                }
            }
        }

        private void settle(UUID alert, boolean isOpen) {
            Kind kind = kinds.get(alert);
            if (isOpen) {
                assertThat(open.getOrDefault(kind, alert)).as("one is open of %s", kind)
                        .isEqualTo(alert);
                open.put(kind, alert);
            } else {
                open.remove(kind, alert);
            }
        }
    }
}
