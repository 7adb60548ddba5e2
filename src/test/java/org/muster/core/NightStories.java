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

import org.muster.model.Crime;
import org.muster.model.Location;

/** The table's rows of trouble that comes back, and of crimes that nobody recorded. */
final class NightStories {
    private static final String AT_ONCE = "raised with the report that tells of it";

    /** Eleven kilometres from everything else. */
    private static final Location AWAY = new Location(53.5, -1.3, null, null);

    private NightStories() {}

    static Story second() {
        return recurring("second-night", "Second night: Disturbance, Ivanhoe Road", 2);
    }

    static Story third() {
        return recurring("third-night", "3 nights, 3 in a row: Disturbance, Ivanhoe Road", 3);
    }

    private static Story recurring(String rule, String message, int nights) {
        return Story.of(rule, message, on -> {
            for (int night = 1; night <= nights; night++) {
                on.opens(riot(on));
                if (night < nights) {
                    on.world.later(Duration.ofDays(1));
                }
            }
        })
                .no(HOLD, AT_ONCE)
                .no(HYSTERESIS, "it was there on so many nights or it was not")
                .on(CLEAR, on -> on.tells(on.say().about(on.subject).at(AWAY, List.of(THURCROFT))))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    static Story soon() {
        return unrecorded("crime-unrecorded-soon", 20);
    }

    static Story unrecorded() {
        return unrecorded("crime-unrecorded", 24);
    }

    private static Story unrecorded(String rule, int hours) {
        Consumer<Stage> alleged = on -> {
            on.opens(riot(on));
            on.tells(on.say().about(on.subject).and(report -> report.crime(Crime.ALLEGED)));
        };
        String message = "Crime alleged " + hours
                + " hours ago and not recorded: Disturbance, Ivanhoe Road";
        return Story
                .of(rule, message, alleged.andThen(on -> on.world.later(Duration.ofHours(hours))))
                .on(HOLD,
                        alleged.andThen(
                                on -> on.world.later(Duration.ofHours(hours).minusSeconds(1))))
                .no(HYSTERESIS, "it is recorded or it is not")
                .on(CLEAR,
                        on -> on.world.report(on.say()
                                .about(on.subject)
                                .and(report -> report.crime(Crime.RECORDED).crimeRef("C/1"))))
                .no(LATE, "time alone brings it about, and that is never late")
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    private static Say riot(Stage on) {
        return on.say().opens("disturbance").in("Ivanhoe Road", THURCROFT);
    }
}
