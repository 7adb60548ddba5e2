package org.muster.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that operators rely on, as they were promised: names, kinds, labels. The words are those of the code. */
public final class MetricTable {

    private static final Set<String> RULES = Set.of("arrests-in-an-hour", "crowd-above-limit",
            "crowd-above-plan", "crowd-per-officer", "major-incident", "no-update",
            "officer-emergency", "officers-not-there", "protest-clash", "silent-area",
            "crime-unrecorded", "crime-unrecorded-soon", "second-night", "third-night",
            "crowd-growth", "crowd-density", "crowd-crush-risk", "crowd-left-place",
            "under-18-arrested", "unit-check-in-due", "unit-overdue");
    /** These and the one by which the engine shows that it works. */
    private static final Set<String> ASKED = Stream.concat(RULES.stream(), Stream.of("self-test"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> AREAS = Set.of("barnsley", "doncaster", "elsewhere",
            "rotherham", "rotherham-town-centre", "sheffield", "south-yorkshire", "thurcroft");
    private static final Set<String> DESKS = Set.of("desk-1");
    private static final Set<String> SEVERITIES = Set.of("critical", "high", "medium", "low");

    /** With the shipped configuration, and one desk. */
    public static final List<Promise> PROMISED = List.of(
            counter("muster_reports_total",
                    Map.of("outcome", Set.of("recorded", "replayed", "invalid", "refused"))),
            histogram("muster_report_commit_seconds"), histogram("muster_report_to_push_seconds"),
            counter("muster_journal_entries_total", Map.of()), gauge("muster_journal_bytes"),
            histogram("muster_journal_batch_entries"),
            area("muster_area_crowd", "bound", "low", "best", "high"),
            area("muster_area_officers", "state", "at_scene", "en_route", "requested", "planned"),
            area("muster_area_open_incidents"), area("muster_area_live_protests"),
            area("muster_area_people_per_officer"), area("muster_area_arrests"),
            gauge("muster_alerts_active",
                    Map.of("severity", SEVERITIES, "state",
                            Set.of("unacknowledged", "acknowledged", "cleared-unacknowledged"))),
            counter("muster_alerts_raised_total", Map.of("rule", RULES, "severity", SEVERITIES)),
            counter("muster_rule_errors_total", Map.of("rule", ASKED)),
            gauge("muster_alertmanager_failing"),
            counter("muster_alertmanager_refused_total", Map.of()),
            counter("muster_alertmanager_sent_total", Map.of()), gauge("muster_alerts_shelved"),
            gauge("muster_alerts_suppressed"), gauge("muster_alerts_stale"),
            gauge("muster_alerts_chattering"),
            gauge("muster_desk_alerts_per_10m", Map.of("desk", DESKS)),
            gauge("muster_desk_flood", Map.of("desk", DESKS)),
            gauge("muster_alert_engine_tested_timestamp_seconds"), gauge("muster_alerts_per_10m"),
            gauge("muster_stream_clients"), gauge("muster_stream_lag_entries"),
            counter("muster_stream_slow_closed_total", Map.of()), gauge("muster_recorder_queue"),
            gauge("muster_recorder_state"), gauge("muster_disk_free_bytes"),
            gauge("muster_disk_warn_bytes"), gauge("muster_disk_refuse_bytes"),
            gauge("muster_alert_engine_last_look_timestamp_seconds"),
            gauge("muster_rules_reload_failed"), gauge("muster_areas_without_series"));

    private MetricTable() {}

    /** What was promised of one metric. A name is that of its samples; a histogram's get suffixes. */
    public record Promise(String name, String kind, Map<String, Set<String>> labels) {

        /** As OpenMetrics names the family. */
        public String family() {
            return kind.equals("counter") ? name.substring(0, name.length() - "_total".length())
                    : name;
        }

        /** A name that a sample of it has. */
        public String sample() {
            return kind.equals("histogram") ? name + "_bucket" : name;
        }
    }

    private static Promise counter(String name, Map<String, Set<String>> labels) {
        return new Promise(name, "counter", labels);
    }

    private static Promise gauge(String name) {
        return gauge(name, Map.of());
    }

    private static Promise gauge(String name, Map<String, Set<String>> labels) {
        return new Promise(name, "gauge", labels);
    }

    private static Promise histogram(String name) {
        return new Promise(name, "histogram", Map.of());
    }

    private static Promise area(String name) {
        return gauge(name, Map.of("area", AREAS));
    }

    private static Promise area(String name, String label, String... values) {
        return gauge(name, new TreeMap<>(Map.of("area", AREAS, label, Set.of(values))));
    }
}
