package org.muster.core;

import static org.muster.core.Story.Column.CLEAR;
import static org.muster.core.Story.Column.CORRECTION;
import static org.muster.core.Story.Column.DRILL;
import static org.muster.core.Story.Column.HOLD;
import static org.muster.core.Story.Column.HYSTERESIS;
import static org.muster.core.Story.Column.LATE;
import static org.muster.core.World.THURCROFT;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.muster.model.Location;

/** The rows of the table for crowds that grow, stand dense, or are elsewhere. */
final class CrowdStories {
    private static final String HELD = "held for a minute: what is still so by then is not late";
    private static final String PLANNED = "a plan is never a drill";

    private CrowdStories() {}

    static Story growth() {
        Consumer<Stage> grows = on -> {
            on.opens(ShippedStories.riot(on).crowd(100, 100));
            on.world.itIs(16);
            on.tells(ShippedStories.about(on).crowd(180, 180));
        };
        return Story
                .of("crowd-growth",
                        "180 people at Ivanhoe Road, 80 per cent more than 15 minutes ago",
                        grows.andThen(CrowdStories::aMinute))
                .on(HOLD, grows.andThen(CrowdStories::almostAMinute))
                .on(HYSTERESIS, on -> on.tells(ShippedStories.about(on).crowd(125, 125)))
                .on(CLEAR, on -> on.world.itIs(31))
                .no(LATE, HELD)
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    static Story density() {
        Consumer<Stage> dense = on -> stands(on, 450);
        return Story
                .of("crowd-density", "405 people on 100 square metres at March, limit 400",
                        dense.andThen(CrowdStories::aMinute))
                .on(HOLD, dense.andThen(CrowdStories::almostAMinute))
                .on(HYSTERESIS, on -> counts(on, 390))
                .on(CLEAR, on -> counts(on, 380))
                .no(LATE, HELD)
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, PLANNED);
    }

    static Story crushRisk() {
        return Story
                .of("crowd-crush-risk", "504 people on 100 square metres at March, limit 500",
                        on -> stands(on, 560))
                .no(HOLD, "raised with the report that tells of it")
                .on(HYSTERESIS, on -> counts(on, 500))
                .on(CLEAR, on -> counts(on, 490))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, PLANNED);
    }

    static Story leftPlace() {
        Consumer<Stage> leaves = on -> {
            on.subject = on.plans("March", 900);
            on.world.itIs(40);
            on.tells(away(on, 0.005));
        };
        return Story
                .of("crowd-left-place", "March is 546 metres from its place, limit 300",
                        leaves.andThen(CrowdStories::aMinute))
                .on(HOLD, leaves.andThen(CrowdStories::almostAMinute))
                .on(HYSTERESIS, on -> on.tells(away(on, 0.002)))
                .on(CLEAR, on -> on.tells(away(on, 0.001)))
                .no(LATE, HELD)
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, PLANNED);
    }

    /** A protest on its ground, and so many people. */
    private static void stands(Stage on, int people) {
        on.subject = on.plansGround("March", 900);
        on.world.itIs(40);
        on.tells(ShippedStories.protest(on).crowd(people, people));
    }

    private static void counts(Stage on, int people) {
        on.world.report(ShippedStories.protest(on).crowd(people, people));
    }

    /** So many degrees north of where it was planned, give or take ten metres. */
    private static Say away(Stage on, double degrees) {
        return ShippedStories.protest(on)
                .crowd(80, 80)
                .at(new Location(53.4 + degrees, -1.3, 10.0, null), List.of(THURCROFT));
    }

    private static void aMinute(Stage on) {
        on.world.later(Duration.ofSeconds(60));
    }

    private static void almostAMinute(Stage on) {
        on.world.later(Duration.ofSeconds(59));
    }
}
