package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.AlertState;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Rule;

/**
 * An entry that rules have to bring about, as far as the reference knows it.
 *
 * @param what the entry without its finding, in words
 * @param finding what was found; null when nothing is
 * @param sure what of the finding is known for certain
 */
record Due(String what, List<String> areas, @Nullable Finding finding, Sure sure) {

    private static final Sure ALL = new Sure(true, true, true);

    /** Which parts of a finding can be told from outside. */
    record Sure(boolean evidence, boolean effectiveAt, boolean message) {}

    static Due raised(UUID id, String rule, RuleSubject about, String marks, List<String> areas,
            Finding finding, Sure sure) {
        return new Due(
                "raised " + id + " " + rule + " " + about.what() + " " + about.drill() + marks,
                areas, finding, sure);
    }

    static Due raisedAgain(ReferenceAlert alert, List<String> areas, Finding finding, Sure sure) {
        return new Due("raised-again " + alert.id + " " + AlertState.UNACKNOWLEDGED, areas, finding,
                sure);
    }

    static Due updated(ReferenceAlert alert, String change, List<String> areas) {
        return new Due(change + " " + alert.id + " " + alert.state, areas, null, ALL);
    }

    static Due escalated(ReferenceAlert alert, Finding finding) {
        return new Due("escalated " + alert.id + " " + alert.state, alert.areas, finding, ALL);
    }

    static Due assigned(ReferenceAlert alert, String to) {
        return new Due("assigned " + alert.id + " " + to, alert.areas, null, ALL);
    }

    static Due cleared(ReferenceAlert alert, AlertState state, String reason) {
        return new Due("cleared " + alert.id + " " + state + " " + reason, alert.areas, null, ALL);
    }

    static Due unshelved(ReferenceAlert alert) {
        return new Due("unshelved " + alert.id, alert.areas, null, ALL);
    }

    static Due suppressed(ReferenceAlert alert, @Nullable UUID by) {
        return new Due("suppressed " + alert.id + " by " + by, alert.areas, null, ALL);
    }

    static Due failed(Rule rule, long version, RuleSubject about, List<String> areas) {
        return new Due("failed " + rule.id() + " " + version + " " + about.what(), areas, null,
                ALL);
    }

    void holdsAgainst(Entry entry) {
        Due told = of(entry);
        assertThat(told.what).isEqualTo(what);
        assertThat(told.areas).as(what).isEqualTo(areas);
        assertThat(told.finding == null).as(what).isEqualTo(finding == null);
        if (told.finding != null && finding != null) {
            same(told.finding, finding);
        }
    }

    private void same(Finding told, Finding due) {
        assertThat(told.ruleVersion()).as(what).isEqualTo(due.ruleVersion());
        assertThat(told.severity()).as(what).isEqualTo(due.severity());
        assertThat(told.value()).as(what).isEqualTo(due.value());
        assertThat(told.facts()).as(what).isEqualTo(due.facts());
        assertThat(told.again()).as(what).isEqualTo(due.again());
        if (sure.message()) {
            assertThat(told.message()).as(what).isEqualTo(due.message());
        }
        if (sure.effectiveAt()) {
            assertThat(told.effectiveAt()).as(what).isEqualTo(due.effectiveAt());
            assertThat(told.late()).as(what).isEqualTo(due.late());
        }
        if (sure.evidence()) {
            assertThat(told.evidence()).as(what).isEqualTo(due.evidence());
        }
    }

    private static Due of(Entry entry) {
        return switch (entry.body()) {
            case Entry.AlertRaised body -> new Due(
                    "raised " + body.alert() + " " + body.rule() + " " + body.subject() + " "
                            + body.drill() + ReferenceAside.marks(body),
                    entry.areas(), body.finding(), ALL);
            case Entry.AlertUnshelved(var id) ->
                    new Due("unshelved " + id, entry.areas(), null, ALL);
            case Entry.AlertSuppressed(var id, var by) ->
                    new Due("suppressed " + id + " by " + by, entry.areas(), null, ALL);
            case Entry.AlertUpdated(var id, var change, var state, var found) ->
                    new Due(change.slug() + " " + id + " " + state, entry.areas(), found, ALL);
            case Entry.AlertCleared(var id, var state, var reason) ->
                    new Due("cleared " + id + " " + state + " " + reason, entry.areas(), null, ALL);
            case Entry.AlertAssigned(var id, var to) ->
                    new Due("assigned " + id + " " + to, entry.areas(), null, ALL);
            case Entry.RuleFailed(var rule, var version, var subject, var _) -> new Due(
                    "failed " + rule + " " + version + " " + subject, entry.areas(), null, ALL);
            default -> throw new AssertionError("no entry of a rule: " + entry);
        };
    }
}
