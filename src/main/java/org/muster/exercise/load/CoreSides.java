package org.muster.exercise.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.muster.config.Config;
import org.muster.geo.AreaMap;
import org.muster.ingest.ReportReader;
import org.muster.input.Read;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Role;

/** What each side of the core's bench does with a report. All know the same incidents. One thread. */
final class CoreSides {
    private static final String BASELINE = "Jackson + HashMap";
    /** Any evening will do: the core knows only the time it is given. */
    private static final Instant BEGIN = Instant.parse("2026-01-01T20:00:00Z");
    private static final long STEP_MILLIS = 5;
    static final int INCIDENTS = 1000;
    private static final int RULES = 20;
    private static final int RULES_TIMES = 5;
    private static final Actor DESK = new Actor("bench", Role.CONTROLLER);
    private static final JsonMapper JSON = new JsonMapper();

    private final SizedCore large;
    private final SizedCore fewerAreas;
    private final SizedCore fewerRules;
    private final SizedCore withoutRules;
    private final HashMap<String, Integer> counts = new HashMap<>();
    private final Night night;
    private long number;

    /** A report that is ready for one side. */
    static final class Ready {
        private final byte[] bytes;
        private final Command.SubmitReport command;
        private final Instant now;

        Ready(byte[] bytes, Command.SubmitReport command, Instant now) {
            this.bytes = bytes;
            this.command = command;
            this.now = now;
        }
    }

    /**
     * One of them.
     *
     * @param reader makes its reports ready
     * @param asked how often a rule was asked so far
     */
    record Work(String name, ReportReader reader, Consumer<Ready> each, LongSupplier asked) {}

    CoreSides(Config config) {
        AreaMap map = Grid.of(9, 10);
        large = new SizedCore(config, RULES, map, BEGIN);
        fewerAreas = new SizedCore(config, RULES, Grid.of(1, 8), BEGIN);
        fewerRules = new SizedCore(config, RULES / RULES_TIMES, map, BEGIN);
        withoutRules = new SizedCore(config, 0, map, BEGIN);
        var openings = new Night(0, List.of());
        var incidents = new ArrayList<String>();
        for (var i = 0; i < INCIDENTS; i++) {
            var now = now();
            var bytes = openings.opening(now, number);
            for (var core : List.of(fewerAreas, fewerRules, withoutRules)) {
                core.take(command(core.reader(), bytes), now);
            }
            var entry = large.take(command(large.reader(), bytes), now);
            if (entry.body() instanceof Entry.ReportRecorded recorded) {
                incidents.add(String.valueOf(recorded.incident()));
            }
        }
        night = new Night(1, incidents);
    }

    /** All sides; the last is the baseline. */
    List<Work> all() {
        return List.of(work(large), work(fewerAreas), work(fewerRules),
                new Work("without rules", withoutRules.reader(),
                        ready -> withoutRules.take(ready.command, ready.now), () -> 0),
                new Work("strict reading", large.reader(),
                        ready -> command(large.reader(), ready.bytes), () -> 0),
                new Work(BASELINE, large.reader(), ready -> count(ready.bytes), () -> 0));
    }

    private static Work work(SizedCore core) {
        return new Work(core.name(), core.reader(), ready -> core.take(ready.command, ready.now),
                core::asked);
    }

    /** What the growth of areas and rules costs, in words. */
    List<String> growth(Findings findings) {
        return List.of(
                "Ten times the areas, the same things touched: " + times(findings, fewerAreas),
                "Five times the rules: " + times(findings, fewerRules));
    }

    private String times(Findings findings, SizedCore small) {
        return findings.ratio(large.name(), small.name(), Figure.CPU)
                .map(spread -> String.format(Locale.ROOT,
                        "a report takes %.2f (%.2f–%.2f) times the processor; %s rules are asked of"
                                + " things for it in place of %s.",
                        spread.median(), spread.low(), spread.high(), asked(findings, large),
                        asked(findings, small)))
                .orElse("not measured.");
    }

    private static String asked(Findings findings, SizedCore core) {
        return findings.of(core.name(), Figure.ASKED)
                .map(spread -> String.format(Locale.ROOT, "%.2f", spread.median()))
                .orElse("?");
    }

    /** The next reports of the night, for one side. Their time goes on with each. */
    List<Ready> prepare(int count, Work side) {
        var prepared = new ArrayList<Ready>(count);
        for (var i = 0; i < count; i++) {
            var now = now();
            var bytes = night.next(now, number);
            prepared.add(new Ready(bytes, command(side.reader(), bytes), now));
        }
        return prepared;
    }

    private Instant now() {
        return BEGIN.plusMillis(STEP_MILLIS * ++number);
    }

    private static Command.SubmitReport command(ReportReader reader, byte[] bytes) {
        return switch (reader.read(bytes, 0, bytes.length, DESK)) {
            case Read.Good<Command.SubmitReport>(var command) -> command;
            case Read.Refused<Command.SubmitReport>(var rejection) ->
                    throw new IllegalStateException("refused: " + rejection);
        };
    }

    /** The least that anybody could do: what is it about, and how often was that told of. */
    private void count(byte[] bytes) {
        try {
            counts.merge(JSON.readTree(bytes).path("incident").asText(), 1, Integer::sum);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
