package org.muster.sim;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.Role;
import org.muster.view.View;

/** People at desks who work alerts, each without a look at what the other does. */
final class Worker {
    private static final List<Actor> DESKS = List.of(new Actor("desk-7", Role.CONTROLLER),
            new Actor("desk-8", Role.SUPERVISOR));

    private final Random random;

    Worker(Random random) {
        this.random = random;
    }

    /** What one of them does now with one of the newest alerts, if there is any. */
    Optional<Command> wish(View view) {
        List<Alert> newest = view.alerts().newestFirst().stream().limit(6).toList();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Alert alert = newest.get(random.nextInt(newest.size()));
        Actor by = DESKS.get(random.nextInt(DESKS.size()));
        return Optional.of(new Command.WorkAlert(alert.id(), action(), by));
    }

    private AlertAction action() {
        return switch (random.nextInt(8)) {
            case 0 -> new AlertAction.Unacknowledge();
            case 1 -> new AlertAction.Assign(random.nextBoolean() ? "desk-7" : null, null);
            case 2 -> new AlertAction.Comment("remark " + random.nextInt(3));
            case 3 -> new AlertAction.Clear("reason " + random.nextInt(3));
            default -> new AlertAction.Acknowledge();
        };
    }
}
