package org.muster.rehearsal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.muster.core.Changes;
import org.muster.core.Ground;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.journal.Journal;
import org.muster.model.Alert;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Places;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.recorder.Writer;

/**
 * A picture that lives through a stretch of time once more, by the writer that the service has: what came is given again
 * at its moment, and between two of them nothing is missed that time alone brings about.
 */
final class Run {

    private final Picture picture;
    private final Writer writer;
    private final Function<Settings, Places> places;
    private final UnaryOperator<Settings> rules;
    private final Score score;
    private final Burden burden;
    private int refused;

    /**
     * @param picture stands at the journal's head
     * @param rules the settings to go by, for those that were in force
     * @param from what comes before counts nothing
     */
    Run(Picture picture, Journal journal, Ground ground, Rulebook rulebook,
            Function<Settings, Places> places, UnaryOperator<Settings> rules, Instant from) {
        this.picture = picture;
        this.places = places;
        this.rules = rules;
        this.score = new Score(from);
        this.burden = new Burden(from);
        Changes all = picture.takeChanges();
        all.alerts()
                .values()
                .stream()
                .sorted(Comparator.comparingLong(Alert::raisedSeq))
                .forEach(score::known);
        burden.take(all);
        this.writer = new Writer(journal, picture, ground, rulebook);
    }

    /** Lets the rules come into force. What they bring about counts; what had been due by others does not. */
    void begin(Instant start) {
        take(write(List.of(), start).entries());
        score.begin();
        burden.begin();
        Settings before = picture.settings();
        if (!before.equals(Settings.NONE) && !rules.apply(before).equals(before)) {
            apply(before, start);
        }
    }

    /** Gives something again, when time has passed until then. */
    void give(Input input, Instant at) {
        until(at);
        switch (input) {
            case Input.Given(var command) -> given(command, at);
            case Input.Applied(var settings) -> apply(settings, at);
            case Input.Deed(var about, var action, var by) -> score.newest(about)
                    .ifPresentOrElse(alert -> given(new Command.WorkAlert(alert, action, by), at),
                            () -> refused++);
        }
    }

    /** Time passes, up to a moment and not with it. */
    void until(Instant moment) {
        for (Optional<Instant> due = picture.dueAt(); due.isPresent(); due = picture.dueAt()) {
            // What is due already, and does not come about, is looked at again as the service would.
            Instant next = due.get().isAfter(picture.at()) ? due.get()
                    : picture.at().plusSeconds(1);
            if (!next.isBefore(moment)) {
                return;
            }
            take(write(List.of(), next).entries());
        }
    }

    /** The end has come. */
    void end(Instant moment) {
        until(moment);
        take(write(List.of(), moment).entries());
    }

    /** Whatever could not be given again, because there was nothing that it could be given to. */
    int refused() {
        return refused;
    }

    /** What it asked of people. */
    Burden burden() {
        return burden;
    }

    Score score() {
        return score;
    }

    private void apply(Settings settings, Instant at) {
        given(new Command.ApplySettings(rules.apply(settings), places.apply(settings)), at);
    }

    private void given(Command command, Instant at) {
        Writer.Written written = write(List.of(command), at);
        if (written.outcomes().getFirst() instanceof Outcome.Refused) {
            refused++;
        }
        take(written.entries());
    }

    private Writer.Written write(List<Command> commands, Instant at) {
        return writer.write(commands, at);
    }

    private void take(List<StoredEntry> entries) {
        for (StoredEntry stored : entries) {
            score.take(stored.entry());
            burden.take(stored.entry());
        }
        burden.take(picture.takeChanges());
    }
}
