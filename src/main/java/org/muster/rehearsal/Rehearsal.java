package org.muster.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.muster.core.Ground;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.journal.JournalReader;
import org.muster.journal.Replay;
import org.muster.journal.Resumption;
import org.muster.model.AlertSubject;
import org.muster.model.Alerting;
import org.muster.model.Places;
import org.muster.model.Rule;
import org.muster.model.Schedule;
import org.muster.model.Settings;

/**
 * Lives through a stretch of a record twice, by the rules that were in force and by others. Reads the record and writes
 * nothing. One thread; it blocks and computes until it is done.
 */
public final class Rehearsal {

    private static final String READING = "reading the record";
    private static final String OLD = "the old rules";
    private static final String NEW = "the new rules";

    private final World world;
    private final Progress progress;

    /** @param progress hears how far it is */
    public Rehearsal(World world, Progress progress) {
        this.world = world;
        this.progress = progress;
    }

    /**
     * What it works on and with.
     *
     * @param places finds areas on the map of these settings
     */
    public record World(JournalReader record, Replay replay, Ground ground, Rulebook rulebook,
            Function<Settings, Places> places) {}

    /**
     * The stretch of time.
     *
     * @param from null for the beginning of the record
     * @param to null for its end
     * @param observed whether everything happens when it was observed, and not when it was received
     */
    public record Asked(@Nullable Instant from, @Nullable Instant to, boolean observed) {}

    /** Rules and the times that they name. */
    public record Rules(List<Rule> rules, List<Schedule> schedules) {

        public Rules {
            rules = List.copyOf(rules);
            schedules = List.copyOf(schedules);
        }
    }

    /** Hears how far a piece of work has come. */
    @FunctionalInterface
    public interface Progress {

        /** So much of all is done. */
        void at(String what, long done, long total);
    }

    /** Rehearses these rules. */
    public Rehearsed of(Rules rules, Asked asked) {
        Course course = course(asked);
        Instant from = asked.from() == null ? course.start() : asked.from();
        Score recorded = new Score(from);
        Lived before = live(course, from, Rehearsal::withoutEngine, OLD, recorded);
        Lived after = live(course, from, settings -> with(settings, rules), NEW, new Score(from));
        var comparison = Comparison.of(before.run.score().episodes(), after.run.score().episodes());
        List<Pair> missed = new ArrayList<>(comparison.missed());
        if (!asked.observed()) {
            Comparison.of(recorded.episodes(), after.run.score().episodes())
                    .missed()
                    .stream()
                    .filter(pair -> missed.stream().noneMatch(pair::isOfTheSame))
                    .forEach(missed::add);
        }
        return new Rehearsed(from, course.end(), before.inputs, after.run.refused(), comparison,
                asked.observed() ? null
                        : Comparison.of(recorded.episodes(), before.run.score().episodes()),
                missed, desks(before, after, course.end()));
    }

    private record Lived(Run run, long inputs) {}

    private static List<Rehearsed.DeskLoads> desks(Lived before, Lived after, Instant end) {
        Map<String, DeskLoad> old = before.run.burden().loads(end);
        List<Rehearsed.DeskLoads> desks = new ArrayList<>();
        after.run.burden()
                .loads(end)
                .forEach((desk, load) -> desks.add(new Rehearsed.DeskLoads(desk,
                        old.getOrDefault(desk, DeskLoad.NONE), load)));
        return desks;
    }

    private Course course(Asked asked) {
        if (asked.observed()) {
            return Observed.between(world.record(), asked.from(), asked.to(),
                    (done, total) -> progress.at(READING, done, total));
        }
        long head = world.record().head();
        Instant from = asked.from() == null ? received(1) : asked.from();
        Instant to = asked.to() == null ? received(head) : asked.to();
        return Course.received(world.record(), from, to);
    }

    private Instant received(long seq) {
        return world.record().at(seq).map(stored -> stored.entry().at()).orElse(Instant.EPOCH);
    }

    private Lived live(Course course, Instant from, UnaryOperator<Settings> rules, String what,
            Score recorded) {
        Picture picture = new Resumption(world.record(), world.replay()).upTo(course.begin(),
                course.start(), world.rulebook(),
                (done, total) -> progress.at(READING, done, total));
        Run run = new Run(picture, new Stage(world.record(), course.begin()), world.ground(),
                world.rulebook(), world.places(), rules, from);
        run.begin(course.start());
        long[] told = {0, 0};
        course.each((entry, at) -> {
            recorded.take(entry);
            Retelling.of(entry, alert -> recorded.about(alert).or(() -> run.score().about(alert)))
                    .ifPresent(input -> {
                        run.give(input, at);
                        told[1]++;
                    });
            progress.at(what, ++told[0], course.size());
        });
        run.end(course.end());
        return new Lived(run, told[1]);
    }

    /** The engine's own alert tells of the service that runs, and not of the past. */
    private static Settings withoutEngine(Settings settings) {
        return with(settings, new Rules(settings.rules(), settings.alerting().schedules()));
    }

    private static Settings with(Settings settings, Rules rules) {
        Alerting before = settings.alerting();
        return new Settings(settings.areaMap(), settings.areas(), settings.categories(),
                settings.offences(), settings.unitRoles(), settings.windows(), settings.clashing(),
                rules.rules()
                        .stream()
                        .filter(rule -> rule.scope() != AlertSubject.Type.ENGINE)
                        .toList(),
                new Alerting(rules.schedules(), before.shelving().byOne(), before.nights(),
                        before.checkInMinutes(), before.reliefMinutes()));
    }
}
