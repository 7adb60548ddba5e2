package org.muster.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.geo.LocalGround;
import org.muster.journal.JournalException;
import org.muster.journal.MemoryJournal;
import org.muster.model.AlertSubject;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Outcome;
import org.muster.model.Receipt;
import org.muster.model.Rejection;
import org.muster.model.Rule;
import org.muster.model.Severity;
import org.muster.model.StoredEntry;
import org.muster.rules.CelRulebook;
import org.muster.wire.EntryJson;

final class WriterTest {
    private static final UUID FIRST = new UUID(7, 1);
    private static final UUID SECOND = new UUID(7, 2);

    private final MemoryJournal journal = new MemoryJournal("e1");
    private final Picture picture = Picture.empty();
    private final Writer writer = new Writer(journal, picture, new LocalGround(), Rulebook.NONE);

    @BeforeEach
    void settings() {
        writer.write(List.of(Commands.settings()), Commands.NOON);
    }

    @Test
    void a_report_is_answered_with_a_receipt_of_what_the_journal_holds() {
        Receipt receipt = recorded(write(Commands.opening(FIRST, "RT21", "one")));
        StoredEntry stored = journal.findReport(FIRST).orElseThrow();
        assertThat(receipt.seq()).isEqualTo(stored.seq()).isEqualTo(2);
        assertThat(receipt.receivedAt()).isEqualTo(stored.entry().at());
        assertThat(receipt.areas()).isEqualTo(Commands.THURCROFT);
        assertThat(receipt.cursor().text()).isEqualTo("e1.2");
        assertThat(receipt.leafHash()).hasSize(64);
        assertThat(receipt.incident()).isNotNull();
        assertThat(EntryJson.decode(stored.bytes())).isEqualTo(stored.entry());
    }

    @Test
    void the_same_report_again_gets_the_first_receipt_and_is_not_recorded_again() {
        Receipt first = recorded(write(Commands.opening(FIRST, "RT21", "one")));
        Outcome again = write(Commands.opening(FIRST, "RT21", "one"));
        assertThat(again).isEqualTo(new Outcome.Repeated(first));
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void the_same_report_twice_in_one_batch_is_recorded_once() {
        List<Outcome> outcomes = writer.write(List.of(Commands.opening(FIRST, "RT21", "one"),
                Commands.opening(FIRST, "RT21", "one")), Commands.NOON).outcomes();
        Receipt first = recorded(outcomes.get(0));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Repeated(first));
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void an_id_with_other_content_or_from_another_sender_is_refused_and_shows_nothing() {
        write(Commands.opening(FIRST, "RT21", "one"));
        assertThat(code(write(Commands.opening(FIRST, "RT21", "two"))))
                .isEqualTo(Rejection.Code.ID_TAKEN);
        assertThat(code(write(Commands.opening(FIRST, "RT22", "one"))))
                .isEqualTo(Rejection.Code.ID_TAKEN);
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void a_refused_id_stays_free() {
        UUID unknown = new UUID(9, 9);
        assertThat(code(write(Commands.update(FIRST, unknown, "RT21", "x"))))
                .isEqualTo(Rejection.Code.INVALID);
        recorded(write(Commands.opening(FIRST, "RT21", "one")));
    }

    @Test
    void a_batch_may_open_an_incident_and_update_it() {
        UUID incident = UUID
                .nameUUIDFromBytes(("incident:" + FIRST).getBytes(StandardCharsets.UTF_8));
        List<Outcome> outcomes = writer
                .write(List.of(Commands.opening(FIRST, "RT21", "one"),
                        Commands.update(SECOND, incident, "RT22", "two")), Commands.NOON)
                .outcomes();
        assertThat(recorded(outcomes.get(1)).incident()).isEqualTo(incident);
        assertThat(recorded(outcomes.get(1)).areas()).isEqualTo(Commands.THURCROFT);
    }

    @Test
    void the_time_of_receipt_never_goes_back() {
        recorded(write(Commands.opening(FIRST, "RT21", "one")));
        Receipt earlier = recorded(writer.write(List.of(Commands.opening(SECOND, "RT21", "two")),
                Commands.NOON.minusSeconds(60)).outcomes().getFirst());
        assertThat(earlier.receivedAt()).isEqualTo(Commands.NOON);
    }

    @Test
    void when_the_journal_fails_nobody_is_answered() {
        journal.next(MemoryJournal.Fate.FAILS_HAVING_STORED_ALL);
        assertThatThrownBy(() -> write(Commands.opening(FIRST, "RT21", "one")))
                .isInstanceOf(JournalException.class);
    }

    @Test
    void the_same_commands_at_the_same_times_give_the_same_bytes() {
        write(Commands.opening(FIRST, "RT21", "one"));
        write(Commands.opening(SECOND, "RT22", "two"));
        MemoryJournal other = new MemoryJournal("e1");
        Writer twin = new Writer(other, Picture.empty(), new LocalGround(), Rulebook.NONE);
        twin.write(List.of(Commands.settings()), Commands.NOON);
        twin.write(List.of(Commands.opening(FIRST, "RT21", "one"),
                Commands.opening(SECOND, "RT22", "two")), Commands.NOON);
        assertThat(other.after(0, 9)).extracting(StoredEntry::bytes)
                .containsExactlyElementsOf(
                        journal.after(0, 9).stream().map(StoredEntry::bytes).toList());
    }

    @Test
    void whether_somebody_looked_in_between_makes_no_difference_to_what_is_recorded() {
        assertThat(toldOf(Duration.ofSeconds(7)))
                .containsExactlyElementsOf(toldOf(Duration.ofDays(1)))
                .filteredOn(entry -> entry.body() instanceof Entry.AlertRaised)
                .extracting(Entry::at)
                .containsExactly(Commands.NOON.plusSeconds(22 * 60));
    }

    /** Reports of an incident that a rule wants to hear of for twelve minutes, and that ends at the moment of one. */
    private static List<Entry> toldOf(Duration tick) {
        MemoryJournal kept = new MemoryJournal("e1");
        Writer looks = new Writer(kept, Picture.empty(), new LocalGround(), new CelRulebook());
        looks.write(List.of(Commands.settings(rule("incident.minutesSinceReport < 10"))),
                Commands.NOON);
        looks.write(List.of(Commands.opening(FIRST, "RT21", "one")), Commands.NOON);
        UUID incident = UUID
                .nameUUIDFromBytes(("incident:" + FIRST).getBytes(StandardCharsets.UTF_8));
        Instant at = Commands.NOON;
        for (int minute : new int[] {10, 19, 22, 25}) {
            Instant next = Commands.NOON.plusSeconds(60L * minute);
            for (at = at.plus(tick); at.isBefore(next); at = at.plus(tick)) {
                looks.write(List.of(), at);
            }
            at = next;
            looks.write(List.of(
                    Commands.update(new UUID(7, 100 + minute), incident, "RT21", "again", at)), at);
        }
        return kept.after(0, 99).stream().map(StoredEntry::entry).toList();
    }

    @Test
    void while_nothing_is_recorded_waits_go_on() {
        Rule quiet = rule("incident.minutesSinceReport >= 10");
        MemoryJournal kept = new MemoryJournal("e1");
        Writer waits = new Writer(kept, Picture.empty(), new LocalGround(), new CelRulebook());
        waits.write(List.of(Commands.settings(quiet), Commands.opening(FIRST, "RT21", "one")),
                Commands.NOON);
        Instant halfPast = Commands.NOON.plusSeconds(30 * 60);
        waits.advance(halfPast);
        assertThat(kept.head()).isEqualTo(2);
        assertThat(waits.write(List.of(), halfPast).entries()).extracting(StoredEntry::entry)
                .extracting(Entry::body)
                .hasOnlyElementsOfType(Entry.AlertRaised.class)
                .hasSize(1);
    }

    /** Speaks when its condition held for twelve minutes. */
    private static Rule rule(String when) {
        return new Rule("told", "told", Severity.HIGH, AlertSubject.Type.INCIDENT, when, null,
                12 * 60, false, null, Map.of(), "told", null, null);
    }

    @Test
    void a_picture_that_does_not_stand_at_the_journals_head_is_refused() {
        assertThatThrownBy(
                () -> new Writer(journal, Picture.empty(), new LocalGround(), Rulebook.NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    private Outcome write(Command command) {
        return writer.write(List.of(command), Commands.NOON).outcomes().getFirst();
    }

    private static Receipt recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).receipt();
    }

    private static Rejection.Code code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).rejection().code();
    }
}
