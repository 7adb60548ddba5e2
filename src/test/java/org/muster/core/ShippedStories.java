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

import org.muster.model.AgeBand;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Methane;

/** The table: a story for each rule that is shipped. */
final class ShippedStories {
    private static final String AT_ONCE = "raised with the report that tells of it";
    private static final String YES_OR_NO = "it is so or it is not: nothing lies between";
    private static final String BY_TIME = "time alone brings it about, and that is never late";
    private static final String NO_AREAS = "areas count nothing of a drill";
    private static final String PLANNED = "a plan is never a drill";

    private ShippedStories() {}

    static List<Story> all() {
        return List.of(crowdPerOfficer(), crowdAboveLimit(), crowdAbovePlan(), officersNotThere(),
                arrests(), clash(), emergency(), major(), silent(), noUpdate(),
                CrowdStories.growth(), CrowdStories.density(), CrowdStories.crushRisk(),
                CrowdStories.leftPlace(), young(), checkInDue(), overdue(), NightStories.second(),
                NightStories.third(), NightStories.soon(), NightStories.unrecorded());
    }

    private static Story crowdPerOfficer() {
        Consumer<Stage> crowd = on -> on.opens(riot(on).crowd(60, 60).unit("RT21", 2, there()));
        return Story
                .of("crowd-per-officer", "30 people per officer at Ivanhoe Road, limit 20",
                        crowd.andThen(on -> on.world.later(Duration.ofSeconds(60))))
                .on(HOLD, crowd.andThen(on -> on.world.later(Duration.ofSeconds(59))))
                .on(HYSTERESIS, on -> on.tells(about(on).unit("RT21", 3, there())))
                .on(CLEAR, on -> on.tells(about(on).unit("RT21", 4, there())))
                .no(LATE, "held for a minute: what is still so by then is not late")
                .on(CORRECTION,
                        on -> on.world.report(Say.at(on.world.now())
                                .corrects(on.telling)
                                .crowd(6, 6)
                                .unit("RT21", 2, there())))
                .on(DRILL, Stage::alert);
    }

    private static Story crowdAboveLimit() {
        return Story
                .of("crowd-above-limit", "6000 people in Thurcroft, limit 5000",
                        on -> on.opens(riot(on).crowd(6_000, 6_000)))
                .no(HOLD, AT_ONCE)
                .on(HYSTERESIS, on -> on.tells(about(on).crowd(4_800, 4_800)))
                .on(CLEAR, on -> on.tells(about(on).crowd(4_500, 4_500)))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, NO_AREAS);
    }

    private static Story crowdAbovePlan() {
        return Story.of("crowd-above-plan", "130 people at March, at most 100 expected", on -> {
            on.subject = on.plans("March", 900);
            on.world.itIs(40);
            on.tells(on.say().aboutProtest(on.subject).crowd(130, 130));
        })
                .no(HOLD, AT_ONCE)
                .on(HYSTERESIS,
                        on -> on.world.report(on.say().aboutProtest(on.subject).crowd(115, 115)))
                .on(CLEAR, on -> on.world.report(on.say().aboutProtest(on.subject).crowd(110, 110)))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, PLANNED);
    }

    private static Story officersNotThere() {
        return Story.of("officers-not-there",
                "0 of 60 officers at March, 5 minutes after its start", on -> {
                    on.subject = on.plans("March", 900);
                    on.world.itIs(15);
                }).on(HOLD, on -> {
                    on.subject = on.plans("March", 900);
                    on.world.itIs(14.9);
                })
                .on(HYSTERESIS, on -> on.tells(protest(on).unit("RT21", 50, there())))
                .on(CLEAR, on -> on.tells(protest(on).unit("RT21", 54, there())))
                .no(LATE, BY_TIME)
                .no(CORRECTION, "no report brings it about")
                .no(DRILL, PLANNED);
    }

    private static Story arrests() {
        return Story.of("arrests-in-an-hour", "10 arrests within an hour in Thurcroft, limit 10",
                on -> {
                    on.world.itIs(30);
                    on.opens(riot(on).arrests("affray", 4, AgeBand.UNKNOWN));
                    on.world.itIs(60);
                    on.tells(about(on).arrests("affray", 6, AgeBand.UNKNOWN));
                })
                .no(HOLD, AT_ONCE)
                .on(HYSTERESIS, on -> on.world.itIs(91))
                .on(CLEAR, on -> on.world.itIs(121))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, NO_AREAS);
    }

    private static Story clash() {
        return Story.of("protest-clash", "March against it clashes with March for it", on -> {
            on.plans("March for it", 900);
            on.subject = on.plans("March against it", 901);
        })
                .no(HOLD, AT_ONCE)
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR,
                        on -> on.world.changes(on.subject, on.plan("March against it", 600),
                                THURCROFT))
                .no(LATE, "a plan is no report: it is of the moment in which it is made")
                .no(CORRECTION, "a plan is changed, which is the column before")
                .no(DRILL, PLANNED);
    }

    private static Story emergency() {
        return Story
                .of("officer-emergency", "Emergency: RT21, Thurcroft",
                        on -> on.tells(on.say()
                                .onBehalfOf("RT21")
                                .in("Ivanhoe Road", THURCROFT)
                                .and(report -> report.emergency(true))))
                .no(HOLD, AT_ONCE)
                .no(HYSTERESIS, YES_OR_NO)
                .no(CLEAR, "only a correction, or a person, ends it")
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    private static Story major() {
        return Story
                .of("major-incident", "Major incident declared: Disturbance, Ivanhoe Road", on -> {
                    on.opens(riot(on));
                    on.tells(about(on).and(report -> report.methane(methane("declared"))));
                })
                .no(HOLD, AT_ONCE)
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR,
                        on -> on.tells(about(on).and(report -> report.methane(methane("standby")))))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    private static Story silent() {
        Consumer<Stage> there = on -> on
                .tells(on.say().unit("RT21", 5, there()).in("Ivanhoe Road", THURCROFT));
        return Story
                .of("silent-area",
                        "No report from Thurcroft lately: 5 officers, 0 open incidents,"
                                + " 0 live protests there",
                        there.andThen(on -> on.world.itIs(60)))
                .on(HOLD, there.andThen(on -> on.world.itIs(59.9)))
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR,
                        on -> on.tells(on.say()
                                .and(report -> report.allQuiet(true))
                                .in("Ivanhoe Road", THURCROFT)))
                .no(LATE, BY_TIME)
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, NO_AREAS);
    }

    private static Story noUpdate() {
        return Story.of("no-update", "No update for 45 minutes: Disturbance, Ivanhoe Road", on -> {
            on.opens(riot(on));
            on.world.itIs(45);
        }).on(HOLD, on -> {
            on.opens(riot(on));
            on.world.itIs(44.9);
        })
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR, on -> on.tells(about(on).status(IncidentStatus.CONTAINED)))
                .no(LATE, BY_TIME)
                .on(CORRECTION,
                        on -> on.world
                                .report(Say.at(on.world.now()).corrects(on.telling).crowd(5, 5)))
                .on(DRILL, Stage::alert);
    }

    private static Story young() {
        return Story.of("under-18-arrested",
                "2 under 18 arrested within an hour in Thurcroft: appropriate adult needed", on -> {
                    on.opens(riot(on).arrests("affray", 5, AgeBand.AGED_18_TO_24));
                    on.tells(about(on).arrests("affray", 2, AgeBand.AGED_10_TO_17));
                })
                .no(HOLD, AT_ONCE)
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR, on -> on.world.itIs(60))
                .on(LATE, _ -> {})
                .on(CORRECTION, Stage::withdraws)
                .no(DRILL, NO_AREAS);
    }

    private static Story checkInDue() {
        return Story
                .of("unit-check-in-due", "RT21 was last heard of 36 minutes ago, 45 allowed",
                        out().andThen(on -> on.world.itIs(36)))
                .on(HOLD, out().andThen(on -> on.world.itIs(35.9)))
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR, ShippedStories::hearsOf)
                .no(LATE, BY_TIME)
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    private static Story overdue() {
        return Story
                .of("unit-overdue", "RT21, Thurcroft: not heard of for 45 minutes, 45 allowed",
                        out().andThen(on -> on.world.itIs(45)))
                .on(HOLD, out().andThen(on -> on.world.itIs(44.9)))
                .no(HYSTERESIS, YES_OR_NO)
                .on(CLEAR, ShippedStories::hearsOf)
                .no(LATE, BY_TIME)
                .on(CORRECTION, Stage::withdraws)
                .on(DRILL, Stage::alert);
    }

    private static Consumer<Stage> out() {
        return on -> on.tells(on.say().unit("RT21", 5, there()).in("Ivanhoe Road", THURCROFT));
    }

    /** It says something that has nothing to do with itself. */
    private static void hearsOf(Stage on) {
        on.world.report(on.say()
                .onBehalfOf("RT21")
                .and(report -> report.allQuiet(true))
                .in("Ivanhoe Road", THURCROFT));
    }

    static Say riot(Stage on) {
        return on.say().opens("disturbance").in("Ivanhoe Road", THURCROFT);
    }

    static Say about(Stage on) {
        return on.say().about(on.subject);
    }

    static Say protest(Stage on) {
        return on.say().aboutProtest(on.subject);
    }

    private static DeploymentState there() {
        return DeploymentState.AT_SCENE;
    }

    private static Methane methane(String major) {
        return new Methane(
                major.equals("declared") ? Methane.Major.DECLARED : Methane.Major.STANDBY, null,
                null, List.of(), null, null, List.of());
    }
}
