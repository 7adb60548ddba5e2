package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Role;
import org.muster.model.Shape;

/**
 * What was seen and planned on a day, from one seed, to be delivered in any order that keeps the one thing that senders
 * keep: what names an incident, a protest or a report comes after it.
 */
final class Script {

    /** A command with the commands that it comes after. */
    private record Line(Command command, List<Line> after) {}

    private static final Actor DESK = new Actor("desk-1", Role.CONTROLLER);
    private static final RiotMap MAP = new RiotMap(0);

    private final Random random;
    private final RiotWords words;
    private final Duration step;
    private final List<Line> lines = new ArrayList<>();

    /** A subject with the line that opened it. */
    private record Subject(UUID id, boolean isProtest, Line line) {}

    private final List<Subject> subjects = new ArrayList<>();
    private int told;

    /** @param step between two observations; with none they all are of one moment */
    Script(long seed, Duration step) {
        this.random = new Random(seed);
        this.words = new RiotWords(random);
        this.step = step;
        for (int i = 0; i < 8; i++) {
            plan();
            open("assault");
            open("march");
        }
        for (int i = 0; i < 500; i++) {
            report();
        }
    }

    /** After all that was seen. */
    static Instant end() {
        return World.minute(2_000);
    }

    /** The commands in one of the orders they can come in. */
    List<Command> inSomeOrder(Random chance) {
        List<Line> left = new ArrayList<>(lines);
        Set<Line> said = new HashSet<>();
        List<Command> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Line next = left.get(chance.nextInt(left.size()));
            if (said.containsAll(next.after)) {
                left.remove(next);
                said.add(next);
                order.add(next.command);
            }
        }
        return order;
    }

    private Say say() {
        // A number without a divisor in common with how many there are: observations are in no order.
        Instant seen = World.minute(0).plus(step.multipliedBy(told * 7_919L % 1_009));
        return Say.at(seen)
                .as(new UUID(random.nextLong(), told++))
                .by(new Actor("RT" + random.nextInt(6), Role.FIELD));
    }

    private Say somewhere(Say say) {
        Location there = RiotMap.somewhere(random);
        return say.at(there, MAP.areasOf(there.lat(), there.lon()));
    }

    private void plan() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Shape place = RiotMap.shape(random);
        Instant start = World.minute(random.nextInt(2_400));
        Plan plan = new Plan("plan", "march", null, List.of(), start, null, place, null, 20, null,
                null);
        Line line = add(new Command.PlanProtest(id, plan, DESK, MAP.areasOf(place), "00", 100),
                List.of());
        subjects.add(new Subject(id, true, line));
    }

    private void open(String category) {
        Say say = somewhere(say()).opens(category);
        words.fill(say);
        Command.SubmitReport command = say.command(0);
        boolean protest = category.equals("march");
        subjects.add(new Subject(opened(command), protest, add(command, List.of())));
    }

    /** The id that the core gives: the same for the same report at any time. */
    private static UUID opened(Command.SubmitReport command) {
        World world = new World();
        world.to(end());
        var body = (Entry.ReportRecorded) world.record(command).body();
        return Objects.requireNonNull(body.incident() == null ? body.protest() : body.incident());
    }

    private void report() {
        Subject subject = words.pick(subjects);
        Line line = add(report(words.chance(6) ? null : subject, null), List.of(subject.line));
        while (words.chance(6)) {
            line = add(report(line.command, subject), List.of(line));
        }
        if (words.chance(10)) {
            Say say = say().by(DESK).withdraws(idOf(line.command));
            add(say.command(0), List.of(line));
        }
    }

    private Command report(Command corrected, Subject subject) {
        UUID original = idOf(corrected);
        boolean ofPlace = ((Command.SubmitReport) corrected).report().incident() == null
                && ((Command.SubmitReport) corrected).report().protest() == null;
        return report(ofPlace ? null : subject, original);
    }

    private Command report(@Nullable Subject subject, @Nullable UUID corrects) {
        Say say = say();
        if (corrects != null) {
            say.by(DESK).corrects(corrects);
        }
        if (subject == null) {
            somewhere(say);
            words.officers(say, 3);
        } else {
            if (subject.isProtest) {
                say.aboutProtest(subject.id);
            } else {
                say.about(subject.id);
            }
            if (words.chance(4)) {
                somewhere(say);
            }
            words.fill(say);
        }
        words.more(say, say.effectiveAt(end()));
        return say.command(0);
    }

    private static UUID idOf(Command command) {
        return ((Command.SubmitReport) command).report().id();
    }

    private Line add(Command command, List<Line> after) {
        Line line = new Line(command, after);
        lines.add(line);
        return line;
    }
}
