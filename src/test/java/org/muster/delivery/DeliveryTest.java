package org.muster.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.config.Alertmanager;
import org.muster.journal.MemoryJournal;
import org.muster.metrics.DeliveryMeters;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.SampleAlert;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.StoredEntry;
import org.muster.model.Versions;
import org.muster.view.Commit;
import org.muster.view.Known;
import org.muster.view.Load;
import org.muster.view.View;

/** What Alertmanager is told of, and what becomes of what it does not take. */
final class DeliveryTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final List<String> AREAS = List.of("thurcroft");
    private static final String EPOCH = "e2";

    private final MemoryJournal journal = new MemoryJournal(EPOCH);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMeters meters = new DeliveryMeters(registry);
    private volatile View view = view(0, Known.none());
    private Duty duty;
    private Delivery delivery;

    @TempDir
    private Path folder;

    @BeforeEach
    void somebodyIsOnDuty() throws Exception {
        duty = new Duty();
        delivery = delivery("", Duration.ofMinutes(10));
    }

    @AfterEach
    void close() {
        delivery.close();
        duty.close();
    }

    @Test
    void what_is_escalated_ends_under_its_old_severity_and_fires_under_the_new() throws Exception {
        Alert alert = raised(1, Severity.HIGH);
        delivery.start();
        assertThat(duty.awaits(id(alert), true).severity()).isEqualTo("high");
        said(SampleAlert.with(alert.id(), alert.raisedSeq(), Severity.CRITICAL,
                AlertState.UNACKNOWLEDGED, AREAS, NOON, null), updated(alert));
        assertThat(duty.awaits(id(alert), false).severity()).isEqualTo("high");
        assertThat(duty.awaits(id(alert), true).severity()).isEqualTo("critical");
    }

    @Test
    void what_is_shelved_or_explained_ends_and_fires_again_when_it_is_back() throws Exception {
        Alert alert = raised(1, Severity.HIGH);
        delivery.start();
        duty.awaits(id(alert), true);
        said(SampleAlert.shelved(alert, new Alert.Shelf(NOON.plusSeconds(600), "desk-1", "known")),
                updated(alert));
        duty.awaits(id(alert), false);
        said(alert, updated(alert));
        duty.awaits(id(alert), true);
        said(SampleAlert.suppressed(alert, new UUID(1, 9)), updated(alert));
        duty.awaits(id(alert), false);
        said(SampleAlert.in(alert, AlertState.CLEARED, NOON), updated(alert));
        duty.awaits(id(raised(2, Severity.LOW)), true);
        assertThat(duty.passed()).as("what was out of the queue ends once").hasSize(5);
    }

    @Test
    void a_drill_is_never_told() throws Exception {
        Alert before = raised(1, Severity.HIGH);
        delivery.start();
        duty.awaits(id(before), true);
        Alert drill = SampleAlert.drill(SampleAlert.of(new UUID(1, 2), 2, AREAS, NOON));
        said(drill, updated(drill));
        duty.awaits(id(raised(3, Severity.HIGH)), true);
        assertThat(duty.passed()).extracting(Duty.Told::alert).doesNotContain(id(drill)).hasSize(2);
    }

    @Test
    void the_token_is_read_anew_for_each_call() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        delivery.close();
        delivery = delivery(file.toString(), Duration.ofMinutes(10));
        Alert first = raised(1, Severity.HIGH);
        delivery.start();
        assertThat(duty.awaits(id(first), true).token()).isEqualTo("Bearer first");
        Files.writeString(file, "second");
        assertThat(duty.awaits(id(raised(2, Severity.HIGH)), true).token())
                .isEqualTo("Bearer second");
    }

    @Test
    void one_that_can_never_be_taken_is_passed_over_and_holds_no_other() throws Exception {
        String bad = new UUID(1, 5).toString();
        duty.answers(call -> call.stream().anyMatch(one -> one.alert().equals(bad)) ? 400 : 200);
        for (int number = 1; number <= 9; number++) {
            raised(number, Severity.HIGH);
        }
        delivery.start();
        duty.awaits(8);
        assertThat(duty.passed()).extracting(Duty.Told::alert)
                .doesNotContain(bad)
                .hasSize(8)
                .doesNotHaveDuplicates();
        Alert later = raised(10, Severity.HIGH);
        duty.awaits(id(later), true);
        assertThat(refused()).isOne();
        assertThat(registry.get("muster.alertmanager.failing").gauge().value()).isZero();
    }

    @Test
    void what_was_refused_is_offered_again_while_it_stands() throws Exception {
        delivery.close();
        delivery = delivery("", Duration.ofSeconds(1));
        duty.answers(call -> call.isEmpty() ? 200 : 422);
        Alert alert = raised(1, Severity.HIGH);
        delivery.start();
        duty.awaitsRefusalOf(1);
        duty.awaitsRefusalOf(1);
        duty.answers(_ -> 200);
        duty.awaits(id(alert), true);
    }

    @Test
    void one_who_refuses_everything_fails_and_is_told_all_of_it_later() throws Exception {
        duty.answers(_ -> 400);
        Alert first = raised(1, Severity.HIGH);
        Alert second = raised(2, Severity.HIGH);
        delivery.start();
        duty.awaitsRefusalOf(0);
        assertThat(refused()).isZero();
        duty.answers(_ -> 200);
        duty.awaits(2);
        assertThat(duty.passed()).extracting(Duty.Told::alert)
                .containsExactlyInAnyOrder(id(first), id(second));
    }

    @Test
    void a_restored_record_begins_with_what_stands_and_ends_what_stands_no_more() throws Exception {
        Alert gone = SampleAlert.of(new UUID(1, 7), 1, AREAS, NOON);
        new Memory("e1", 500,
                Map.of(gone.id(), new Memory.Fired(Notice.labels(gone), gone.raisedAt())))
                .write(folder.resolve("alertmanager.json"));
        Alert over = raised(1, Severity.HIGH);
        said(SampleAlert.in(over, AlertState.CLEARED, NOON), updated(over));
        Alert stands = raised(2, Severity.HIGH);
        delivery.start();
        duty.awaits(2);
        duty.awaits(id(raised(3, Severity.HIGH)), true);
        assertThat(duty.passed().subList(0, 2)).as("the past is not told")
                .extracting(Duty.Told::alert, Duty.Told::isFiring)
                .containsExactlyInAnyOrder(tuple(id(gone), false), tuple(id(stands), true));
        assertThat(duty.passed()).extracting(Duty.Told::alert).doesNotContain(id(over)).hasSize(3);
    }

    private Delivery delivery(String tokenFile, Duration resendEvery) {
        return new Delivery(folder.resolve("alertmanager.json"), journal, () -> view,
                new Alertmanager(duty.url(), tokenFile, resendEvery, ""), () -> NOON,
                System::nanoTime, meters);
    }

    private double refused() {
        return registry.get("muster.alertmanager.refused").counter().count();
    }

    private static String id(Alert alert) {
        return alert.id().toString();
    }

    /** The same alert in whatever way it is now. */
    private static Entry.Body updated(Alert alert) {
        return new Entry.AlertAcknowledged(alert.id(), AlertState.UNACKNOWLEDGED);
    }

    private Alert raised(int number, Severity severity) {
        Alert alert = SampleAlert.with(new UUID(1, number), number, severity,
                AlertState.UNACKNOWLEDGED, AREAS, NOON, null);
        said(alert, new Entry.AlertRaised(alert.id(), alert.rule(), alert.subject(), false,
                SampleAlert.finding("m", null, NOON)));
        return alert;
    }

    private void said(Alert alert, Entry.Body body) {
        long seq = journal.head() + 1;
        journal.append(List.of(new StoredEntry(new Entry(seq, NOON, "system", AREAS, body),
                new byte[0], new byte[0])));
        view = view(seq, view.alerts().with(alert.id(), alert.raisedSeq(), alert));
        delivery.committed(new Commit(view, List.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(alert.id()), List.of()));
    }

    private static View view(long seq, Known<Alert> alerts) {
        Settings settings = new Settings("m", List.of(), List.of(), List.of(), List.of(),
                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT, List.of(SampleAlert.RULE));
        return new View(new Cursor(EPOCH, seq), NOON, HashTreePMap.empty(), Known.none(),
                Known.none(), HashTreePMap.empty(), HashTreePSet.empty(), alerts, settings,
                HashTreePMap.empty(), Known.none(), Versions.NONE, Load.NONE);
    }
}
