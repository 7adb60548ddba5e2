package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Rejection;
import org.muster.model.Rule;
import org.muster.model.Severity;

/**
 * A wild day with rules: reports, plans, people who work on alerts, rules that change, starts in between. After each
 * thing that happens, what came of it is held against the reference.
 */
final class AlertRiot {

    private static final List<String> DESKS = List.of("desk-1", "desk-2", "desk-3", "supervisor-1");

    final World world = new World();
    final ReferenceAlerts reference;
    private final RuleDouble rules = new RuleDouble();
    private final Reference figures;
    private final Referee referee;
    private final ReferenceSubjects subjects;
    private final Random random;
    private final Riot riot;
    private final List<RuleDouble.Meaning> all;
    private int heard;

    AlertRiot(long seed, Bend bend) {
        random = new Random(seed);
        all = new RiotRules(rules).all();
        figures = new Reference(world::places);
        reference = new ReferenceAlerts(rules, this::links, bend);
        referee = new Referee(world, figures);
        subjects = new ReferenceSubjects(world, figures);
        world.rulebook = rules;
        world.rules = all.stream().map(RuleDouble::rule).toList();
        world.schedules = RiotRules.SCHEDULES;
        hears();
        world.told = this::hears;
        riot = new Riot(seed, world);
    }

    void step() {
        if (chance(3)) {
            work();
        } else if (chance(20)) {
            see();
        } else if (chance(400)) {
            otherRules();
        } else if (chance(300)) {
            restart();
        } else {
            riot.step();
        }
    }

    /** Everything that is shown of alerts is as the reference says. */
    void looks() {
        Map<RuleSubject, ReferenceFacts> facts = subjects.all(world.now());
        assertThat(world.alerts.keySet()).isEqualTo(reference.alerts.keySet());
        for (ReferenceAlert alert : reference.alerts.values()) {
            Alert shown = world.alerts.get(alert.id);
            assertThat(shown).isEqualTo(alert.shown(isSensitive(alert, facts)));
        }
        world.incidents.forEach((id, one) -> assertThat(one.alerts())
                .isEqualTo(open(AlertSubject.Type.INCIDENT, id.toString())));
        world.protests.forEach((id, one) -> assertThat(one.alerts())
                .isEqualTo(open(AlertSubject.Type.PROTEST, id.toString())));
        world.areas.values()
                .forEach(area -> assertThat(area.alerts()).as(area.id())
                        .isEqualTo(counts(area.id())));
    }

    /** Goes on from what a snapshot or all entries tell. */
    private void restart() {
        Picture again = chance(2) ? Picture.restore(world.picture.state()) : world.replayed();
        assertThat(again.state()).isEqualTo(world.picture.state());
        reference.restarts();
        world.restart(world.lived.again());
        looks();
    }

    private void hears() {
        referee.hears();
        figures.touched.clear();
        List<Entry> news = List.copyOf(world.entries.subList(heard, world.entries.size()));
        heard = world.entries.size();
        news.forEach(subjects::take);
        reference.take(news, subjects.all(world.now()), world.now());
        world.areas.values()
                .forEach(area -> assertThat(area.alerts()).as(area.id())
                        .isEqualTo(counts(area.id())));
    }

    private boolean isSensitive(ReferenceAlert alert, Map<RuleSubject, ReferenceFacts> facts) {
        return switch (alert.about.type()) {
            case INCIDENT, PROTEST ->
                    figures.subject(UUID.fromString(alert.about.id())).isSensitive();
            case ALLEGATION ->
                    figures.subject(figures.allegations.subject(UUID.fromString(alert.about.id())))
                            .isSensitive();
            case AREA, UNIT, ENGINE -> reference.isSensitive(alert.about, facts);
        };
    }

    private List<UUID> open(AlertSubject.Type type, String id) {
        return reference.alerts.values()
                .stream()
                .filter(one -> one.about.what().equals(new AlertSubject(type, id)))
                .filter(one -> one.state.isOpen())
                .map(one -> one.id)
                .toList();
    }

    private Area.AlertCounts counts(String area) {
        int[] counts = new int[Severity.values().length];
        for (ReferenceAlert alert : reference.alerts.values()) {
            if (alert.state.isOpen() && !alert.about.drill() && alert.areas.contains(area)) {
                counts[List.of(Severity.values()).indexOf(alert.finding.severity())]++;
            }
        }
        return new Area.AlertCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Somebody does something with one of the newest alerts; it is decided as the words say. */
    private void work() {
        ReferenceAlert alert = some();
        if (alert == null) {
            return;
        }
        String who = pick(DESKS);
        AlertAction action = switch (random.nextInt(11)) {
            case 0, 1, 2 -> new AlertAction.Acknowledge();
            case 3 -> new AlertAction.Unacknowledge();
            case 4 -> new AlertAction.Assign(chance(4) ? null : pick(DESKS),
                    chance(2) ? null : pick(DESKS));
            case 5 -> new AlertAction.Comment("note " + random.nextInt(2));
            case 6, 7 -> new AlertAction.Shelve(
                    world.now().plusSeconds(60L * pick(List.of(-1, 1, 5, 20, 200, 300))),
                    "reason " + random.nextInt(2), chance(2) ? null : pick(DESKS));
            case 8 -> new AlertAction.Unshelve();
            default -> new AlertAction.Clear("seen to");
        };
        String due = due(alert, action, who);
        Decision told = world.tries(new Command.WorkAlert(alert.id, action, Desk.actor(who)));
        assertThat(switch (told) {
            case Decision.Accepted _ -> "accepted";
            case Decision.Unchanged _ -> "unchanged";
            case Decision.Refused(Rejection rejection) -> rejection.code().slug();
        }).as("%s of %s in %s by %s", action, alert.id, alert.state, who).isEqualTo(due);
    }

    private String due(ReferenceAlert alert, AlertAction action, String who) {
        return switch (action) {
            case AlertAction.Acknowledge _ -> alert.state == AlertState.UNACKNOWLEDGED
                    || alert.state == AlertState.CLEARED_UNACKNOWLEDGED ? "accepted"
                            : who.equals(alert.acknowledgedBy) ? "unchanged" : "alert-changed";
            case AlertAction.Unacknowledge _ -> switch (alert.state) {
                case UNACKNOWLEDGED, CLEARED_UNACKNOWLEDGED -> "unchanged";
                case ACKNOWLEDGED -> "accepted";
                case CLEARED ->
                        "condition-ended".equals(alert.endedBecause) && reference.isNewest(alert)
                                ? "accepted"
                                : "alert-changed";
            };
            case AlertAction.Assign(var to, var from) -> {
                String has = alert.assignee;
                if (String.valueOf(to).equals(String.valueOf(has))) {
                    yield "unchanged";
                }
                boolean isFree = has == null || has.equals(who) || has.equals(from);
                yield isFree && alert.state.isOpen() ? "accepted" : "alert-changed";
            }
            case AlertAction.Comment(String text) ->
                    alert.comment != null && alert.comment.actor().equals(who)
                            && alert.comment.body() instanceof Entry.AlertCommented said
                            && said.text().equals(text) ? "unchanged" : "accepted";
            case AlertAction.Shelve shelve -> shelving(alert, shelve, who);
            case AlertAction.Unshelve _ -> alert.shelf == null ? "unchanged" : "accepted";
            case AlertAction.Clear _ -> alert.state.isOpen() ? "accepted"
                    : who.equals(alert.clearedBy) ? "unchanged" : "alert-changed";
        };
    }

    private String shelving(ReferenceAlert alert, AlertAction.Shelve asked, String who) {
        if (!alert.state.isOpen()) {
            return "alert-changed";
        }
        if (alert.finding.severity() == Severity.CRITICAL && !who.startsWith("supervisor")) {
            return "forbidden";
        }
        Instant until = asked.until();
        Alert.Shelf told = alert.shelf == null ? null : alert.shelf.told();
        if (told != null && told.until().equals(until) && told.by().equals(who)
                && asked.reason().equals(told.reason())) {
            return "unchanged";
        }
        boolean takesTwo = world.picture.settings().alerting().shelving().secondPerson();
        if (takesTwo && alert.finding.severity() == Severity.CRITICAL && asked.second() == null) {
            return "second-missing";
        }
        boolean isWithin = until.isAfter(world.now())
                && !until.isAfter(world.now().plus(Duration.ofHours(4)));
        return isWithin ? "accepted" : "invalid";
    }

    private Set<String> links(String incident) {
        Incident known = figures.incidents.get(UUID.fromString(incident));
        return known == null ? Set.of()
                : known.links()
                        .stream()
                        .map(link -> link.incident().toString())
                        .collect(Collectors.toSet());
    }

    private void see() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ReferenceAlert alert = some();
            if (alert != null) {
                ids.add(alert.id);
            }
        }
        String who = pick(DESKS);
        boolean isNews = ids.stream()
                .anyMatch(id -> known(id).seen.stream().noneMatch(one -> one.who().equals(who)));
        Decision told = world.tries(new Command.NoteSeen(ids, who));
        assertThat(told instanceof Decision.Accepted).isEqualTo(isNews);
    }

    private ReferenceAlert known(UUID id) {
        ReferenceAlert alert = reference.alerts.get(id);
        if (alert == null) {
            throw new AssertionError("no alert " + id);
        }
        return alert;
    }

    private @Nullable ReferenceAlert some() {
        List<ReferenceAlert> known = new ArrayList<>(reference.alerts.values());
        return known.isEmpty() ? null
                : known.get(Math.max(0, known.size() - 1 - random.nextInt(40)));
    }

    /** A rule goes, comes back, or has another form; all the rest stays. */
    private void otherRules() {
        List<Rule> now = new ArrayList<>();
        for (RuleDouble.Meaning meaning : all) {
            if (chance(10)) {
                meaning.form++;
            }
            if (chance(15)) {
                meaning.severity = pick(List.of(Severity.values()));
            }
            if (!chance(12)) {
                now.add(RuleDouble.rule(meaning));
            }
        }
        world.rules = now;
        world.settings(World.with(world.picture.settings(), now), world.places());
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
