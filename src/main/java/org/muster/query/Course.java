package org.muster.query;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Annunciation;
import org.muster.model.Area;
import org.muster.model.Crowd;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Reading;
import org.muster.model.Severity;
import org.muster.view.View;

/**
 * What figures over time are asked of, step by step.
 *
 * @param id an area's, or the UUID of an incident or protest as text
 */
record Course(Reading.Of of, String id, Pace pace) {

    /** What a view says of it; null when there is nothing of the kind in it. */
    @Nullable
    Reading reading(View then) {
        return switch (of) {
            case AREA -> {
                Area area = then.areas().get(id);
                yield area == null || then.cursor().seq() == 0 ? null
                        : new Reading(area.crowd(), area.officers(), area.officers().planned(),
                                area.peoplePerOfficer(), area.arrests().total(),
                                area.reports().total(), area.alerts(), raised(then));
            }
            case INCIDENT -> {
                Incident incident = then.incidents().get(UUID.fromString(id));
                yield incident == null || incident.isVoid() ? null
                        : reading(then, incident.figures(), incident.alerts(), null);
            }
            case PROTEST -> {
                Protest protest = then.protests().get(UUID.fromString(id));
                yield protest == null || protest.isVoid() ? null
                        : reading(then, protest.figures(), protest.alerts(),
                                protest.plan().officersPlanned());
            }
        };
    }

    private Reading reading(View then, Figures figures, List<UUID> alerts,
            @Nullable Integer planned) {
        Crowd crowd = figures.crowd();
        Crowd.Range present = crowd == null ? null : crowd.present();
        return new Reading(present, figures.officers(), planned,
                Area.Ratio.of(present, figures.officers().atScene()), figures.arrests().total(),
                figures.reports(), counts(then, alerts), raised(then));
    }

    private static Area.AlertCounts counts(View then, List<UUID> alerts) {
        Map<Severity, Integer> open = new EnumMap<>(Severity.class);
        for (UUID id : alerts) {
            Alert alert = then.alerts().get(id);
            if (alert != null) {
                open.merge(alert.severity(), 1, Integer::sum);
            }
        }
        return new Area.AlertCounts(open.getOrDefault(Severity.CRITICAL, 0),
                open.getOrDefault(Severity.HIGH, 0), open.getOrDefault(Severity.MEDIUM, 0),
                open.getOrDefault(Severity.LOW, 0));
    }

    private int raised(View then) {
        Instant from = pace.before(then.at());
        return then.load().since(from, one -> one.calls() && isAbout(one)).size();
    }

    private boolean isAbout(Annunciation one) {
        AlertSubject subject = one.subject();
        return switch (of) {
            case AREA -> one.areas().contains(id);
            case INCIDENT ->
                    subject.type() == AlertSubject.Type.INCIDENT && subject.id().equals(id);
            case PROTEST -> subject.type() == AlertSubject.Type.PROTEST && subject.id().equals(id);
        };
    }
}
