package org.muster.app;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.metrics.AlertMeters;
import org.muster.model.Alert;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.CommitListener;
import org.muster.view.View;

/** Tells the meters of alerts what each commit brought. On the writer's thread, but for the beginning. */
final class AlertsCounted implements CommitListener {
    private final AlertMeters meters;
    private View last;

    /** @param now what is known when the service starts: what is open, and what was raised a moment ago */
    AlertsCounted(AlertMeters meters, View now) {
        this.meters = meters;
        this.last = now;
        now.settings().rules().forEach(meters::add);
        Instant since = now.at().minus(AlertMeters.FLOOD);
        for (Alert alert : now.alerts().newestFirst()) {
            meters.changed(null, alert);
            if (alert.raisedAt().isAfter(since) && !alert.late() && !alert.drill()) {
                meters.wasRaised(alert.raisedAt());
            }
        }
    }

    @Override
    public void committed(Commit commit) {
        View view = commit.view();
        if (!view.settings().rules().equals(last.settings().rules())) {
            view.settings().rules().forEach(meters::add);
        }
        for (UUID id : commit.alerts()) {
            Alert after = view.alerts().get(id);
            if (after != null) {
                meters.changed(last.alerts().get(id), after);
            }
        }
        commit.entries().forEach(stored -> count(stored, view));
        last = view;
    }

    private void count(StoredEntry stored, View view) {
        Entry entry = stored.entry();
        if (entry.body() instanceof Entry.AlertRaised it) {
            raised(view.alerts().get(it.alert()), it.finding(), entry.at());
        } else if (entry.body() instanceof Entry.AlertUpdated it && it.finding() != null) {
            raised(view.alerts().get(it.alert()), it.finding(), entry.at());
        } else if (entry.body() instanceof Entry.RuleFailed it) {
            meters.ruleFailed(it.rule());
        }
    }

    private void raised(@Nullable Alert alert, Finding finding, Instant at) {
        if (alert != null && !alert.drill()) {
            meters.raised(alert.rule(), finding.severity(), at, finding.late());
        }
    }
}
