package org.muster.exercise.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.muster.config.Config;
import org.muster.core.Rulebook;
import org.muster.ingest.ReportReader;
import org.muster.input.Read;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Glossary;
import org.muster.model.Role;
import org.muster.rules.CelRulebook;

/** What each side of the core's bench does with a report. All know the same incidents. One thread. */
final class CoreSides {
    private static final String BASELINE = "Jackson + HashMap";
    /** Any evening will do: the core knows only the time it is given. */
    private static final Instant BEGIN = Instant.parse("2026-01-01T20:00:00Z");
    private static final long STEP_MILLIS = 5;
    private static final Actor DESK = new Actor("bench", Role.CONTROLLER);
    private static final JsonMapper JSON = new JsonMapper();

    private final ReportReader reader;
    private final Folded withRules = new Folded(new CelRulebook());
    private final Folded withoutRules = new Folded(Rulebook.NONE);
    private final HashMap<String, Integer> counts = new HashMap<>();
    private final Night night;
    private long number;

    /** A report that is ready for any side. */
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

    /** One of them. */
    record Work(String name, Consumer<Ready> each) {}

    CoreSides(Config config) {
        reader = new ReportReader(Glossary.of(config.settings()), config.areaMap(),
                config.limits().json());
        var map = config.areaMap();
        withRules.take(new Command.ApplySettings(config.settings(), map), BEGIN);
        withoutRules.take(new Command.ApplySettings(config.with(List.of()).settings(), map), BEGIN);
        var openings = new Night(0, List.of());
        var incidents = new ArrayList<String>();
        for (var i = 0; i < Seed.INCIDENTS; i++) {
            var now = now();
            var bytes = openings.opening(now, number);
            var opening = new Ready(bytes, command(bytes), now);
            withoutRules.take(opening.command, now);
            var entry = withRules.take(opening.command, now);
            if (entry.body() instanceof Entry.ReportRecorded recorded) {
                incidents.add(String.valueOf(recorded.incident()));
            }
        }
        night = new Night(1, incidents);
    }

    /** All sides; the last is the baseline. */
    List<Work> all() {
        return List.of(new Work("with rules", ready -> withRules.take(ready.command, ready.now)),
                new Work("without rules", ready -> withoutRules.take(ready.command, ready.now)),
                new Work("strict reading", ready -> command(ready.bytes)),
                new Work(BASELINE, ready -> count(ready.bytes)));
    }

    /** The next reports of the night. Their time goes on with each. */
    List<Ready> prepare(int count) {
        var prepared = new ArrayList<Ready>(count);
        for (var i = 0; i < count; i++) {
            var now = now();
            var bytes = night.next(now, number);
            prepared.add(new Ready(bytes, command(bytes), now));
        }
        return prepared;
    }

    private Instant now() {
        return BEGIN.plusMillis(STEP_MILLIS * ++number);
    }

    private Command.SubmitReport command(byte[] bytes) {
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
