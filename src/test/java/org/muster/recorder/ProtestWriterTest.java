package org.muster.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.geo.LocalGround;
import org.muster.journal.MemoryJournal;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.PlacesByPoint;
import org.muster.model.Plan;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.wire.EntryJson;
import org.muster.wire.ReportJson;

/** What follows from plans, reports and time is recorded with what caused it, once, whenever the service restarts. */
class ProtestWriterTest {

    private static final UUID EDL = new UUID(0, 1);
    private static final UUID FIRST = new UUID(7, 1);
    private static final Actor DESK = new Actor("desk-1", Role.CONTROLLER);
    private static final List<String> CENTRE = List.of("centre");

    private final MemoryJournal journal = new MemoryJournal("e1");
    private Writer writer = new Writer(journal, Picture.empty(), new LocalGround(), Rulebook.NONE);

    @BeforeEach
    void settings() {
        Settings settings = new Settings("map-1",
                List.of(new Settings.AreaDefinition("centre", "Centre", null)),
                List.of(new Settings.Category("march", "March", Settings.Kind.PROTEST)), List.of(),
                List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        write(0, new Command.ApplySettings(settings, (PlacesByPoint) (lat, lon) -> CENTRE));
    }

    @Test
    void a_plan_whose_window_is_past_ends_in_its_own_transaction() {
        Writer.Written written = write(600, plan(0, 60));
        assertThat(types(written)).containsExactly("protest-planned", "protest-ended");
        assertThat(written.entries()).extracting(stored -> stored.entry().at())
                .containsOnly(minute(600));
        assertThat(written.outcomes()).hasOnlyElementsOfType(Outcome.Applied.class);
    }

    @Test
    void a_report_that_opens_a_protest_starts_it_in_the_same_transaction() {
        Writer.Written written = write(0, report(FIRST, 0, null, IncidentStatus.ONGOING));
        assertThat(types(written)).containsExactly("report", "protest-started");
        assertThat(written.outcomes()).hasOnlyElementsOfType(Outcome.Recorded.class);
    }

    @Test
    void each_command_of_a_batch_is_followed_by_what_it_brings_about() {
        Writer.Written written = writer
                .write(List.of(plan(0, 240), report(FIRST, 10, EDL, IncidentStatus.CLOSED),
                        report(new UUID(7, 2), 20, EDL, IncidentStatus.ONGOING)), minute(30));
        assertThat(types(written)).containsExactly("protest-planned", "protest-started", "report",
                "protest-ended", "report", "protest-started");
    }

    @Test
    void ticks_record_starts_and_ends_when_they_are_due_and_nothing_else() {
        write(0, plan(60, 120));
        assertThat(tick(59.99)).isEmpty();
        assertThat(tick(60)).containsExactly("protest-started");
        assertThat(tick(61)).isEmpty();
        assertThat(tick(149.99)).isEmpty();
        assertThat(tick(150)).containsExactly("protest-ended");
        assertThat(tick(900)).isEmpty();
    }

    @Test
    void after_a_restart_what_came_due_meanwhile_is_recorded_at_the_first_tick() {
        write(0, plan(60, 120));
        restart();
        assertThat(tick(61)).containsExactly("protest-started");
        restart();
        assertThat(tick(62)).isEmpty();
        restart();
        assertThat(tick(500)).containsExactly("protest-ended");
        StoredEntry last = journal.after(journal.head() - 1, 1).getFirst();
        assertThat(last.entry().body()).isEqualTo(new Entry.ProtestEnded(EDL, minute(150)));
        assertThat(last.entry().at()).isEqualTo(minute(500));
        restart();
        assertThat(tick(501)).isEmpty();
    }

    @Test
    void a_repeated_plan_is_recorded_once() {
        write(0, plan(60, 120));
        long head = journal.head();
        assertThat(write(1, plan(60, 120)).outcomes())
                .hasOnlyElementsOfType(Outcome.Unchanged.class);
        assertThat(journal.head()).isEqualTo(head);
    }

    @Test
    void the_same_commands_at_the_same_times_give_the_same_bytes_with_and_without_restarts() {
        night(false);
        List<byte[]> once = bytes();
        assertThat(journal.after(0, 100))
                .allSatisfy(stored -> assertThat(EntryJson.encode(EntryJson.decode(stored.bytes())))
                        .isEqualTo(stored.bytes()));
        ProtestWriterTest other = new ProtestWriterTest();
        other.settings();
        other.night(true);
        assertThat(other.bytes()).containsExactlyElementsOf(once);
        assertThat(other.replayed().state()).isEqualTo(replayed().state());
    }

    private void night(boolean restarts) {
        List<Runnable> steps = List.of(() -> write(0, plan(60, 120)), () -> tick(59),
                () -> write(59.5, report(FIRST, 58, EDL, IncidentStatus.ONGOING)), () -> tick(61),
                () -> write(70, report(new UUID(7, 2), 69, EDL, IncidentStatus.CLOSED)),
                () -> write(80, report(new UUID(7, 3), 79, EDL, IncidentStatus.ONGOING)),
                () -> write(90, new Command.CancelProtest(EDL, "rain", DESK)),
                () -> write(95, report(new UUID(7, 4), 94, EDL, IncidentStatus.ONGOING)),
                () -> write(96, report(new UUID(7, 5), 90, null, IncidentStatus.ONGOING)),
                () -> tick(160), () -> tick(900));
        for (Runnable step : steps) {
            step.run();
            if (restarts) {
                restart();
            }
        }
    }

    private void restart() {
        writer = new Writer(journal, replayed(), new LocalGround(), Rulebook.NONE);
    }

    private Picture replayed() {
        Picture picture = Picture.empty();
        journal.after(0, 1000).forEach(stored -> picture.evolve(stored.entry()));
        return picture;
    }

    private List<byte[]> bytes() {
        return journal.after(0, 1000).stream().map(StoredEntry::bytes).toList();
    }

    private Writer.Written write(double minute, Command command) {
        return writer.write(List.of(command), minute(minute));
    }

    private List<String> tick(double minute) {
        return types(writer.write(List.of(), minute(minute)));
    }

    private static List<String> types(Writer.Written written) {
        List<String> types = new ArrayList<>();
        written.entries().forEach(stored -> types.add(stored.entry().body().type()));
        return types;
    }

    private static Command plan(double start, double end) {
        Plan plan = new Plan("March", "march", null, List.of(), minute(start), minute(end), null,
                null, 60, null, null);
        return new Command.PlanProtest(EDL, plan, DESK, CENTRE, "00", 100);
    }

    private static Command report(UUID id, double observed, @Nullable UUID protest,
            IncidentStatus status) {
        Report report = Report.of(id, minute(observed))
                .protest(protest)
                .category(protest == null ? "march" : null)
                .location(new Location(53.43, -1.35, null, "All Saints Square"))
                .status(status)
                .build();
        return new Command.SubmitReport(report, DESK, "desk-1", CENTRE,
                ReportJson.contentSha256(report), 500);
    }

    private static Instant minute(double minutes) {
        return Commands.NOON.plus(Duration.ofMillis(Math.round(minutes * 60_000)));
    }
}
