package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alerting;
import org.muster.model.Command;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Link;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.model.Shape;

/**
 * Reports and plans as they might come on wild days, from one seed: late, contradicting, tied, corrected, withdrawn,
 * drilled, on what is closed, elsewhere; on a map that is redrawn while they come.
 */
final class Riot {

    /** What is known of an incident or protest. */
    private record Known(UUID id, boolean isProtest, boolean drill) {}

    /** A report that may be corrected. */
    private record Sent(UUID id, Actor by, @Nullable Known subject, boolean opened,
            boolean drill) {}

    private static final Actor DESK = new Actor("desk-1", Role.CONTROLLER);
    private static final Actor SUPERVISOR = new Actor("sergeant", Role.SUPERVISOR);

    private final Random random;
    private final Random nightly;
    private final RiotWords words;
    private final World world;
    private final List<Known> incidents = new ArrayList<>();
    private final List<Known> protests = new ArrayList<>();
    private final Set<UUID> cancelled = new HashSet<>();
    private final List<Sent> sent = new ArrayList<>();

    Riot(long seed, World world) {
        this.random = new Random(seed);
        this.nightly = new Random(seed);
        this.words = new RiotWords(random);
        this.world = world;
        world.settings(World.settings(30, 60), new RiotMap(0));
    }

    void go(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    /** Some time passes, and one thing is recorded. */
    void step() {
        if (words.chance(3)) {
            world.later(Duration.ofMillis(random.nextInt(60_000)));
        } else if (words.chance(200)) {
            world.later(Duration.ofMinutes(random.nextInt(180)));
        }
        if (words.chance(500)) {
            world.settings(otherSettings(), RiotMap.redrawn(random));
        }
        if (words.chance(60)) {
            planning();
        } else if (words.chance(10)) {
            correction();
        } else if (incidents.isEmpty() || words.chance(50)) {
            open(false);
        } else if (words.chance(120)) {
            open(true);
        } else if (words.chance(8)) {
            unitReport();
        } else {
            update();
        }
    }

    private Settings otherSettings() {
        Settings plain = World.settings(10 + random.nextInt(60), 30 + random.nextInt(90),
                new Settings.Clashing(random.nextInt(120), words.chance(2) ? 300 : 200,
                        words.chance(2) ? 50 : 30));
        Alerting.Nights nights = new Alerting.Nights(
                nightly.nextBoolean() ? "Europe/London" : "Pacific/Auckland", nightly.nextInt(24),
                nightly.nextBoolean() ? 500 : 50, nightly.nextInt(13), 1 + nightly.nextInt(7));
        return new Settings(plain.areaMap(), plain.areas(), plain.categories(), plain.offences(),
                plain.unitRoles(), plain.windows(), plain.clashing(), List.of(),
                new Alerting(List.of(), Alerting.Shelving.DEFAULT, nights, Map.of()));
    }

    private Say say() {
        Say say = Say.at(words.observedAt(world.now()));
        if (words.chance(10)) {
            return say.by(DESK).onBehalfOf("RT" + random.nextInt(8));
        }
        if (words.chance(10)) {
            Instant clock = world.now().plusSeconds(random.nextInt(300) - 150);
            say.and(report -> report.sentAt(clock));
        }
        return say.by(new Actor("RT" + random.nextInt(8), Role.FIELD));
    }

    private void somewhere(Say say) {
        Location there = RiotMap.somewhere(random);
        say.at(there, world.places().areasOf(there.lat(), there.lon()));
    }

    private void open(boolean protest) {
        Say say = say().opens(protest ? protestCategory() : incidentCategory());
        somewhere(say);
        words.fill(say);
        words.more(say, say.effectiveAt(world.now()));
        boolean drill = words.chance(10);
        if (drill) {
            say.drill();
        }
        ReportRecorded body = world.report(say);
        UUID id = protest ? body.protest() : body.incident();
        if (id == null) {
            throw new AssertionError("it opened nothing: " + body);
        }
        Known known = new Known(id, protest, drill);
        (protest ? protests : incidents).add(known);
        sent.add(new Sent(body.report().id(), say.sender(), known, true, drill));
    }

    private String incidentCategory() {
        return words.chance(2) ? "disturbance" : "assault";
    }

    private String protestCategory() {
        return words.chance(2) ? "march" : "static-assembly";
    }

    private void unitReport() {
        Say say = say();
        boolean drill = words.chance(20);
        unitWords(say);
        if (drill) {
            say.drill();
        }
        keep(say, null, drill);
    }

    private void unitWords(Say say) {
        if (!words.chance(4)) {
            somewhere(say);
        } else if (words.chance(2)) {
            say.and(report -> report.allQuiet(true));
        }
        words.officers(say, 3);
        if (words.chance(2)) {
            words.more(say, say.effectiveAt(world.now()));
        } else {
            say.and(report -> report.allQuiet(true));
        }
    }

    private void update() {
        Known protest = words.recent(protests, 6);
        Known about = protest != null && words.chance(4) ? protest : words.recent(incidents, 25);
        if (about != null) {
            Say say = say();
            about(say, about);
            keep(say, about, about.drill);
        }
    }

    private void about(Say say, Known known) {
        if (known.isProtest) {
            say.aboutProtest(known.id);
        } else {
            say.about(known.id);
        }
        if (words.chance(10)) {
            somewhere(say);
        }
        content(say, known);
        if (known.drill) {
            say.drill();
        }
    }

    private void content(Say say, Known known) {
        words.fill(say);
        words.more(say, say.effectiveAt(world.now()));
        if (words.chance(30)) {
            say.and(report -> report.allQuiet(true));
        }
        if (!known.isProtest && words.chance(15)) {
            List<Link> links = words.some(incidents, 3)
                    .stream()
                    .filter(other -> !other.id.equals(known.id))
                    .map(other -> new Link(other.id,
                            words.chance(2) ? Link.Relation.CONNECTED : Link.Relation.FOLLOWS))
                    .toList();
            say.and(report -> report.links(links));
        }
    }

    private void keep(Say say, @Nullable Known subject, boolean drill) {
        ReportRecorded body = world.report(say);
        sent.add(new Sent(body.report().id(), say.sender(), subject, body.opened(), drill));
    }

    /** A report is put in place of one of the last, or takes it back. */
    private void correction() {
        Sent original = words.recent(sent, 60);
        if (original == null) {
            return;
        }
        sent.remove(original);
        Actor by = words.chance(2) ? original.by : words.chance(2) ? DESK : SUPERVISOR;
        Say say = Say.at(words.observedAt(world.now())).by(by).corrects(original.id);
        if (original.drill) {
            say.drill();
        }
        if (words.chance(3)) {
            say.withdraws(original.id);
            world.report(maybeUnset(say, by));
            return;
        }
        Known subject = original.subject;
        Known other = words.recent(incidents, 25);
        if (subject == null) {
            unitWords(say);
        } else if (!subject.isProtest && other != null && other.drill == original.drill
                && words.chance(6)) {
            about(say, other);
            subject = other;
        } else {
            replace(say, subject, original.opened);
        }
        keep(maybeUnset(say, by), subject, original.drill);
    }

    private void replace(Say say, Known subject, boolean opened) {
        if (opened && words.chance(2)) {
            say.opens(subject.isProtest ? protestCategory() : incidentCategory());
        } else if (words.chance(2)) {
            say.and(report -> {
                if (subject.isProtest) {
                    report.protest(subject.id);
                } else {
                    report.incident(subject.id);
                }
            });
        }
        if (words.chance(opened ? 2 : 10)) {
            somewhere(say);
        }
        content(say, subject);
    }

    private Say maybeUnset(Say say, Actor by) {
        return by.role() == Role.SUPERVISOR && words.chance(2) ? say.sensitive(false) : say;
    }

    private void planning() {
        Known known = words.recent(protests, 8);
        if (known == null || known.drill || words.chance(2)) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            record(id, true);
            protests.add(new Known(id, true, false));
            return;
        }
        Protest protest = world.protest(known.id);
        boolean open = protest.status() == ProtestStatus.PLANNED
                || protest.status() == ProtestStatus.LIVE;
        if (open && !protest.isVoid() && words.chance(3)) {
            world.cancels(known.id);
            cancelled.add(known.id);
            world.later(Duration.ofMillis(1 + random.nextInt(60_000)));
        } else if (!protest.isVoid() && !cancelled.contains(known.id)) {
            record(known.id, false);
        }
    }

    private void record(UUID id, boolean isNew) {
        Instant start = Instant.ofEpochSecond(
                world.now().getEpochSecond() / 60 * 60 + 60L * (random.nextInt(32 * 60) - 6 * 60));
        Shape place = words.chance(8) ? null : RiotMap.shape(random);
        List<UUID> opposes = words.chance(2) ? List.of()
                : words.some(protests, 3)
                        .stream()
                        .map(Known::id)
                        .filter(other -> !other.equals(id))
                        .toList();
        Instant end = words.chance(2) ? null
                : start.plus(Duration.ofMinutes(30 + random.nextInt(300)));
        Plan plan = new Plan("plan " + random.nextInt(1_000), protestCategory(), "somebody",
                opposes, start, end, place, null, words.chance(3) ? null : random.nextInt(90), null,
                null);
        List<String> areas = place == null ? List.of(Settings.ELSEWHERE)
                : world.places().areasOf(place);
        world.record(isNew ? new Command.PlanProtest(id, plan, DESK, areas, "00", 100)
                : new Command.ChangeProtest(id, plan, null, DESK, areas, 100));
    }
}
