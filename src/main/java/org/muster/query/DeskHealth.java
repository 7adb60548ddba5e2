package org.muster.query;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Alert;
import org.muster.model.Annunciation;
import org.muster.model.Desk;
import org.muster.model.Severity;
import org.muster.view.View;
import org.muster.wire.Times;

/**
 * How well one desk is served by its alerts, in the last ten minutes and in the last day, each figure with the target
 * that EEMUA 191 and ISA-18.2 name. Shares are per cent.
 */
final class DeskHealth {
    private static final int TOLD_MAX = 20;
    private static final int BUSIEST = 10;
    private static final double PER_CENT = 100;
    private static final double STEADY_TARGET = 1;
    private static final double FLOODED_TARGET = 1;
    private static final double BUSIEST_TARGET = 5;
    private static final int STALE_TARGET = 5;

    private final View view;
    private final Desk desk;
    private final List<Annunciation> day;
    private final List<Annunciation> calls;

    DeskHealth(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
        day = view.load()
                .since(view.at().minus(Annunciation.KEPT_FOR),
                        one -> desk.isConcernedBy(one.areas()));
        calls = day.stream().filter(Annunciation::calls).toList();
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("desk", desk.name());
        out.writePOJOField("areas", desk.areas());
        Instant since = desk.floodSince();
        if (since == null) {
            out.writeNullField("flood");
        } else {
            out.writeObjectFieldStart("flood");
            out.writeStringField("since", Times.text(since));
            out.writeEndObject();
        }
        out.writeObjectFieldStart("last10m");
        out.writeNumberField("received", desk.called());
        out.writeNumberField("observed", observed());
        out.writeNumberField("floodAbove", Desk.FLOOD_ABOVE);
        out.writeNumberField("floodBelow", Desk.FLOOD_BELOW);
        out.writeEndObject();
        out.writeObjectFieldStart("last24h");
        out.writeNumberField("alerts", calls.size());
        steady(out);
        severities(out);
        flooded(out);
        alerts(out, "chattering",
                view.load()
                        .chattering(view.at().minus(Annunciation.KEPT_FOR),
                                one -> desk.isConcernedBy(one.areas()))
                        .keySet()
                        .stream()
                        .toList(),
                1);
        alerts(out, "stale", stale(), STALE_TARGET);
        busiest(out);
        out.writeEndObject();
        out.writeEndObject();
    }

    /** What was so in the last ten minutes, whenever it was told; what is told late is told now. */
    private long observed() {
        Instant since = view.at().minus(Desk.WINDOW);
        return day.stream()
                .filter(one -> one.kind() != Annunciation.Kind.OVER
                        && one.effectiveAt().isAfter(since))
                .count();
    }

    private void steady(JsonGenerator out) throws IOException {
        double rate = (double) calls.size() * Desk.WINDOW.toMinutes()
                / Annunciation.KEPT_FOR.toMinutes();
        out.writeObjectFieldStart("per10m");
        out.writeNumberField("average", rounded(rate));
        target(out, STEADY_TARGET, rate <= STEADY_TARGET);
    }

    private void severities(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("severities");
        severity(out, List.of(Severity.CRITICAL, Severity.HIGH), 5, false);
        severity(out, List.of(Severity.MEDIUM), 15, false);
        severity(out, List.of(Severity.LOW), 80, true);
        out.writeEndArray();
    }

    private void severity(JsonGenerator out, List<Severity> of, double target, boolean isLeast)
            throws IOException {
        long count = calls.stream().filter(one -> of.contains(one.severity())).count();
        double share = share(count);
        out.writeStartObject();
        out.writePOJOField("severities", of.stream().map(Severity::slug).toList());
        out.writeNumberField("count", count);
        out.writeNumberField("share", share);
        target(out, target, calls.isEmpty() || (isLeast ? share >= target : share <= target));
    }

    private void flooded(JsonGenerator out) throws IOException {
        Instant since = view.at().minus(Annunciation.KEPT_FOR);
        Duration in = Duration.ZERO;
        for (Desk.Flood flood : desk.floods()) {
            in = in.plus(within(since, flood.from(), flood.to()));
        }
        Instant present = desk.floodSince();
        if (present != null) {
            in = in.plus(within(since, present, view.at()));
        }
        double share = rounded(PER_CENT * in.toMillis() / Annunciation.KEPT_FOR.toMillis());
        out.writeObjectFieldStart("inFlood");
        out.writeNumberField("seconds", in.toSeconds());
        out.writeNumberField("share", share);
        target(out, FLOODED_TARGET, share <= FLOODED_TARGET);
    }

    private static Duration within(Instant since, Instant from, Instant to) {
        Instant begin = from.isBefore(since) ? since : from;
        return to.isAfter(begin) ? Duration.between(begin, to) : Duration.ZERO;
    }

    private List<UUID> stale() {
        Instant since = view.at().minus(Annunciation.KEPT_FOR);
        return view.alerts()
                .newestFirst()
                .stream()
                .filter(alert -> alert.state().isOpen() && !alert.drill()
                        && !alert.subject().ofEngine() && !alert.raisedAt().isAfter(since)
                        && desk.isConcernedBy(alert.areas()))
                .map(Alert::id)
                .toList();
    }

    /** @param below there should be fewer */
    private static void alerts(JsonGenerator out, String name, List<UUID> alerts, int below)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("count", alerts.size());
        out.writePOJOField("alerts", alerts.stream().limit(TOLD_MAX).toList());
        target(out, below, alerts.size() < below);
    }

    private void busiest(JsonGenerator out) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        calls.forEach(one -> counts.merge(one.rule(), 1L, Long::sum));
        List<Map.Entry<String, Long>> most = counts.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(BUSIEST)
                .toList();
        double share = share(most.stream().mapToLong(Map.Entry::getValue).sum());
        out.writeObjectFieldStart("busiest");
        out.writeNumberField("share", share);
        out.writeArrayFieldStart("rules");
        for (Map.Entry<String, Long> one : most) {
            out.writeStartObject();
            out.writeStringField("rule", one.getKey());
            out.writeStringField("title", view.settings().titleOf(one.getKey()));
            out.writeNumberField("count", one.getValue());
            out.writeNumberField("share", share(one.getValue()));
            out.writeEndObject();
        }
        out.writeEndArray();
        target(out, BUSIEST_TARGET, share <= BUSIEST_TARGET);
    }

    private double share(long count) {
        return calls.isEmpty() ? 0 : rounded(PER_CENT * count / calls.size());
    }

    private static double rounded(double number) {
        return Math.round(number * PER_CENT) / PER_CENT;
    }

    /** Ends an object with what is aimed at. */
    private static void target(JsonGenerator out, double target, boolean isMet) throws IOException {
        out.writeNumberField("target", target);
        out.writeBooleanField("met", isMet);
        out.writeEndObject();
    }
}
