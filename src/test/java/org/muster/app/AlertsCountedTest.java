package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.metrics.AlertMeters;
import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Annunciation;
import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.SampleAlert;
import org.muster.model.Settings;
import org.muster.model.Severity;
import org.muster.model.StoredEntry;
import org.muster.model.Versions;
import org.muster.view.Commit;
import org.muster.view.Known;
import org.muster.view.Load;
import org.muster.view.View;
import org.muster.wire.EntryJson;

/** What a scraper reads of alerts. */
final class AlertsCountedTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final List<String> AREAS = List.of("thurcroft");
    private static final String RAISED = "muster_alerts_raised_total{rule=\"crowd-per-officer\","
            + "severity=\"high\"}";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT);
    private final List<StoredEntry> entries = new ArrayList<>();
    private Known<Alert> alerts = Known.none();
    private Instant now = NOON;
    private Load load = Load.NONE;
    private long seq;

    @Test
    void every_series_is_there_before_anything_happens() {
        counted();
        assertThat(scraped("muster_alerts_active")).hasSize(12).allMatch(it -> it.endsWith(" 0.0"));
        assertThat(value(RAISED)).isZero();
        assertThat(value("muster_rule_errors_total{rule=\"crowd-per-officer\"}")).isZero();
        assertThat(value("muster_alerts_per_10m")).isZero();
    }

    @Test
    void open_alerts_are_counted_where_they_stand() {
        AlertsCounted counted = counted();
        Alert alert = SampleAlert.of(new UUID(1, 1), 1, AREAS, NOON);
        commit(counted, alert);
        assertThat(active("high", "unacknowledged")).isOne();
        commit(counted, SampleAlert.in(alert, AlertState.CLEARED_UNACKNOWLEDGED, NOON));
        assertThat(active("high", "unacknowledged")).isZero();
        assertThat(active("high", "cleared-unacknowledged")).isOne();
        commit(counted, SampleAlert.in(alert, AlertState.CLEARED, NOON));
        assertThat(scraped("muster_alerts_active")).allMatch(it -> it.endsWith(" 0.0"));
    }

    @Test
    void what_was_open_and_recent_before_the_start_counts_too() {
        known(SampleAlert.of(new UUID(1, 1), 1, AREAS, NOON.minusSeconds(60)));
        known(SampleAlert.of(new UUID(1, 2), 2, AREAS, NOON.minusSeconds(700)));
        called(1, NOON.minusSeconds(700), false);
        called(2, NOON.minusSeconds(60), false);
        counted();
        assertThat(active("high", "unacknowledged")).isEqualTo(2);
        assertThat(value("muster_alerts_per_10m")).isOne();
        assertThat(value(RAISED)).isZero();
    }

    @Test
    void each_raise_counts_and_a_flood_is_that_of_ten_minutes_without_the_late_ones() {
        AlertsCounted counted = counted();
        Alert alert = SampleAlert.of(new UUID(1, 1), 1, AREAS, NOON);
        known(alert);
        add(new Entry.AlertRaised(alert.id(), alert.rule(), alert.subject(), false,
                finding(false)));
        add(new Entry.AlertUpdated(alert.id(), Entry.AlertUpdated.Change.RAISED_AGAIN,
                AlertState.UNACKNOWLEDGED, finding(true)));
        add(new Entry.AlertUpdated(alert.id(), Entry.AlertUpdated.Change.MOVED,
                AlertState.UNACKNOWLEDGED, null));
        called(1, NOON, false);
        called(2, NOON, true);
        commit(counted, alert);
        assertThat(value(RAISED)).isEqualTo(2);
        assertThat(value("muster_alerts_per_10m")).isOne();
        now = NOON.plusSeconds(599);
        assertThat(value("muster_alerts_per_10m")).isOne();
        now = NOON.plusSeconds(600);
        assertThat(value("muster_alerts_per_10m")).isZero();
    }

    @Test
    void drills_count_nowhere_and_errors_of_a_rule_do() {
        AlertsCounted counted = counted();
        Alert drill = SampleAlert.drill(SampleAlert.of(new UUID(1, 1), 1, AREAS, NOON));
        add(new Entry.AlertRaised(drill.id(), drill.rule(), drill.subject(), true, finding(false)));
        add(new Entry.RuleFailed("crowd-per-officer", 3,
                new AlertSubject(AlertSubject.Type.UNIT, "RT21"), "overflow"));
        commit(counted, drill);
        assertThat(value(RAISED)).isZero();
        assertThat(value("muster_alerts_per_10m")).isZero();
        assertThat(active("high", "unacknowledged")).isZero();
        assertThat(value("muster_rule_errors_total{rule=\"crowd-per-officer\"}")).isOne();
    }

    private AlertsCounted counted() {
        return new AlertsCounted(new AlertMeters(registry, () -> now), registry, view());
    }

    @Test
    void what_is_out_of_the_queue_stale_or_chattering_is_counted_and_the_engine_is_not() {
        AlertsCounted counted = counted();
        UUID id = new UUID(1, 1);
        Alert alert = SampleAlert.of(id, 1, AREAS, NOON.minus(Duration.ofHours(24)));
        commit(counted, alert);
        assertThat(value("muster_alerts_stale")).isOne();
        assertThat(value("muster_alerts_shelved")).isZero();
        commit(counted, SampleAlert.shelved(alert, new Alert.Shelf(NOON, "desk-1", "known")));
        assertThat(value("muster_alerts_shelved")).isOne();
        assertThat(value("muster_alerts_suppressed")).isZero();
        commit(counted, SampleAlert.suppressed(alert, new UUID(1, 2)));
        assertThat(value("muster_alerts_shelved")).isZero();
        assertThat(value("muster_alerts_suppressed")).isOne();
        commit(counted, SampleAlert.in(alert, AlertState.CLEARED, NOON));
        assertThat(value("muster_alerts_stale") + value("muster_alerts_suppressed")).isZero();
        for (int second : List.of(90, 59, 30)) {
            load = load.with(List.of(over(++seq, NOON.minusSeconds(second))), List.of(), NOON);
        }
        commit(counted, alert);
        assertThat(value("muster_alerts_chattering")).as("60 s from first to last").isOne();
        load = Load.NONE.with(List.of(over(1, NOON.minusMillis(90_001)),
                over(2, NOON.minusSeconds(59)), over(3, NOON.minusSeconds(30))), List.of(), NOON);
        commit(counted, alert);
        assertThat(value("muster_alerts_chattering")).as("and a little more").isZero();
    }

    private static Annunciation over(long seq, Instant at) {
        return said(seq, at, Annunciation.Kind.OVER, false);
    }

    private static Annunciation said(long seq, Instant at, Annunciation.Kind kind, boolean late) {
        return new Annunciation(seq, at, kind, new UUID(1, 1), "crowd-per-officer",
                new AlertSubject(AlertSubject.Type.UNIT, "RT21"), Severity.HIGH, AREAS, at, late);
    }

    private void called(long entry, Instant at, boolean late) {
        load = load.with(List.of(said(entry, at, Annunciation.Kind.RAISED, late)), List.of(), NOON);
        seq = Math.max(seq, entry);
    }

    private void known(Alert alert) {
        alerts = alerts.with(alert.id(), alert.raisedSeq(), alert);
    }

    private void add(Entry.Body body) {
        Entry entry = new Entry(++seq, NOON, "system", AREAS, body);
        entries.add(new StoredEntry(entry, EntryJson.encode(entry), new byte[0]));
    }

    private void commit(AlertsCounted counted, Alert changed) {
        known(changed);
        counted.committed(new Commit(view(), entries, Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(changed.id()), List.of()));
        entries.clear();
    }

    private View view() {
        Settings settings = new Settings("m", List.of(), List.of(), List.of(), List.of(),
                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT, List.of(SampleAlert.RULE));
        return new View(new Cursor("e", seq), NOON, HashTreePMap.empty(), Known.none(),
                Known.none(), HashTreePMap.empty(), HashTreePSet.empty(), alerts, settings,
                HashTreePMap.empty(), Known.none(), Versions.NONE, load);
    }

    private static Finding finding(boolean late) {
        return new Finding(3, Severity.HIGH, "m", null, null, null, NOON, List.of(), late, null);
    }

    private double active(String severity, String state) {
        return value("muster_alerts_active{severity=\"" + severity + "\",state=\"" + state + "\"}");
    }

    private double value(String series) {
        List<String> found = scraped(series + " ");
        assertThat(found).as(series).hasSize(1);
        return Double.parseDouble(found.getFirst().substring(series.length() + 1));
    }

    private List<String> scraped(String beginning) {
        return registry.scrape().lines().filter(line -> line.startsWith(beginning)).toList();
    }
}
