package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.muster.model.Clash;
import org.muster.model.Figures;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Shape;
import org.muster.model.Unit;

/** A protest the slow way, at a moment. */
final class ReferenceProtest {

    final ReferenceSubject facts;
    final ReferenceProtestLife life;
    /** As it was planned, or as its first report said. */
    final Plan plan;

    private final ReferenceMap map;

    ReferenceProtest(ReferenceSubject facts, ReferenceMap map, Instant now) {
        this.facts = facts;
        this.map = map;
        plan = facts.plan == null ? said() : facts.plan;
        life = new ReferenceProtestLife(facts.told, plan, facts.cancelled, now);
    }

    private Plan said() {
        Location at = Objects.requireNonNull(facts.openingPlace().report().location());
        String title = facts.openedAs == null ? map.title(facts.category, at) : facts.openedAs;
        return new Plan(title, facts.category, null, List.of(),
                Objects.requireNonNull(facts.openedWhen), null,
                new Shape.Point(new Position(at.lat(), at.lon())), null, null, null, null);
    }

    boolean isOpen() {
        return !facts.isVoid() && life.isOpen();
    }

    List<String> areas() {
        return facts.plan == null ? map.areasOf(facts.openingPlace()) : facts.planAreas;
    }

    int asked() {
        return isOpen() ? ReferenceFigures.asked(life.sinceReopened) : 0;
    }

    ReferenceCrowd crowd() {
        return new ReferenceCrowd(life.counted, map.settings().windows().estimateMinutes());
    }

    /** @param startedAt taken from the entries: when it went live is a word of theirs */
    Protest shown(List<Unit> units, List<Clash> clashes, @Nullable Instant startedAt) {
        Figures figures = ReferenceFigures.of(facts.told, crowd().shown(life.isOpen()), units,
                asked());
        boolean planned = facts.plan != null;
        boolean hidden = facts.isSensitive() && !planned;
        return new Protest(facts.id, facts.openedSeq, facts.version, life.status, planned,
                hidden ? null : plan.title(), hidden ? reduced() : plan, areas(), startedAt,
                life.endedAt,
                life.status == ProtestStatus.CANCELLED
                        ? Objects.requireNonNull(facts.cancelled).at()
                        : null,
                clashes, figures, facts.isSensitive(), facts.drill,
                ReferenceIncident.externalRef(facts.told));
    }

    private Plan reduced() {
        Location centre = map.centre(areas());
        Shape place = centre == null ? null
                : new Shape.Point(new Position(centre.lat(), centre.lon()));
        return new Plan("", plan.category(), null, List.of(), plan.startsAt(), null, place, null,
                null, null, null);
    }
}
