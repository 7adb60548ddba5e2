package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.access.Access;
import org.muster.access.NewCredential;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.config.SignIn;
import org.muster.core.Picture;
import org.muster.geo.LocalGround;
import org.muster.journal.MemoryJournal;
import org.muster.metrics.RecorderMeters;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Location;
import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.StoredEntry;
import org.muster.recorder.Publication;
import org.muster.recorder.Recorder;
import org.muster.rules.CelRulebook;
import org.muster.wire.ReportJson;

final class HousekeepingTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final Rejection LOW = new Rejection(Rejection.Code.DISK_LOW, "too little space");

    private final MemoryJournal journal = new MemoryJournal("e");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<Optional<Rejection>> space = new AtomicReference<>(
            Optional.of(LOW));
    private final Publication views;
    private final Recorder recorder;
    private final Housekeeping housekeeping;
    private final Access access;

    private final Config config = switch (Config.load(Path.of("config"), Map.of())) {
        case Loaded.Ready ready -> ready.config();
        case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
    HousekeepingTest(@TempDir Path folder) {
        Picture picture = Picture.empty();
        views = new Publication(picture, "e");
        recorder = new Recorder(journal, picture, views, new Recorder.Limits(100, 1_000_000, 100),
                new Recorder.World(InstantSource.fixed(NOON), System::nanoTime, new LocalGround(),
                        new CelRulebook(), commit -> {}, failed -> {}),
                new RecorderMeters(registry));
        access = Access.open(folder, InstantSource.fixed(NOON), SignIn.defaults());
        housekeeping = new Housekeeping(access, recorder, space::get,
                new SettingsInForce(recorder, views, config, Loaded.Ready::new, registry));
        recorder.start();
        housekeeping.start();
    }

    @AfterEach
    void end() {
        housekeeping.close();
        recorder.close();
        access.close();
    }

    @Test
    void after_a_start_without_space_the_settings_are_recorded_before_anybody_is_let_in() {
        assertThat(send()).isEqualTo(new Outcome.Refused(LOW));
        assertThat(journal.head()).isZero();
        space.set(Optional.empty());
        housekeeping.round();
        assertThat(send()).isInstanceOf(Outcome.Recorded.class);
        assertThat(types()).startsWith("settings").endsWith("report");
        assertThat(views.now().areas()).containsKey("thurcroft");
        assertThat(registry.find("muster.area.open.incidents").tag("area", "thurcroft").gauge())
                .isNotNull();
    }

    @Test
    void settings_that_are_in_force_are_not_recorded_again() {
        space.set(Optional.empty());
        housekeeping.round();
        housekeeping.round();
        assertThat(types()).containsOnlyOnce("settings");
    }

    @Test
    void a_credential_that_was_made_or_revoked_is_an_entry_of_the_record() {
        space.set(Optional.empty());
        access.create(new NewCredential("RT21", Role.FIELD, List.of(), null, null), "somebody");
        housekeeping.round();
        access.revoke("RT21", "somebody");
        housekeeping.round();
        housekeeping.round();
        assertThat(types()).containsExactly("settings", "access", "access");
    }

    private Outcome send() {
        Report report = Report.of(new UUID(1, 2), NOON)
                .category("disturbance")
                .location(new Location(53.3966, -1.2537, null, null))
                .build();
        return recorder.submit(new Command.SubmitReport(report, new Actor("RT21", Role.FIELD),
                "RT21", config.areaMap().locate(53.3966, -1.2537), ReportJson.contentSha256(report),
                300)).join();
    }

    /** Those of the record, without the pulse of the alert engine. */
    private List<String> types() {
        return journal.after(0, 100)
                .stream()
                .map(StoredEntry::entry)
                .map(entry -> entry.body().type())
                .filter(type -> !type.startsWith("alert-"))
                .toList();
    }
}
