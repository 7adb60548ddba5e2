package org.muster.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.AlertState;
import org.muster.model.Alerting;
import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Cursor;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.view.Known;
import org.muster.view.View;
import org.muster.view.Views;

/** A recorder that can acknowledge and notes all else, on a thread of its own; one alert in Rotherham, one elsewhere. */
final class WorkDouble implements Recording, Views, AutoCloseable {

    static final UUID IN_ROTHERHAM = new UUID(0, 1);
    static final UUID ELSEWHERE = new UUID(0, 2);
    static final UUID CRITICAL = new UUID(0, 3);

    private final ExecutorService writer = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("writer").daemon().factory());
    private final List<Command.WorkAlert> asked = new ArrayList<>();
    private final PMap<String, Area> areas = HashTreePMap
            .singleton("rotherham", SampleArea.of("rotherham", List.of("south-yorkshire"), 0))
            .plus("sheffield", SampleArea.of("sheffield", List.of("south-yorkshire"), 0));
    private Known<Alert> alerts = Known.<Alert>none()
            .with(IN_ROTHERHAM, 1,
                    SampleAlert.of(IN_ROTHERHAM, 1, List.of("rotherham", "south-yorkshire"),
                            Instant.EPOCH))
            .with(ELSEWHERE, 2,
                    SampleAlert.of(ELSEWHERE, 2, List.of(Settings.ELSEWHERE), Instant.EPOCH))
            .with(CRITICAL, 3, SampleAlert.with(CRITICAL, 3, Severity.CRITICAL,
                    AlertState.UNACKNOWLEDGED, List.of("rotherham"), Instant.EPOCH, null));
    private Settings settings = Settings.NONE;
    private @Nullable String knower;
    private @Nullable Code stopped;

    @Override
    public CompletableFuture<Outcome> submit(Command command) {
        return CompletableFuture.supplyAsync(() -> record((Command.WorkAlert) command), writer);
    }

    @Override
    public synchronized View now() {
        return new View(new Cursor("test", 2), Instant.EPOCH, areas, Known.none(), Known.none(),
                HashTreePMap.empty(), HashTreePSet.empty(), alerts, settings);
    }

    /** Critical alerts are shelved by two. */
    synchronized void takesTwo() {
        settings = new Settings("", List.of(), List.of(), List.of(), List.of(),
                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT, List.of(),
                new Alerting(List.of(), new Alerting.Shelving(240, 2, true),
                        Alerting.Nights.DEFAULT, Map.of()));
    }

    /** The critical one is on this shelf already. */
    synchronized void shelved(Alert.Shelf shelf) {
        Alert alert = Objects.requireNonNull(alerts.get(CRITICAL));
        alerts = alerts.with(CRITICAL, 3, SampleAlert.shelved(alert, shelf));
    }

    /** Everything is refused for this reason. */
    synchronized void stop(Code why) {
        stopped = why;
    }

    synchronized List<AlertAction> asked() {
        return asked.stream().map(Command.WorkAlert::action).toList();
    }

    private synchronized Outcome record(Command.WorkAlert work) {
        asked.add(work);
        if (stopped != null) {
            return new Outcome.Refused(new Rejection(stopped, "Told so by the test."));
        }
        Cursor cursor = new Cursor("test", 2);
        if (!(work.action() instanceof AlertAction.Acknowledge)) {
            return new Outcome.Applied(cursor);
        }
        String before = knower;
        if (before != null) {
            return before.equals(work.by().name()) ? new Outcome.Unchanged(cursor)
                    : new Outcome.Refused(
                            new Rejection(Code.ALERT_CHANGED, before + " acknowledged it."));
        }
        knower = work.by().name();
        Alert alert = Objects.requireNonNull(alerts.get(work.alert()));
        alerts = alerts.with(alert.id(), alert.raisedSeq(),
                SampleAlert.in(alert, AlertState.ACKNOWLEDGED, Instant.EPOCH));
        return new Outcome.Applied(cursor);
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }
}
