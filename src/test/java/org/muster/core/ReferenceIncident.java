package org.muster.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.ExternalRef;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Link;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Unit;

/** An incident the slow way, from all that was said of it and not struck. */
final class ReferenceIncident {

    private final ReferenceSubject facts;
    private final ReferenceMap map;
    private final ReferenceLife life;

    ReferenceIncident(ReferenceSubject facts, ReferenceMap map) {
        this.facts = facts;
        this.map = map;
        life = new ReferenceLife(facts.told);
    }

    boolean isOpen() {
        return !facts.isVoid() && life.isOpen();
    }

    List<String> areas() {
        return map.areasOf(located());
    }

    /** Officers asked for without naming a unit. */
    int asked() {
        return isOpen() ? ReferenceFigures.asked(life.sinceReopened) : 0;
    }

    /** The newest report that says where, outside closed spans; the opener says it at any rate. */
    Told located() {
        Told newest = facts.openingPlace();
        for (Told told : life.counted) {
            if (told.report().location() != null) {
                newest = told;
            } else if (facts.opener != null && told.seq() == facts.opener.seq()) {
                newest = facts.openingPlace();
            }
        }
        return newest;
    }

    Location place() {
        return Objects.requireNonNull(located().report().location());
    }

    ReferenceCrowd crowd() {
        return new ReferenceCrowd(life.counted, map.settings().windows().estimateMinutes());
    }

    Incident shown(List<Unit> units) {
        Figures figures = ReferenceFigures.of(facts.told, crowd().shown(life.isOpen()), units,
                asked());
        boolean sensitive = facts.isSensitive();
        Told crime = Told.newest(facts.told, report -> report.crime() != null);
        boolean isVoid = facts.isVoid();
        return new Incident(facts.id, facts.openedSeq, isVoid ? IncidentStatus.CLOSED : life.status,
                facts.category, life.closingCategory, sensitive ? null : title(),
                sensitive ? map.centre(areas()) : place(), areas(),
                isVoid ? Objects.requireNonNull(facts.struckAt) : facts.opened(),
                isVoid ? Objects.requireNonNull(facts.struckAt) : facts.told.getLast().at(),
                isVoid ? facts.struckAt : life.closedAt, figures, links(), methane(sensitive),
                crime == null ? null : crime.report().crime(),
                crime == null ? null : crime.report().crimeRef(), sensitive, facts.drill,
                externalRef(facts.told));
    }

    private String title() {
        Told titled = Told.newest(life.counted, report -> report.title() != null);
        return titled != null ? Objects.requireNonNull(titled.report().title())
                : map.title(facts.category,
                        Objects.requireNonNull(facts.openingPlace().report().location()));
    }

    /** The newest word on each other incident, by the other's id. */
    private List<Link> links() {
        Map<UUID, Link> newest = new TreeMap<>();
        for (Told told : facts.told) {
            told.report().links().forEach(link -> newest.put(link.incident(), link));
        }
        return List.copyOf(newest.values());
    }

    private @Nullable Methane methane(boolean sensitive) {
        Told told = Told.newest(facts.told, report -> report.methane() != null);
        if (told == null) {
            return null;
        }
        Methane said = Objects.requireNonNull(told.report().methane());
        return sensitive
                ? new Methane(said.major(), null, null, List.of(), null, said.casualties(),
                        said.services())
                : said;
    }

    static @Nullable ExternalRef externalRef(List<Told> inOrder) {
        Told told = Told.newest(inOrder, report -> report.externalRef() != null);
        return told == null ? null : told.report().externalRef();
    }
}
