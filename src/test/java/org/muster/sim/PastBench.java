package org.muster.sim;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.core.Picture;
import org.muster.geo.LocalGround;
import org.muster.ingest.ReportReader;
import org.muster.input.Read;
import org.muster.journal.Replay;
import org.muster.journal.Snapshots;
import org.muster.journal.sqlite.SqliteJournal;
import org.muster.journal.sqlite.SqliteJournalReader;
import org.muster.journal.sqlite.SqliteSnapshots;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Glossary;
import org.muster.model.Outcome;
import org.muster.model.Role;
import org.muster.recorder.PastViews;
import org.muster.recorder.Publication;
import org.muster.recorder.Writer;
import org.muster.rules.CelRulebook;
import org.muster.view.Past;

/**
 * How long a look into the past takes over a long record, by hand: arguments are the number of entries, the entries
 * between two snapshots, and a folder, in which a record that is there already is used again.
 */
final class PastBench {
    private static final PrintStream OUT = System.out;
    private static final int LOOKS = 200;
    private static final int BATCH = 50;
    private static final double MILLION = 1e6;

    private final Random random = new Random(7);
    private final List<String> incidents = new ArrayList<>();

    private PastBench() {}

    public static void main(String[] args) throws Exception {
        long entries = Long.parseLong(args[0]);
        long every = Long.parseLong(args[1]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        if (!Files.exists(folder.resolve("journal.db"))) {
            new PastBench().write(entries, folder.resolve("journal.db"));
        }
        look(every, folder);
    }

    private void write(long size, Path file) {
        Config config = switch (Config.load(Path.of("config"), Map.of())) {
            case Loaded.Ready ready -> ready.config();
            case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
        ReportReader reader = new ReportReader(Glossary.of(config.settings()), config.areaMap(),
                config.limits().json());
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Picture picture = Picture.empty();
        try (SqliteJournal journal = new SqliteJournal(file, "bench")) {
            Writer writer = new Writer(journal, picture, new LocalGround(), new CelRulebook());
            writer.write(List.of(new Command.ApplySettings(config.settings(), config.areaMap())),
                    now);
            while (journal.head() < size) {
                now = now.plusMillis(2_000 + random.nextInt(10_000));
                List<Command> commands = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    commands.add(command(reader, now));
                }
                for (Outcome outcome : writer.write(commands, now).outcomes()) {
                    if (outcome instanceof Outcome.Recorded(var receipt)
                            && receipt.incident() != null) {
                        incidents.add(receipt.incident().toString());
                    }
                }
                while (incidents.size() > 200) {
                    incidents.removeFirst();
                }
            }
        }
    }

    private Command command(ReportReader reader, Instant now) {
        Actor by = new Actor("U" + random.nextInt(300), Role.FIELD);
        String about = incidents.isEmpty() || random.nextInt(15) == 0
                ? "\"category\":\"disturbance\",\"title\":\"No. %d\",\"location\":{\"lat\":%.4f,\"lon\":%.4f}"
                        .formatted(random.nextInt(100_000), 53.30 + random.nextDouble() / 5,
                                -1.6 + random.nextDouble() / 2)
                : "\"incident\":\"" + incidents.get(random.nextInt(incidents.size())) + "\""
                        + (random.nextInt(16) == 0 ? ",\"status\":\"closed\"" : "");
        int low = random.nextInt(200);
        byte[] json = """
                {"id":"%s","observedAt":"%s",%s,"crowd":{"low":%d,"high":%d,"method":"estimate"},\
                "officers":[{"unit":"%s","count":%d,"state":"at-scene"}],"text":"What it looks like from here, no. %d"}"""
                .formatted(new UUID(now.toEpochMilli() << 16, random.nextLong()), now, about, low,
                        low + 50, by.name(), 1 + random.nextInt(20), low)
                .getBytes(StandardCharsets.UTF_8);
        return switch (reader.read(json, 0, json.length, by)) {
            case Read.Good(var command) -> command;
            case Read.Refused(var rejection) -> throw new AssertionError(rejection.faults());
        };
    }

    private static void look(long every, Path folder) throws Exception {
        Files.deleteIfExists(folder.resolve("snapshots.db"));
        try (SqliteJournalReader reader = new SqliteJournalReader(folder.resolve("journal.db"),
                "bench");
                Snapshots snapshots = new SqliteSnapshots(folder.resolve("snapshots.db"),
                        "bench")) {
            Replay replay = new Replay(reader, snapshots);
            long head = reader.head();
            for (long seq = every; seq <= head; seq += every) {
                long from = System.nanoTime();
                Picture picture = replay.upTo(seq, (done, total) -> {});
                snapshots.keep(new Snapshots.Snapshot(seq, picture.state()));
                say(String.format(Locale.ROOT, "snapshot at %,d: %.0f ms, all of them %,d bytes",
                        seq, (System.nanoTime() - from) / MILLION,
                        Files.size(folder.resolve("snapshots.db"))));
            }
            long from = System.nanoTime();
            Picture last = replay.upTo(head, (done, total) -> {});
            last.advance(last.at().plusSeconds(2));
            say(String.format(Locale.ROOT, "a start, %,d entries, journal %,d bytes: %.0f ms", head,
                    Files.size(folder.resolve("journal.db")),
                    (System.nanoTime() - from) / MILLION));
            Publication present = new Publication(last, "bench");
            Instant begun = reader.at(1).orElseThrow().entry().at();
            long span = last.at().toEpochMilli() - begun.toEpochMilli() - 2_000;
            Random random = new Random(3);
            report("random moments", present, reader, replay,
                    i -> begun.plusMillis((long) (random.nextDouble() * span)));
            for (Duration step : List.of(Duration.ofSeconds(1), Duration.ofSeconds(10),
                    Duration.ofMinutes(10))) {
                long millis = Math.min(step.toMillis(), span / 2 / LOOKS);
                report(step + " on, each time (" + millis + " ms)", present, reader, replay,
                        i -> begun.plusMillis(span / 2 + millis * i));
            }
            report("a minute back, each time", present, reader, replay,
                    i -> begun.plusMillis(span - Math.min(60_000L, span / LOOKS) * i));
            report("the same again", present, reader, replay, i -> begun.plusMillis(span / 2));
        }
    }

    private static void report(String what, Publication present, SqliteJournalReader reader,
            Replay replay, IntFunction<Instant> moments) {
        List<Double> millis = new ArrayList<>();
        try (PastViews past = new PastViews(reader, replay, present, () -> present.now().at())) {
            for (int i = 0; i < LOOKS; i++) {
                long from = System.nanoTime();
                if (!(past.at(moments.apply(i), () -> false) instanceof Past.Known)) {
                    throw new AssertionError("not told");
                }
                millis.add((System.nanoTime() - from) / MILLION);
            }
        }
        List<Double> sorted = millis.stream().sorted().toList();
        say(String.format(Locale.ROOT,
                "%s: first %.0f ms, median %.1f ms, p95 %.0f ms, worst %.0f ms", what,
                millis.getFirst(), sorted.get(LOOKS / 2), sorted.get(LOOKS * 95 / 100),
                sorted.getLast()));
    }

    private static void say(String line) {
        OUT.println(line);
    }
}
