package org.muster.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Desk;
import org.muster.model.Rule;
import org.muster.model.Severity;

/**
 * Alerts of the real world: how many are open, how many were raised, and how many call somebody. The
 * labels are severities, states and the rules in force. One thread tells, any thread scrapes.
 */
public final class AlertMeters {

    private final MeterRegistry registry;
    private final RecentCount recent;
    private final Map<Severity, Map<AlertState, AtomicInteger>> open = new EnumMap<>(
            Severity.class);
    private final Map<String, Counter> raised = new ConcurrentHashMap<>();
    private final Map<String, Counter> failed = new ConcurrentHashMap<>();

    /** @param clock says up to when the flood counts */
    public AlertMeters(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.recent = new RecentCount(Desk.WINDOW);
        for (Severity severity : Severity.values()) {
            Map<AlertState, AtomicInteger> states = new EnumMap<>(AlertState.class);
            for (AlertState state : AlertState.values()) {
                if (state.isOpen()) {
                    states.put(state, gauge(severity, state));
                }
            }
            open.put(severity, states);
        }
        Gauge.builder("muster.alerts.per.10m", () -> recent.upTo(clock.instant()))
                .description(
                        "Alerts that called somebody in the last ten minutes; a flood above ten")
                .register(registry);
    }

    private AtomicInteger gauge(Severity severity, AlertState state) {
        AtomicInteger count = new AtomicInteger();
        Gauge.builder("muster.alerts.active", count, AtomicInteger::get)
                .description("Open alerts by severity and state")
                .tag("severity", severity.slug())
                .tag("state", state.slug())
                .register(registry);
        return count;
    }

    /** A rule is in force: its series are there before it raises anything. */
    public void add(Rule rule) {
        if (rule.scope() != AlertSubject.Type.ENGINE) {
            var _ = counter(rule.id(), rule.severity());
        }
        var _ = failed(rule.id());
    }

    /** An alert is not as it was; those of drills count nowhere. */
    public void changed(@Nullable Alert before, Alert after) {
        if (after.drill() || after.subject().ofEngine()) {
            return;
        }
        if (before != null) {
            count(before, -1);
        }
        count(after, 1);
    }

    private void count(Alert alert, int by) {
        Map<AlertState, AtomicInteger> states = open.get(alert.severity());
        AtomicInteger count = states == null ? null : states.get(alert.state());
        if (count != null) {
            count.addAndGet(by);
        }
    }

    /** An alert of the real world was raised, or raised again. */
    public void raised(String rule, Severity severity) {
        counter(rule, severity).increment();
    }

    /** A question of a rule had no answer. */
    public void ruleFailed(String rule) {
        failed(rule).increment();
    }

    /** Somebody was called: what is late, shelved or suppressed calls nobody. */
    public void called(Instant at) {
        recent.add(at);
    }

    private Counter counter(String rule, Severity severity) {
        return raised.computeIfAbsent(rule + ' ' + severity,
                key -> Counter.builder("muster.alerts.raised")
                        .description("Alerts raised, and raised again")
                        .tag("rule", rule)
                        .tag("severity", severity.slug())
                        .register(registry));
    }

    private Counter failed(String rule) {
        return failed.computeIfAbsent(rule,
                key -> Counter.builder("muster.rule.errors")
                        .description("Questions of a rule that had no answer")
                        .tag("rule", rule)
                        .register(registry));
    }
}
