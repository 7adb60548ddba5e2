package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Crowd;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Figures;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Shape;
import org.muster.model.Unit;

/** What rules know and nobody is shown, the slow way. */
record ReferenceUnshown(Reference reference, ToDoubleFunction<Shape> squareMetres, Instant now) {

    private static final Duration HOUR = Duration.ofHours(1);

    void area(ReferenceFacts facts, String area) {
        facts.put(Fact.AREA_ARRESTS_UNDER18, young(area, Instant.MIN));
        facts.put(Fact.AREA_ARRESTS_UNDER18_LAST_HOUR, young(area, now.minus(HOUR)));
    }

    /** @param after those arrested at that moment do not count */
    private long young(String area, Instant after) {
        return reference.harming.stream()
                .filter(told -> told.at().isAfter(after) && area.equals(smallest(told)))
                .flatMap(told -> told.report().arrests().stream())
                .filter(arrest -> isYoung(arrest.band()))
                .mapToLong(Arrest::count)
                .sum();
    }

    private String smallest(Told told) {
        UUID subject = told.subject();
        List<String> areas = subject == null ? told.entry().areas() : reference.shownAreas(subject);
        return areas.isEmpty() ? "" : areas.getFirst();
    }

    void incident(ReferenceFacts facts, UUID id, Figures figures) {
        crowd(facts, id, Fact.INCIDENT_CROWD_GROWTH15);
        facts.put(Fact.INCIDENT_ARRESTS_UNDER18, young(figures));
    }

    void protest(ReferenceFacts facts, Protest protest) {
        Figures figures = protest.figures();
        boolean isLive = protest.status() == ProtestStatus.LIVE;
        Integer planned = protest.plan().officersPlanned();
        crowd(facts, protest.id(), Fact.PROTEST_CROWD_GROWTH15);
        facts.put(Fact.PROTEST_ARRESTS_UNDER18, young(figures));
        facts.put(Fact.PROTEST_UNDERSTRENGTH,
                isLive && planned != null ? Math.max(0, planned - figures.officers().atScene())
                        : 0);
        Told told = isLive ? reference.subject(protest.id()).newestAway() : null;
        facts.put(Fact.PROTEST_METRES_FROM_PLACE,
                told == null ? 0 : Objects.requireNonNull(told.body().metresFromPlace()));
        Crowd crowd = figures.crowd();
        Crowd.Range present = crowd == null ? null : crowd.present();
        long ground = protest.plan().place() instanceof Shape.Polygon place
                ? Math.round(squareMetres.applyAsDouble(place))
                : 0;
        facts.put(Fact.PROTEST_DENSITY_KNOWN, present != null && ground > 0);
        facts.put(Fact.PROTEST_CROWD_DENSITY,
                present == null || ground == 0 ? 0 : 100 * present.best() / ground);
    }

    private void crowd(ReferenceFacts facts, UUID id, Fact growth) {
        ReferenceCrowd crowd = reference.crowd(id);
        facts.put(growth, crowd.growth(Duration.ofMinutes(15), now));
        facts.moments.add(crowd.counted());
    }

    /** @param told all reports of that world, by whoever or whatever they tell of */
    void unit(ReferenceFacts facts, String id, @Nullable Unit unit, Map<String, Instant> told) {
        Instant heard = told.get(id);
        Integer limit = unit == null || unit.state() == DeploymentState.RELEASED ? null
                : reference.settings()
                        .alerting()
                        .checkInMinutes()
                        .get(Objects.requireNonNullElse(unit.role(), ""));
        long minutes = heard == null ? 0 : Math.max(0, Duration.between(heard, now).toMinutes());
        facts.put(Fact.UNIT_MINUTES_SINCE_HEARD, minutes);
        facts.put(Fact.UNIT_CHECK_IN_MINUTES, limit == null ? 0 : limit);
        facts.put(Fact.UNIT_CHECK_IN_PERCENT, limit == null ? 0 : 100 * minutes / limit);
        facts.moments.add(heard == null ? "never" : heard);
        facts.moments.add(limit == null ? 0 : limit);
    }

    /** When the newest report was so, by each who reported or was told of. */
    Map<String, Instant> heard(boolean isDrill) {
        Map<String, Instant> heard = new HashMap<>();
        for (Told told : reference.reports) {
            if (told.report().drill() == isDrill) {
                heard.merge(eyes(told), told.at(), ReferenceUnshown::later);
                for (Deployment line : told.report().officers()) {
                    if (line.unit() != null) {
                        heard.merge(line.unit(), told.at(), ReferenceUnshown::later);
                    }
                }
            }
        }
        return heard;
    }

    /** Whose eyes it was, whoever's estimate it passes on. */
    static String eyes(Told told) {
        String observer = told.body().observer();
        for (CrowdMethod passedOn : List.of(CrowdMethod.ORGANISER, CrowdMethod.MEDIA)) {
            String suffix = "/" + passedOn.slug();
            if (observer.endsWith(suffix)) {
                return observer.substring(0, observer.length() - suffix.length());
            }
        }
        return observer;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static long young(Figures figures) {
        return figures.arrests()
                .byAge()
                .entrySet()
                .stream()
                .filter(one -> isYoung(one.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isYoung(AgeBand band) {
        return band == AgeBand.UNDER_10 || band == AgeBand.AGED_10_TO_17;
    }
}
