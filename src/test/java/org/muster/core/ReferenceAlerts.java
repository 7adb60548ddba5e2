package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Rule;
import org.muster.view.View;

/**
 * Which entries of alerts are due, the slow way: after everything that happens, every rule in force is asked about every
 * subject there is, in the words of the design. One of its rules can be bent, which must be found out.
 */
final class ReferenceAlerts {

    /** The alerts of a rule and a subject. */
    private record Key(String rule, RuleSubject about) {}

    final Map<UUID, ReferenceAlert> alerts = new LinkedHashMap<>();
    private final Map<Key, ReferenceAlert> newest = new HashMap<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final ReferenceWaits<Key> waits = new ReferenceWaits<>();
    private final Map<Key, Long> failed = new HashMap<>();
    private final ReferenceTouches touches = new ReferenceTouches();
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final ReferenceForms forms;
    private final Function<String, Set<String>> links;
    private final Bend bend;
    private Map<RuleSubject, ReferenceFacts> facts = Map.of();
    private Instant now = Instant.EPOCH;

    /** @param links the incidents that one names, by its id */
    ReferenceAlerts(RuleDouble meanings, Function<String, Set<String>> links, Bend bend) {
        this.links = links;
        forms = new ReferenceForms(meanings, bend);
        this.bend = bend;
    }

    /** The newest of its rule and subject. */
    boolean isNewest(ReferenceAlert alert) {
        return alert.equals(newest.get(new Key(alert.rule, alert.about)));
    }

    boolean isSensitive(RuleSubject about, Map<RuleSubject, ReferenceFacts> all) {
        ReferenceFacts its = all.get(about);
        return its != null && its.isSensitive;
    }

    /** The service was started again, which changes nothing. */
    void restarts() {
        if (bend == Bend.A_RESTART_ENDS_A_HOLD) {
            waits.forget(_ -> true);
        }
    }

    /** What happened, and what the rules have to say of it; the entries are all that came of it. */
    void take(List<Entry> news, Map<RuleSubject, ReferenceFacts> after, Instant moment) {
        boolean hasTimePassed = !moment.equals(now);
        now = moment;
        List<Entry> due = news.stream().filter(ReferenceAlerts::isOfARule).toList();
        List<Entry> others = news.stream().filter(entry -> !isOfARule(entry)).toList();
        others.forEach(this::hear);
        touches.take(others, facts, after, hasTimePassed);
        facts = after;
        waits.touched(key -> touches.now(key.about()));
        forget();
        judge(due);
    }

    /** What is no subject, or of no rule's scope, is looked at anew when it is one again. */
    private void forget() {
        Predicate<RuleSubject> isLookedAt = about -> facts.containsKey(about)
                && rules.values().stream().anyMatch(rule -> rule.scope() == about.type());
        if (bend != Bend.WHAT_ENDS_KEEPS_ITS_ALERTS) {
            waits.forget(key -> !isLookedAt.test(key.about()));
        }
        failed.keySet().removeIf(key -> !isLookedAt.test(key.about()));
        touches.forget(isLookedAt.negate());
    }

    private void judge(List<Entry> due) {
        int at = 0;
        for (List<Due> round = next(); !round.isEmpty(); round = next()) {
            for (Due one : round) {
                assertThat(due).as("more is due: %s", one).hasSizeGreaterThan(at);
                one.holdsAgainst(due.get(at));
                hear(due.get(at));
                at++;
            }
        }
        assertThat(due.subList(at, due.size())).as("nothing more is due").isEmpty();
    }

    /** Shelves come first, then rules, then what these explain. */
    private List<Due> next() {
        List<Due> due = aside().shelves(now);
        due = due.isEmpty() ? aside().inTurn(round(), id -> known(id).rule) : due;
        return due.isEmpty() ? aside().suppression() : due;
    }

    private ReferenceAside aside() {
        return new ReferenceAside(alerts.values(), rules, facts, links, bend);
    }

    private static boolean isOfARule(Entry entry) {
        return entry.actor().equals("system") && switch (entry.body()) {
            case Entry.AlertRaised _,Entry.AlertUpdated _,Entry.AlertCleared _ -> true;
            case Entry.RuleFailed _,Entry.AlertAssigned _,Entry.AlertUnshelved _,Entry.AlertSuppressed _ ->
                    true;
            default -> false;
        };
    }

    private void hear(Entry entry) {
        switch (entry.body()) {
            case Entry.SettingsApplied body -> {
                forms.schedules = body.settings().alerting().schedules();
                Map<String, Rule> before = new HashMap<>(rules);
                rules.clear();
                for (Rule rule : body.settings().rules()) {
                    rules.put(rule.id(), rule);
                    if (!rule.equals(before.get(rule.id()))) {
                        versions.put(rule.id(), entry.seq());
                    }
                }
            }
            case Entry.AlertRaised body -> {
                ReferenceAlert alert = new ReferenceAlert(entry, body);
                Key key = new Key(alert.rule, alert.about);
                ReferenceAlert before = newest.get(key);
                assertThat(before != null && before.state.isOpen()).as("two open alerts").isFalse();
                assertThat(alerts.putIfAbsent(alert.id, alert)).isNull();
                if (before != null && body.shelf() != null) {
                    alert.shelf = before.shelf;
                    before.shelf = null;
                }
                newest.put(key, alert);
                numbers.merge(key, 1, Integer::sum);
            }
            default -> {
                UUID id = View.alert(entry.body());
                if (id != null) {
                    known(id).take(entry);
                }
            }
        }
    }

    private ReferenceAlert known(UUID id) {
        ReferenceAlert alert = alerts.get(id);
        if (alert == null) {
            throw new AssertionError("no alert " + id);
        }
        return alert;
    }

    /** One time through all subjects and rules, by what was so before. */
    private List<Due> round() {
        List<Due> due = new ArrayList<>();
        Set<RuleSubject> subjects = new TreeSet<>(facts.keySet());
        newest.keySet().forEach(key -> subjects.add(key.about()));
        for (RuleSubject about : subjects) {
            ReferenceFacts its = facts.get(about);
            for (Rule rule : rules.values()) {
                if (its != null && rule.scope() == about.type()) {
                    due.addAll(judge(rule, about, its));
                }
            }
            newest.entrySet()
                    .stream()
                    .filter(one -> one.getKey().about().equals(about))
                    .sorted(Comparator.comparing(one -> one.getKey().rule()))
                    .forEach(one -> add(due, over(one.getKey(), one.getValue(), its)));
        }
        return due;
    }

    /** The subject or the rule is gone. */
    private @Nullable Due over(Key key, ReferenceAlert alert, @Nullable ReferenceFacts its) {
        Rule rule = rules.get(key.rule());
        boolean isInForce = rule != null && rule.scope() == key.about().type();
        if (its == null && isInForce && (key.about().type() == AlertSubject.Type.UNIT
                || key.about().type() == AlertSubject.Type.ALLEGATION)) {
            return alert.state.isOpen() && !alert.state.isStanding() ? null : ended(alert);
        }
        if (its == null && bend != Bend.WHAT_ENDS_KEEPS_ITS_ALERTS) {
            return over(alert, "subject-ended");
        }
        return its != null && !isInForce && bend != Bend.ALERTS_OUTLIVE_THEIR_RULE
                ? over(alert, "rule-removed")
                : null;
    }

    /** A unit out of service: no condition holds of it. */
    private static @Nullable Due ended(ReferenceAlert alert) {
        return alert.state.isStanding()
                ? Due.cleared(alert,
                        alert.state == AlertState.ACKNOWLEDGED ? AlertState.CLEARED
                                : AlertState.CLEARED_UNACKNOWLEDGED,
                        "condition-ended")
                : over(alert, "condition-ended");
    }

    private static @Nullable Due over(ReferenceAlert alert, String reason) {
        return alert.state.isOpen() ? Due.cleared(alert, AlertState.CLEARED, reason)
                : alert.isDisarmed ? Due.updated(alert, "rearmed", alert.areas) : null;
    }

    private List<Due> judge(Rule rule, RuleSubject about, ReferenceFacts its) {
        Key key = new Key(rule.id(), about);
        ReferenceAlert alert = newest.get(key);
        RuleDouble.Meaning meaning = forms.meaning(rule, its, now);
        Due due;
        try {
            boolean isAsked = forms.isAsked(rule, its, now);
            boolean when = isAsked && meaning.holds(its);
            boolean clears = !isAsked
                    || (bend == Bend.CLEARS_AT_THE_FIRST_LIMIT ? !when : meaning.clears(its));
            Long again = !isAsked || bend == Bend.WHAT_GROWS_IS_NOT_NEW ? null : meaning.again(its);
            failed.remove(key);
            due = judge(key, rule, its, alert, when, clears, again);
        } catch (Conditions.Unanswered failure) {
            waits.breaks(key);
            waits.stands(key);
            long version = version(rule);
            Long before = failed.put(key, version);
            boolean isTold = before != null && before == version
                    && bend != Bend.A_FAILURE_IS_TOLD_EACH_TIME;
            due = isTold ? null : Due.failed(rule, version, about, its.areas);
        }
        if (due != null || alert == null) {
            return due == null ? List.of() : List.of(due);
        }
        boolean hasMoved = alert.state.isOpen() && !alert.areas.containsAll(its.areas)
                && bend != Bend.ALERTS_STAY_WHERE_THEY_WERE_RAISED;
        return hasMoved ? List.of(Due.updated(alert, "moved", joined(alert, its)))
                : forms.escalated(rule, alert, now);
    }

    private @Nullable Due judge(Key key, Rule rule, ReferenceFacts its,
            @Nullable ReferenceAlert alert, boolean when, boolean clears, @Nullable Long again) {
        if (alert == null || !alert.state.isStanding() || !clears) {
            waits.stands(key);
        }
        if (alert != null && alert.state.isStanding()) {
            if (clears) {
                waits.breaks(key);
                int seconds = bend == Bend.ENDS_BEFORE_ITS_TIME ? rule.clearForSeconds() / 2
                        : rule.clearForSeconds();
                return waits.hasEnded(key, version(rule), now, seconds)
                        ? Due.cleared(alert,
                                alert.state == AlertState.ACKNOWLEDGED ? AlertState.CLEARED
                                        : AlertState.CLEARED_UNACKNOWLEDGED,
                                "condition-ended")
                        : null;
            }
            if (!hasGrown(alert, again)) {
                waits.breaks(key);
                return null;
            }
            return isHeldLongEnough(key, rule, 0, alert) ? raised(key, rule, its, alert, again)
                    : null;
        }
        if (alert != null && alert.isDisarmed && bend != Bend.A_PERSONS_WORD_DOES_NOT_LAST) {
            boolean isWorse = rule.severity().compareTo(alert.finding.severity()) < 0;
            if (!when || !(isWorse || hasGrown(alert, again))) {
                waits.breaks(key);
                return when || bend == Bend.A_PERSONS_WORD_LASTS_FOR_EVER ? null
                        : Due.updated(alert, "rearmed", alert.areas);
            }
        }
        if (!when || clears) {
            if (bend != Bend.A_BREAK_DOES_NOT_END_A_HOLD) {
                waits.breaks(key);
            }
            return null;
        }
        int seconds = bend == Bend.RAISES_BEFORE_THE_HOLD_IS_OVER ? rule.forSeconds() / 2
                : rule.forSeconds();
        return isHeldLongEnough(key, rule, seconds, alert)
                ? raised(key, rule, its,
                        alert != null && alert.state == AlertState.CLEARED_UNACKNOWLEDGED
                                && bend != Bend.ALWAYS_A_NEW_ALERT ? alert : null,
                        again)
                : null;
    }

    private boolean isHeldLongEnough(Key key, Rule rule, int seconds,
            @Nullable ReferenceAlert alert) {
        Instant notBefore = alert == null || bend == Bend.SAYS_THE_SAME_TOO_OFTEN ? Instant.EPOCH
                : alert.raisedAt.plusSeconds(rule.repeatSeconds());
        boolean isAnyForm = bend == Bend.ANOTHER_FORM_DOES_NOT_END_A_HOLD;
        return waits.hasHeld(key, isAnyForm ? 0 : version(rule), now, seconds, notBefore,
                touches.last(key.about()));
    }

    private static boolean hasGrown(ReferenceAlert alert, @Nullable Long again) {
        Long before = alert.finding.again();
        return again != null && before != null && again > before;
    }

    /** @param alert the one that is raised again; null for a new one */
    private Due raised(Key key, Rule rule, ReferenceFacts its, @Nullable ReferenceAlert alert,
            @Nullable Long again) {
        ReferenceTouches.Touched told = touches.last(key.about());
        ReferenceWaits.Hold hold = waits.hold(key);
        Instant effectiveAt = hold != null || told.effectiveAt() == null ? now : told.effectiveAt();
        boolean isOld = effectiveAt.isBefore(now.minus(Duration.ofMinutes(15)));
        boolean isLate = bend != Bend.NEVER_LATE
                && (isOld || (bend == Bend.ALWAYS_LATE && told.effectiveAt() != null))
                && !rule.lateInFull();
        List<Long> evidence = hold == null ? told.entries() : hold.evidence();
        boolean isKnown = hold == null ? told.isKnown() : hold.isKnown();
        List<Long> shown = bend == Bend.EVIDENCE_IS_THE_LAST_ENTRY && !evidence.isEmpty()
                ? List.of(evidence.getLast())
                : evidence;
        RuleDouble.Meaning meaning = forms.meaning(rule, its, now);
        Map<String, Long> read = new HashMap<>();
        meaning.reads.forEach(fact -> read.put(fact.text(), its.number(fact)));
        Finding finding = new Finding(version(rule), rule.severity(), meaning.message(its), null,
                meaning.value(its), null, effectiveAt, shown, isLate, again, read);
        Due.Sure sure = new Due.Sure(isKnown, told.isKnown() || hold != null,
                meaning.words == null || its.title != null);
        return alert != null ? Due.raisedAgain(alert, joined(alert, its), finding, sure)
                : Due.raised(
                        id(key), key.rule(), key.about(), aside().marks(newest.get(key), key.rule(),
                                rule.severity(), key.about(), its.areas, now),
                        its.areas, finding, sure);
    }

    private UUID id(Key key) {
        int number = numbers.getOrDefault(key, 0) + 1;
        String drill = key.about().drill() ? "drill/" : "";
        String name = "alert:" + key.rule() + "/" + drill + key.about().type().slug() + "/"
                + key.about().id() + "/" + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private long version(Rule rule) {
        return versions.getOrDefault(rule.id(), 0L);
    }

    private static List<String> joined(ReferenceAlert alert, ReferenceFacts its) {
        Set<String> all = new LinkedHashSet<>(alert.areas);
        all.addAll(its.areas);
        return List.copyOf(all);
    }

    private static void add(List<Due> all, @Nullable Due one) {
        if (one != null) {
            all.add(one);
        }
    }
}
