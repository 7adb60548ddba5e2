package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Entry;
import org.muster.model.Finding;

/** One alert as its entries tell it, with what must never happen to one. */
final class ReferenceAlert {

    final UUID id;
    final String rule;
    final RuleSubject about;
    final long raisedSeq;
    final List<Alert.Seen> seen = new ArrayList<>();
    final List<Alert.Deed> history = new ArrayList<>();
    /** What of each deed's words may be shown when the subject is sensitive. */
    private final List<@Nullable String> discreet = new ArrayList<>();
    List<String> areas;
    Finding finding;
    AlertState state = AlertState.UNACKNOWLEDGED;
    int raisedCount = 1;
    Instant raisedAt;
    @Nullable
    String acknowledgedBy;
    @Nullable
    Instant acknowledgedAt;
    @Nullable
    String assignee;
    @Nullable
    Instant clearedAt;
    @Nullable
    String clearedBy;
    @Nullable
    String endedBecause;
    boolean isDisarmed;
    boolean isEscalated;
    @Nullable
    Entry comment;
    ReferenceAside.@Nullable Shelf shelf;
    @Nullable
    UUID suppressedBy;

    ReferenceAlert(Entry entry, Entry.AlertRaised body) {
        id = body.alert();
        rule = body.rule();
        about = new RuleSubject(body.subject(), body.drill());
        raisedSeq = entry.seq();
        raisedAt = entry.at();
        areas = entry.areas();
        finding = body.finding();
        suppressedBy = body.suppressedBy();
        note(entry, "alert-raised", finding.message(), finding.discreet());
    }

    void take(Entry entry) {
        switch (entry.body()) {
            case Entry.AlertUpdated body -> update(entry, body);
            case Entry.AlertCleared body -> clear(entry, body);
            case Entry.AlertAcknowledged body -> {
                assertThat(state).isIn(AlertState.UNACKNOWLEDGED,
                        AlertState.CLEARED_UNACKNOWLEDGED);
                state = state == AlertState.UNACKNOWLEDGED ? AlertState.ACKNOWLEDGED
                        : AlertState.CLEARED;
                assertThat(body.state()).isEqualTo(state);
                acknowledgedBy = entry.actor();
                acknowledgedAt = entry.at();
                note(entry, "alert-acknowledged", null, null);
            }
            case Entry.AlertUnacknowledged body -> {
                assertThat(state).isIn(AlertState.ACKNOWLEDGED, AlertState.CLEARED);
                state = state == AlertState.ACKNOWLEDGED ? AlertState.UNACKNOWLEDGED
                        : AlertState.CLEARED_UNACKNOWLEDGED;
                assertThat(body.state()).isEqualTo(state);
                acknowledgedBy = null;
                acknowledgedAt = null;
                note(entry, "alert-unacknowledged", null, null);
            }
            case Entry.AlertAssigned body -> {
                assignee = body.to();
                note(entry, "alert-assigned", body.to(), null);
            }
            case Entry.AlertCommented body -> {
                comment = entry;
                note(entry, "alert-commented", body.text(), null);
            }
            case Entry.AlertShelved body -> {
                assertThat(state.isOpen()).isTrue();
                shelf = new ReferenceAside.Shelf(
                        new Alert.Shelf(body.until(), entry.actor(), body.reason(), body.second()),
                        entry.at(), finding.severity(), false);
                note(entry, "alert-shelved", body.reason(), null, body.second());
            }
            case Entry.AlertUnshelved _ -> {
                assertThat(shelf).isNotNull();
                shelf = null;
                note(entry, "alert-unshelved", null, null);
            }
            case Entry.AlertSuppressed body -> {
                assertThat(state.isOpen()).isTrue();
                suppressedBy = body.by();
                note(entry, "alert-suppressed", body.by() == null ? null : body.by().toString(),
                        null);
            }
            case Entry.AlertSeen _ -> {
                assertThat(seen).extracting(Alert.Seen::who).doesNotContain(entry.actor());
                seen.add(new Alert.Seen(entry.actor(), entry.at()));
            }
            default -> throw new AssertionError("no entry of an alert: " + entry);
        }
        suppressedBy = state.isOpen() ? suppressedBy : null;
    }

    private void update(Entry entry, Entry.AlertUpdated body) {
        areas = entry.areas();
        switch (body.change()) {
            case RAISED_AGAIN -> {
                Finding again = body.finding();
                assertThat(state.isOpen()).isTrue();
                assertThat(again).isNotNull();
                finding = again == null ? finding : again;
                state = AlertState.UNACKNOWLEDGED;
                raisedCount++;
                raisedAt = entry.at();
                isEscalated = false;
                acknowledgedBy = null;
                acknowledgedAt = null;
                clearedAt = null;
                clearedBy = null;
            }
            case SHELF_ENDING -> {
                assertThat(shelf).isNotNull();
                shelf = shelf == null ? null : shelf.warned();
            }
            case ESCALATED -> {
                Finding worse = body.finding();
                assertThat(state).isEqualTo(AlertState.UNACKNOWLEDGED);
                assertThat(worse).isNotNull();
                assertThat(isEscalated).isFalse();
                finding = worse == null ? finding : worse;
                isEscalated = true;
            }
            case MOVED -> assertThat(state.isOpen()).isTrue();
            case REARMED -> {
                assertThat(isDisarmed).isTrue();
                isDisarmed = false;
            }
        }
        assertThat(body.state()).isEqualTo(state);
        boolean isRaised = body.finding() != null;
        note(entry, body.change().slug(), isRaised ? finding.message() : null,
                isRaised ? finding.discreet() : null);
    }

    private void clear(Entry entry, Entry.AlertCleared body) {
        boolean bySystem = entry.actor().equals(Actor.SYSTEM.name());
        assertThat(state.isOpen()).isTrue();
        if (bySystem && "condition-ended".equals(body.reason())) {
            assertThat(state.isStanding()).isTrue();
            state = state == AlertState.ACKNOWLEDGED ? AlertState.CLEARED
                    : AlertState.CLEARED_UNACKNOWLEDGED;
        } else {
            isDisarmed = !bySystem && state.isStanding();
            state = AlertState.CLEARED;
        }
        assertThat(body.state()).isEqualTo(state);
        clearedAt = entry.at();
        clearedBy = entry.actor();
        endedBecause = bySystem ? body.reason() : null;
        note(entry, "alert-cleared", body.reason(), null);
    }

    private void note(Entry entry, String what, @Nullable String words,
            @Nullable String whenSensitive) {
        note(entry, what, words, whenSensitive, null);
    }

    private void note(Entry entry, String what, @Nullable String words,
            @Nullable String whenSensitive, @Nullable String second) {
        history.add(new Alert.Deed(entry.seq(), entry.at(), what, entry.actor(), words, second));
        discreet.add(whenSensitive);
    }

    Alert shown(boolean isSensitive) {
        List<Alert.Deed> told = new ArrayList<>();
        for (int i = Math.max(0, history.size() - Alert.HISTORY_MAX); i < history.size(); i++) {
            Alert.Deed deed = history.get(i);
            String words = isSensitive && discreet.get(i) != null ? discreet.get(i) : deed.words();
            told.add(new Alert.Deed(deed.seq(), deed.at(), deed.what(), deed.who(), words,
                    deed.second()));
        }
        return new Alert(id, raisedSeq, rule, finding.ruleVersion(), finding.severity(), state,
                raisedCount, finding.late(), about.drill(), about.what(), areas,
                isSensitive && finding.discreet() != null ? finding.discreet() : finding.message(),
                finding.value(), finding.threshold(), raisedAt, finding.effectiveAt(),
                finding.evidence(), acknowledgedBy, acknowledgedAt, assignee, clearedAt, clearedBy,
                shelf == null ? null : shelf.told(), suppressedBy, seen, told);
    }
}
