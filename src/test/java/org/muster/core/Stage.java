package org.muster.core;

import static org.muster.core.World.minute;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Rule;
import org.muster.model.Shape;
import org.muster.rules.CelRulebook;

/** A world in which the shipped rules are in force, and one of them is looked at. */
final class Stage {
    private static final List<Rule> SHIPPED = switch (Config.load(Path.of("config"), Map.of())) {
        case Loaded.Ready(Config config) -> config.rules();
        case Loaded.Faulty(var faults) -> throw new AssertionError(faults);
    };
    private static final Shape PLACE = new Shape.Point(new Position(53.4, -1.3));

    final World world = new World();
    /** The incident or protest that the story is about. */
    UUID subject = Say.idOf(-1);
    /** The report that brought the condition about. */
    UUID telling = Say.idOf(-2);
    private final String rule;
    private final Duration age;
    private final boolean isDrill;

    /**
     * @param age how long before it came each report was observed
     * @param isDrill whether what is reported is a drill
     */
    Stage(String rule, Duration age, boolean isDrill) {
        this.rule = rule;
        this.age = age;
        this.isDrill = isDrill;
        world.rulebook = new CelRulebook();
        world.settings(World.with(World.settings(30, 60), SHIPPED));
    }

    /** The ids of the shipped rules that look at something out there. */
    static List<String> rules() {
        return SHIPPED.stream()
                .filter(each -> each.scope() != AlertSubject.Type.ENGINE)
                .map(Rule::id)
                .toList();
    }

    Rule form() {
        return SHIPPED.stream().filter(each -> each.id().equals(rule)).findAny().orElseThrow();
    }

    /** A report that comes now. */
    Say say() {
        Say say = Say.at(world.now().minus(age));
        return isDrill ? say.drill() : say;
    }

    /** The report that opens what the story is about. */
    void opens(Say say) {
        Entry.ReportRecorded told = world.report(say);
        telling = told.report().id();
        UUID opened = told.incident();
        subject = opened == null ? subject : opened;
    }

    /** The report that brings the condition about. */
    void tells(Say say) {
        telling = world.report(say).report().id();
    }

    void withdraws() {
        world.report(Say.at(world.now()).withdraws(telling));
    }

    /** A protest from minute 10 to 70, in Thurcroft, with 50 to 100 people expected and 60 officers. */
    UUID plans(String title, long number) {
        UUID id = Say.idOf(number);
        world.plans(id, plan(title, 10), World.THURCROFT);
        return id;
    }

    Plan plan(String title, int start) {
        return new Plan(title, "march", null, List.of(), minute(start), minute(start + 60), PLACE,
                new Plan.Expected(50, 100), 60, null, null);
    }

    /** The same on a ground of 11.1 by 10 metres. */
    UUID plansGround(String title, long number) {
        UUID id = Say.idOf(number);
        Plan on = plan(title, 10);
        Position corner = new Position(53.4, -1.3);
        Shape ground = new Shape.Polygon(List.of(List.of(corner, new Position(53.4001, -1.3),
                new Position(53.4001, -1.29985), new Position(53.4, -1.29985), corner)));
        world.plans(id, new Plan(on.title(), on.category(), null, List.of(), on.startsAt(),
                on.endsAt(), ground, on.expected(), on.officersPlanned(), null, null),
                World.THURCROFT);
        return id;
    }

    /** The alerts of the rule that are known. */
    List<Alert> alerts() {
        return world.alerts.values().stream().filter(alert -> alert.rule().equals(rule)).toList();
    }

    /** The one alert that there is. */
    Alert alert() {
        Optional<Alert> only = alerts().size() == 1 ? Optional.of(alerts().getFirst())
                : Optional.empty();
        return only.orElseThrow(() -> new AssertionError("not one alert: " + alerts()));
    }

    /** What was recorded of alerts of the rule, by type. */
    List<String> record() {
        Alert only = alert();
        return world.entries.stream()
                .filter(entry -> only.id().equals(alertOf(entry.body())))
                .map(entry -> entry.body().type())
                .toList();
    }

    private static @Nullable UUID alertOf(Entry.Body body) {
        return switch (body) {
            case Entry.AlertRaised raised -> raised.alert();
            case Entry.AlertUpdated updated -> updated.alert();
            case Entry.AlertCleared cleared -> cleared.alert();
            default -> null;
        };
    }
}
