package org.muster.push;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.muster.model.Alert;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.view.View;

/**
 * Alerts that somebody saw on one connection, until that is recorded: each at most once for a credential, one command
 * at a time and no more than one a beat, so that however much a client says, it costs the writer little. Holds ids of
 * alerts that there are, and so is bounded by them. On the hub's thread only.
 */
final class Glances {

    private final Hub hub;
    private final String who;
    private final Predicate<Alert> mayBeShown;
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private boolean underWay;

    /**
     * @param who the credential's name
     * @param mayBeShown others are left out without a word, as are those that are none
     */
    Glances(Hub hub, String who, Predicate<Alert> mayBeShown) {
        this.hub = hub;
        this.who = who;
        this.mayBeShown = mayBeShown;
    }

    /** A client says that these were seen. */
    void add(List<UUID> alerts) {
        View view = hub.newest();
        for (UUID id : alerts) {
            Alert alert = view.alerts().get(id);
            if (alert != null && mayBeShown.test(alert) && !isSeen(alert)) {
                waiting.add(id);
            }
        }
    }

    /** One beat: what waits is handed to the writer. What it refuses is handed in again at a later beat. */
    void beat() {
        if (waiting.isEmpty() || underWay) {
            return;
        }
        List<UUID> some = new ArrayList<>(waiting.stream().limit(ClientMessage.SEEN_MAX).toList());
        underWay = true;
        hub.record(new Command.NoteSeen(some, who), outcome -> {
            underWay = false;
            switch (outcome) {
                case Outcome.Applied _,Outcome.Unchanged _ -> some.forEach(waiting::remove);
                case Outcome.Refused _ -> {
                }
                case Outcome.Recorded _,Outcome.Repeated _ -> throw new IllegalStateException(
                        "what was seen was answered as if it were a report");
            }
        });
    }

    private boolean isSeen(Alert alert) {
        return alert.seen().stream().anyMatch(seen -> seen.who().equals(who));
    }
}
