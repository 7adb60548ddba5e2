package org.muster.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.core.Picture;
import org.muster.geo.LocalGround;
import org.muster.journal.MemoryJournal;
import org.muster.journal.Replay;
import org.muster.journal.Snapshots;
import org.muster.model.Actor;
import org.muster.model.AlertAction;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.CredentialChange;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.Places;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.Role;
import org.muster.model.Rule;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.Shape;
import org.muster.model.StoredEntry;
import org.muster.recorder.Writer;
import org.muster.rules.CelRulebook;
import org.muster.wire.ReportJson;

/** A record that is made by the writer, with a tick each second, as the service makes one. */
final class Nights {
    static final Instant NINE = Instant.parse("2014-09-06T20:00:00Z");
    static final Rule CROWD = rule("crowd", Severity.HIGH, 100, 0);
    static final Rule WORSE = rule("worse", Severity.CRITICAL, 500, 0);
    private static final List<String> AREAS = List.of("thurcroft");
    private static final Places PLACES = new Places() {
        @Override
        public List<String> areasOf(double lat, double lon) {
            return AREAS;
        }

        @Override
        public List<String> areasOf(Shape shape) {
            return AREAS;
        }
    };
    private static final Actor DESK = new Actor("desk-2", Role.CONTROLLER);

    final MemoryJournal journal = new MemoryJournal("nights");
    private final Writer writer = new Writer(journal, Picture.empty(), new LocalGround(),
            new CelRulebook());
    private Instant now = NINE;
    private int reports;

    Nights(Rule... rules) {
        apply(rules);
    }

    static Rule rule(String id, Severity severity, long limit, int holdSeconds) {
        return new Rule(id, id, severity, AlertSubject.Type.INCIDENT, "incident.crowd.high > limit",
                null, holdSeconds, false, null, Map.of("limit", limit),
                "{incident.crowd.high} people", null, null);
    }

    void apply(Rule... rules) {
        write(new Command.ApplySettings(
                new Settings("map",
                        List.of(new Settings.AreaDefinition("thurcroft", "Thurcroft", null)),
                        List.of(new Settings.Category("disturbance", "Disturbance",
                                Settings.Kind.INCIDENT)),
                        List.of(), List.of("psu"), new Settings.Windows(30, 60),
                        Settings.Clashing.DEFAULT, List.of(rules)),
                PLACES));
    }

    Instant now() {
        return now;
    }

    /** Somebody who works alerts sits down. */
    Nights desk(String name) {
        write(new Command.NoteAccess(new CredentialChange(CredentialChange.Kind.CREATED,
                "id-" + name, name, Role.CONTROLLER, List.of(), null), "admin"));
        return this;
    }

    /** Seconds go by, a tick each. */
    Nights later(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            writer.write(List.of(), now);
        }
        return this;
    }

    /** The service was not asked for a while. */
    Nights afterwards(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Opens an incident with so many people, as of now. */
    UUID opens(int people) {
        return opens(people, now);
    }

    UUID opens(int people, Instant observedAt) {
        Report report = crowd(people, observedAt).category("disturbance")
                .location(new Location(53.3966, -1.2537, null, null))
                .build();
        if (send(report) instanceof Outcome.Recorded(var receipt) && receipt.incident() != null) {
            return receipt.incident();
        }
        throw new AssertionError("nothing was opened");
    }

    /** So many people are there. */
    void tells(UUID incident, int people, Instant observedAt) {
        send(crowd(people, observedAt).incident(incident).build());
    }

    void tells(UUID incident, int people) {
        tells(incident, people, now);
    }

    /** Somebody works on the newest alert of a rule. */
    void works(String rule, AlertAction action) {
        UUID alert = journal.after(0, 100_000)
                .stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.body() instanceof Entry.AlertRaised raised
                        && raised.rule().equals(rule))
                .map(entry -> ((Entry.AlertRaised) entry.body()).alert())
                .reduce((first, second) -> second)
                .orElseThrow();
        if (!(write(new Command.WorkAlert(alert, action, DESK)) instanceof Outcome.Applied)) {
            throw new AssertionError("nothing came of " + action);
        }
    }

    /** What these rules would have done. */
    Rehearsed rehearse(@Nullable Instant from, @Nullable Instant to, boolean observed,
            Rule... rules) {
        Snapshots none = new Snapshots() {
            @Override
            public Optional<Snapshot> newest(long seq) {
                return Optional.empty();
            }

            @Override
            public void keep(Snapshot snapshot) {
                throw new AssertionError("a rehearsal writes nothing");
            }

            @Override
            public void close() {}
        };
        var world = new Rehearsal.World(journal, new Replay(journal, none), new LocalGround(),
                new CelRulebook(), settings -> PLACES);
        return new Rehearsal(world, (what, done, total) -> {}).of(
                new Rehearsal.Rules(List.of(rules), List.of()),
                new Rehearsal.Asked(from, to, observed));
    }

    private ReportBuilder crowd(int people, Instant observedAt) {
        return Report.of(new UUID(1, ++reports), observedAt)
                .crowd(new CrowdEstimate(people, null, people, CrowdMethod.COUNT, null));
    }

    private Outcome send(Report report) {
        return write(new Command.SubmitReport(report, new Actor("RT21", Role.FIELD), "RT21",
                report.location() == null ? List.of() : AREAS, ReportJson.contentSha256(report),
                500));
    }

    private Outcome write(Command command) {
        return writer.write(List.of(command), now).outcomes().getFirst();
    }
}
