package org.muster.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Places;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Role;
import org.muster.model.Shape;

/** Somebody who plans protests, plans them anew and calls them off. */
final class Planner {

    private static final Actor DESK = new Actor("desk-9", Role.CONTROLLER);

    private final Places places;
    private final Random random;
    private final List<UUID> planned = new ArrayList<>();

    Planner(Places places, Random random) {
        this.places = places;
        this.random = random;
    }

    /** What it wants now; it does not hear what became of that. */
    Command wish(Instant now) {
        if (planned.isEmpty() || random.nextInt(3) == 0) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Plan plan = plan(now);
            planned.add(id);
            return new Command.PlanProtest(id, plan, DESK, areas(plan), "00", 100);
        }
        UUID id = planned.get(random.nextInt(planned.size()));
        if (random.nextInt(3) == 0) {
            return new Command.CancelProtest(id, null, DESK);
        }
        Plan plan = plan(now);
        return new Command.ChangeProtest(id, plan, null, DESK, areas(plan), 100);
    }

    private Plan plan(Instant now) {
        Instant start = now.plus(Duration.ofMinutes(random.nextInt(300) - 200));
        Position here = new Position(53.43 + random.nextInt(3) / 1_000.0, -1.35);
        Shape place = random.nextInt(3) == 0
                ? new Shape.Line(List.of(here, new Position(53.38, -1.47)))
                : new Shape.Point(here);
        List<UUID> opposes = planned.isEmpty() ? List.of()
                : List.of(planned.get(random.nextInt(planned.size())));
        return new Plan("Plan " + random.nextInt(99), "static-assembly", null, opposes, start, null,
                place, null, random.nextInt(50), null, null);
    }

    private List<String> areas(Plan plan) {
        Shape place = plan.place();
        return place == null ? List.of("elsewhere") : places.areasOf(place);
    }
}
