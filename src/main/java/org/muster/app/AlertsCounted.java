package org.muster.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.muster.metrics.AlertMeters;
import org.muster.metrics.LoadMeters;
import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Annunciation;
import org.muster.model.Desk;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.View;

/** Tells the meters of alerts what each commit brought. On the writer's thread, but for the beginning. */
final class AlertsCounted implements CommitListener, LoadMeters.Source {
    private static final Duration STALE = Duration.ofHours(24);

    private final AlertMeters meters;
    private final LoadMeters load;
    /** Open alerts of the real world. */
    private final Map<UUID, Alert> open = new ConcurrentHashMap<>();
    private volatile View last;

    /** @param now what is known when the service starts: what is open, and who was called a moment ago */
    AlertsCounted(AlertMeters meters, MeterRegistry registry, View now) {
        this.meters = meters;
        this.last = now;
        this.load = new LoadMeters(registry, this);
        now.settings().rules().forEach(meters::add);
        now.alerts().newestFirst().forEach(alert -> changed(null, alert));
        load.desks(now.desks().keySet());
        Instant since = now.at().minus(Desk.WINDOW);
        for (Annunciation one : now.load().day().descendingMap().values()) {
            if (!one.at().isAfter(since)) {
                break;
            }
            called(one);
        }
    }

    @Override
    public void committed(Commit commit) {
        View view = commit.view();
        View before = last;
        if (!view.settings().rules().equals(before.settings().rules())) {
            view.settings().rules().forEach(meters::add);
        }
        if (!view.desks().keySet().equals(before.desks().keySet())) {
            load.desks(view.desks().keySet());
        }
        for (UUID id : commit.alerts()) {
            Alert after = view.alerts().get(id);
            if (after != null) {
                changed(before.alerts().get(id), after);
            }
        }
        view.load().day().tailMap(before.cursor().seq() + 1).values().forEach(this::called);
        commit.entries().forEach(stored -> count(stored, view));
        last = view;
    }

    private void changed(@Nullable Alert before, Alert after) {
        meters.changed(before, after);
        if (after.state().isOpen() && isOfTheWorld(after)) {
            open.put(after.id(), after);
        } else {
            open.remove(after.id());
        }
    }

    private void called(Annunciation one) {
        if (one.calls()) {
            meters.called(one.at());
        }
    }

    private static boolean isOfTheWorld(Alert alert) {
        return !alert.drill() && !alert.subject().ofEngine();
    }

    private void count(StoredEntry stored, View view) {
        Entry entry = stored.entry();
        if (entry.body() instanceof Entry.AlertRaised it) {
            raised(view.alerts().get(it.alert()), it.finding());
        } else if (entry.body() instanceof Entry.AlertUpdated it
                && it.change() == Entry.AlertUpdated.Change.RAISED_AGAIN && it.finding() != null) {
            raised(view.alerts().get(it.alert()), it.finding());
        } else if (entry.body() instanceof Entry.RuleFailed it) {
            meters.ruleFailed(it.rule());
        }
    }

    private void raised(@Nullable Alert alert, Finding finding) {
        if (alert != null && isOfTheWorld(alert)) {
            meters.raised(alert.rule(), finding.severity());
        }
    }

    @Override
    public int shelved() {
        return count(alert -> alert.shelf() != null);
    }

    @Override
    public int suppressed() {
        return count(alert -> alert.suppressedBy() != null);
    }

    @Override
    public int stale() {
        Instant since = last.at().minus(STALE);
        return count(alert -> !alert.raisedAt().isAfter(since));
    }

    private int count(Predicate<Alert> wanted) {
        return Math.toIntExact(open.values().stream().filter(wanted).count());
    }

    @Override
    public int chattering() {
        View now = last;
        return now.load().chattering(now.at().minus(Desk.WINDOW), _ -> true).size();
    }

    @Override
    public @Nullable Instant engineTestedAt() {
        View now = last;
        boolean isTested = now.settings()
                .rules()
                .stream()
                .anyMatch(rule -> rule.scope() == AlertSubject.Type.ENGINE);
        Instant at = now.load().engineTestedAt();
        return isTested && at == null ? Instant.EPOCH : now.engineTestedAt();
    }

    @Override
    public @Nullable Desk desk(String name) {
        return last.desks().get(name);
    }
}
