package org.muster.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.muster.geo.AreaMap;
import org.muster.model.Actor;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.Role;
import org.muster.wire.ReportJson;

/** What comes in over three nights, by chance: the same for the same seed, whatever becomes of it. */
final class Shift {
    private static final double[][] PLACES = {{53.3966, -1.2537}, {53.4308, -1.3566},
            {53.3811, -1.4701}, {53.5228, -1.1285}};
    private static final int AT_ONCE = 40;
    private static final int UNITS = 60;

    private final AreaMap map;
    private final Random random;
    private final List<UUID> open = new ArrayList<>();
    private int reports;

    Shift(AreaMap map, long seed) {
        this.map = map;
        this.random = new Random(seed);
    }

    /** How many reports were made so far. */
    int reports() {
        return reports;
    }

    /** The reports of a moment. */
    List<Command> reports(int count, Instant now) {
        List<Command> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(report(now));
        }
        return some;
    }

    /** What somebody does with one of these alerts. */
    Command deed(List<UUID> alerts, Instant now) {
        UUID alert = alerts.get(random.nextInt(alerts.size()));
        AlertAction action = switch (random.nextInt(6)) {
            case 0 -> new AlertAction.Clear("seen to");
            case 1 -> new AlertAction.Shelve(now.plus(Duration.ofMinutes(5)), "known");
            case 2 -> new AlertAction.Unacknowledge();
            default -> new AlertAction.Acknowledge();
        };
        return new Command.WorkAlert(alert, action, new Actor("desk-2", Role.SUPERVISOR));
    }

    private Command report(Instant now) {
        UUID id = new UUID(14, ++reports);
        Instant seen = now.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(1_800) : 0);
        ReportBuilder report = Report.of(id, seen);
        double[] place = PLACES[random.nextInt(PLACES.length)];
        boolean opens = open.size() < 3 || (open.size() < AT_ONCE && random.nextInt(60) == 0);
        if (opens) {
            report.category("disturbance").location(new Location(place[0], place[1], null, null));
            open.add(UUID.nameUUIDFromBytes(("incident:" + id).getBytes(StandardCharsets.UTF_8)));
        } else {
            int which = random.nextInt(open.size());
            report.incident(open.get(which));
            if (random.nextInt(80) == 0) {
                report.status(IncidentStatus.CLOSED);
                open.remove(which);
            }
        }
        String unit = "RT" + random.nextInt(UNITS);
        if (random.nextInt(3) == 0) {
            int people = random.nextInt(10) == 0 ? random.nextInt(6_000) : random.nextInt(120);
            report.crowd(new CrowdEstimate(people, null, people, CrowdMethod.ESTIMATE, null));
        }
        if (random.nextInt(3) == 0) {
            report.officers(List.of(new Deployment(unit, "psu", random.nextInt(12),
                    random.nextInt(5) == 0 ? DeploymentState.RELEASED : DeploymentState.AT_SCENE)));
        }
        if (random.nextInt(400) == 0) {
            report.emergency(true);
        }
        Report made = report.build();
        return new Command.SubmitReport(made, new Actor(unit, Role.FIELD), unit,
                opens ? map.locate(place[0], place[1]) : List.of(), ReportJson.contentSha256(made),
                400);
    }
}
