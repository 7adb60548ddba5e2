package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Rule;
import org.muster.model.Severity;

/**
 * What is due of alerts that are out of the queue, shelved or suppressed, the slow way: each is held against all others.
 *
 * @param links the incidents that one names, by its id
 */
record ReferenceAside(Collection<ReferenceAlert> alerts, Map<String, Rule> rules,
        Map<RuleSubject, ReferenceFacts> facts, Function<String, Set<String>> links, Bend bend) {

    private static final Duration WARNING = Duration.ofMinutes(2);

    /**
     * A shelf.
     *
     * @param severity of what was shelved
     */
    record Shelf(Alert.Shelf told, Instant since, Severity severity, boolean isWarned) {

        boolean holds(Severity found, Instant now) {
            return now.isBefore(told.until()) && found.compareTo(severity) >= 0;
        }

        Shelf warned() {
            return new Shelf(told, since, severity, true);
        }
    }

    /** Of a shelf, something is to be said at a moment. */
    private record Ending(Instant at, ReferenceAlert alert, Due due) {}

    /** Warnings and ends, in the order of their moments. */
    List<Due> shelves(Instant now) {
        List<Ending> endings = new ArrayList<>();
        for (ReferenceAlert alert : alerts) {
            Shelf shelf = alert.shelf;
            if (shelf == null) {
                continue;
            }
            Instant until = shelf.told().until();
            Instant warnAt = until.minus(WARNING);
            if (alert.finding.severity().compareTo(shelf.severity()) < 0) {
                endings.add(new Ending(shelf.since(), alert, Due.unshelved(alert)));
            } else if (!now.isBefore(until)) {
                boolean isUnsaid = alert.state.isOpen() && !shelf.isWarned()
                        && warnAt.isAfter(shelf.since());
                endings.add(new Ending(isUnsaid ? warnAt : until, alert, Due.unshelved(alert)));
            } else if (!now.isBefore(warnAt) && warnAt.isAfter(shelf.since()) && !shelf.isWarned()
                    && alert.state.isOpen()) {
                endings.add(
                        new Ending(warnAt, alert, Due.updated(alert, "shelf-ending", alert.areas)));
            }
        }
        endings.sort(Comparator.comparing(Ending::at)
                .thenComparingLong(ending -> ending.alert().raisedSeq));
        return bend == Bend.A_SHELF_IS_FOR_EVER ? List.of()
                : endings.stream().map(Ending::due).toList();
    }

    /** What is explained now, and what no more, in the order it was raised in. */
    List<Due> suppression() {
        List<Due> due = new ArrayList<>();
        for (ReferenceAlert alert : alerts) {
            UUID by = alert.state.isOpen()
                    ? by(alert.rule, alert.finding.severity(), alert.about, alert.areas)
                    : null;
            if (alert.state.isOpen() && !Objects.equals(by, alert.suppressedBy)) {
                due.add(Due.suppressed(alert, by));
            }
        }
        return due;
    }

    /** The marks that a finding is born with. */
    String marks(@Nullable ReferenceAlert before, String rule, Severity found, RuleSubject about,
            List<String> areas, Instant now) {
        Shelf shelf = before == null || bend == Bend.THE_NEXT_IS_NOT_SHELVED ? null : before.shelf;
        Instant until = shelf != null && shelf.holds(found, now) ? shelf.told().until() : null;
        return marks(until, by(rule, found, about, areas));
    }

    static String marks(Entry.AlertRaised body) {
        Alert.Shelf shelf = body.shelf();
        return marks(shelf == null ? null : shelf.until(), body.suppressedBy());
    }

    private static String marks(@Nullable Instant until, @Nullable UUID by) {
        return (until == null ? "" : " until " + until) + (by == null ? "" : " under " + by);
    }

    /** The oldest alert that stands and reaches it. */
    private @Nullable UUID by(String rule, Severity severity, RuleSubject about,
            List<String> areas) {
        Rule form = rules.get(rule);
        if (form == null
                || (severity == Severity.CRITICAL && bend != Bend.CRITICAL_ONES_ARE_SUPPRESSED)) {
            return null;
        }
        UUID found = null;
        for (ReferenceAlert other : alerts) {
            boolean reaches = other.state.isStanding() && other.about.drill() == about.drill()
                    && form.inhibitedBy()
                            .stream()
                            .filter(one -> one.rule().equals(other.rule))
                            .anyMatch(one -> reaches(one.reach(), other, about, areas));
            boolean isFirst = found == null || bend == Bend.THE_NEWEST_EXPLAINS;
            found = reaches && isFirst ? other.id : found;
        }
        return found;
    }

    private boolean reaches(Rule.Reach reach, ReferenceAlert other, RuleSubject about,
            List<String> areas) {
        return other.about.equals(about) || switch (reach) {
            case SUBJECT -> false;
            case LINKED -> areLinked(other.about, about);
            case AREA -> {
                String here = smallest(about, areas);
                yield here != null && here.equals(smallest(other.about, other.areas));
            }
        };
    }

    private boolean areLinked(RuleSubject one, RuleSubject other) {
        boolean areIncidents = one.type() == AlertSubject.Type.INCIDENT
                && other.type() == AlertSubject.Type.INCIDENT;
        return areIncidents && (links.apply(one.id()).contains(other.id())
                || (bend != Bend.LINKS_GO_ONE_WAY && links.apply(other.id()).contains(one.id())));
    }

    private @Nullable String smallest(RuleSubject about, List<String> before) {
        ReferenceFacts its = facts.get(about);
        List<String> areas = its == null || its.areas.isEmpty() ? before : its.areas;
        return areas.isEmpty() ? null : areas.getFirst();
    }

    /** What is raised waits for those of its round that may explain it. */
    List<Due> inTurn(List<Due> round, Function<UUID, String> ruleOf) {
        List<String> raised = round.stream()
                .map(one -> one.what().split(" ", -1))
                .filter(words -> words[0].startsWith("raised"))
                .map(words -> words[0].equals("raised") ? words[2]
                        : ruleOf.apply(UUID.fromString(words[1])))
                .toList();
        return round.stream().filter(one -> {
            String[] words = one.what().split(" ", -1);
            Rule form = words[0].equals("raised") ? rules.get(words[2]) : null;
            return form == null
                    || form.inhibitedBy().stream().noneMatch(by -> raised.contains(by.rule()));
        }).toList();
    }
}
