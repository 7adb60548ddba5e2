package org.muster.index;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.geo.LocalGround;
import org.muster.journal.MemoryJournal;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.PlacesByPoint;
import org.muster.model.Plan;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.recorder.Publication;
import org.muster.recorder.Writer;
import org.muster.view.Commit;
import org.muster.view.View;
import org.muster.wire.ReportJson;

/** A record that is written as the service writes it, by one supervisor in one town. */
final class Diary {
    static final String EPOCH = "diary";
    private static final Actor BY = new Actor("sergeant", Role.SUPERVISOR);
    private static final List<String> TOWN = List.of("town");
    private static final Location HERE = new Location(53.3966, -1.2537, null, null);

    final MemoryJournal journal = new MemoryJournal(EPOCH);
    private final Picture picture = Picture.empty();
    private final Writer writer = new Writer(journal, picture, new LocalGround(), Rulebook.NONE);
    private final Publication publication = new Publication(picture, EPOCH);
    private Consumer<Commit> heard = commit -> {};
    private Instant now = Instant.parse("2014-09-06T12:00:00Z");
    private long ids;

    Diary() {
        write(new Command.ApplySettings(new Settings("map",
                List.of(new Settings.AreaDefinition("town", "Town", null)),
                List.of(new Settings.Category("disturbance", "Disturbance", Settings.Kind.INCIDENT),
                        new Settings.Category("march", "March", Settings.Kind.PROTEST)),
                List.of(), List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT),
                (PlacesByPoint) (lat, lon) -> TOWN));
    }

    /** Who hears of each commit from now on. */
    void tell(Consumer<Commit> listener) {
        heard = listener;
    }

    View view() {
        return publication.now();
    }

    long head() {
        return journal.head();
    }

    static Location place(@Nullable String words) {
        return new Location(HERE.lat(), HERE.lon(), null, words);
    }

    /** Opens an incident; the entry that did. */
    Entry opens(UnaryOperator<ReportBuilder> saying) {
        return report(report -> saying.apply(report.category("disturbance").location(HERE)));
    }

    Entry report(UnaryOperator<ReportBuilder> saying) {
        now = now.plusSeconds(1);
        Report report = saying.apply(Report.of(new UUID(7, ++ids), now)).build();
        Writer.Written written = write(new Command.SubmitReport(report, BY, BY.name(),
                report.location() == null ? List.of() : TOWN, ReportJson.contentSha256(report),
                500));
        if (!(written.outcomes().getFirst() instanceof Outcome.Recorded)) {
            throw new AssertionError(written.outcomes());
        }
        return written.entries().getFirst().entry();
    }

    /** Plans a protest for next week; its id. */
    UUID plans(String title, @Nullable String organisation, @Nullable String publicMessage) {
        UUID id = new UUID(8, ++ids);
        write(new Command.PlanProtest(id, plan(title, organisation, publicMessage), BY, TOWN, "00",
                500));
        return id;
    }

    void changes(UUID protest, String title, @Nullable String organisation,
            @Nullable String publicMessage) {
        write(new Command.ChangeProtest(protest, plan(title, organisation, publicMessage), null, BY,
                TOWN, 500));
    }

    private Plan plan(String title, @Nullable String organisation, @Nullable String publicMessage) {
        return new Plan(title, "march", organisation, List.of(), now.plusSeconds(604_800), null,
                null, null, null, null, publicMessage);
    }

    private Writer.Written write(Command command) {
        Writer.Written written = writer.write(List.of(command), now);
        heard.accept(publication.publish(picture, written.entries()));
        return written;
    }
}
