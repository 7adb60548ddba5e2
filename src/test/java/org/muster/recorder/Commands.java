package org.muster.recorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Location;
import org.muster.model.PlacesByPoint;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.Rule;
import org.muster.model.Settings;
import org.muster.wire.ReportJson;

/** Commands as the doors would hand them in. */
final class Commands {
    static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    static final List<String> THURCROFT = List.of("thurcroft", "rotherham", "south-yorkshire");

    private Commands() {}

    static Command.ApplySettings settings(Rule... rules) {
        return new Command.ApplySettings(
                new Settings("map-1", List.of(
                        new Settings.AreaDefinition("south-yorkshire", "South Yorkshire", null),
                        new Settings.AreaDefinition("rotherham", "Rotherham", "south-yorkshire"),
                        new Settings.AreaDefinition("thurcroft", "Thurcroft", "rotherham")),
                        List.of(new Settings.Category("disturbance", "Disturbance",
                                Settings.Kind.INCIDENT)),
                        List.of(), List.of("psu"), new Settings.Windows(30, 60),
                        Settings.Clashing.DEFAULT, List.of(rules)),
                (PlacesByPoint) (lat, lon) -> THURCROFT);
    }

    static Command.SubmitReport opening(UUID id, String unit, String text) {
        return submit(Report.of(id, NOON)
                .category("disturbance")
                .location(new Location(53.3966, -1.2537, null, "Ivanhoe Road"))
                .text(text)
                .build(), unit);
    }

    static Command.SubmitReport update(UUID id, UUID incident, String unit, @Nullable String text) {
        return update(id, incident, unit, text, NOON);
    }

    static Command.SubmitReport update(UUID id, UUID incident, String unit, @Nullable String text,
            Instant observedAt) {
        return submit(Report.of(id, observedAt).incident(incident).text(text).build(), unit);
    }

    private static Command.SubmitReport submit(Report report, String unit) {
        return new Command.SubmitReport(report, new Actor(unit, Role.FIELD), unit,
                report.location() == null ? List.of() : THURCROFT, ReportJson.contentSha256(report),
                500);
    }
}
