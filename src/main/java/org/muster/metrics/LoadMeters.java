package org.muster.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.muster.model.Desk;

/**
 * What the alerts ask of people, and whether the engine works that calls them. Gauges ask the source when they are
 * scraped, on the scraper's thread.
 */
public final class LoadMeters {

    /** Two series each; desks beyond that are in {@code GET /alerts/health} alone. */
    public static final int DESKS_MAX = 50;

    private static final double MILLIS = 1_000.0;

    private final MeterRegistry registry;
    private final Source source;
    private final Map<String, Meter[]> desks = new HashMap<>();

    /** Where the figures come from; any thread. */
    public interface Source {

        /** Open alerts on a shelf. */
        int shelved();

        /** Open alerts that another one explains. */
        int suppressed();

        /** Alerts that stand for a day without anything new. */
        int stale();

        /** Alerts that came and went three times within a minute, in the last ten minutes. */
        int chattering();

        /** When the engine last showed that it works, 1970 when it never did; null when no rule looks at it. */
        @Nullable
        Instant engineTestedAt();

        /** A desk by its name; null when there is none any more. */
        @Nullable
        Desk desk(String name);
    }

    public LoadMeters(MeterRegistry registry, Source source) {
        this.registry = registry;
        this.source = source;
        gauge("muster.alerts.shelved", "Open alerts on a shelf", Source::shelved);
        gauge("muster.alerts.suppressed", "Open alerts that another one explains",
                Source::suppressed);
        gauge("muster.alerts.stale", "Open alerts without anything new for 24 hours",
                Source::stale);
        gauge("muster.alerts.chattering",
                "Alerts that came and went three times within a minute, in the last ten minutes",
                Source::chattering);
        Gauge.builder("muster.alert.engine.tested.timestamp", source, from -> {
            Instant at = from.engineTestedAt();
            return at == null ? Double.NaN : at.toEpochMilli() / MILLIS;
        })
                .description("When the alert engine last raised or cleared its own test, in seconds"
                        + " since 1970; NaN when no rule looks at it")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(String name, String help, ToDoubleFunction<Source> value) {
        Gauge.builder(name, source, value).description(help).register(registry);
    }

    /** These desks there are now; in the order of their names the first have series. One thread. */
    public void desks(Collection<String> names) {
        var shown = names.stream().sorted().limit(DESKS_MAX).toList();
        desks.entrySet().removeIf(known -> {
            boolean isGone = !shown.contains(known.getKey());
            if (isGone) {
                for (Meter meter : known.getValue()) {
                    registry.remove(meter);
                }
            }
            return isGone;
        });
        for (String name : shown) {
            desks.computeIfAbsent(name, this::meters);
        }
    }

    private Meter[] meters(String name) {
        return new Meter[] {
                desk("muster.desk.alerts.per.10m", name,
                        "Alerts that called this desk in the last ten minutes", Desk::called),
                desk("muster.desk.flood", name,
                        "1 while more alerts come to this desk than anybody can work",
                        desk -> desk.floodSince() == null ? 0 : 1)};
    }

    private Gauge desk(String metric, String name, String help, ToDoubleFunction<Desk> value) {
        return Gauge.builder(metric, source, from -> {
            Desk desk = from.desk(name);
            return desk == null ? 0 : value.applyAsDouble(desk);
        }).description(help).tag("desk", name).register(registry);
    }
}
