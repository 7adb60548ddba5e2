package org.muster.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Arrest;
import org.muster.model.Coverage;
import org.muster.model.Crowd;
import org.muster.model.DeploymentState;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;
import org.muster.model.Strength;
import org.muster.model.Unit;

/** An area's figures the slow way, from the sets of what lies in it; nothing of drills. */
final class ReferenceArea {

    private static final Duration DAY = Duration.ofHours(24);

    private final AreaDefinition area;
    private final Settings settings;
    private final Instant now;
    private final List<Incident> incidents;
    private final List<Protest> protests;
    private final List<Unit> units;
    private final List<Told> reports;
    /** Of what lies in the area, wherever they were sent from, and unit reports of the area. */
    private final List<Told> harming;
    private final int askedAtPlaces;

    /** @param everything what there is anywhere; what is not of the area, void or a drill is left out here */
    ReferenceArea(AreaDefinition area, Reference everything, Instant now) {
        this.area = area;
        this.settings = everything.settings();
        this.now = now;
        incidents = everything.incidents.values()
                .stream()
                .filter(one -> one.areas().contains(area.id()) && !one.drill() && !one.isVoid())
                .toList();
        protests = everything.protests.values()
                .stream()
                .filter(one -> one.areas().contains(area.id()) && !one.drill() && !one.isVoid())
                .toList();
        units = everything.units.values()
                .stream()
                .filter(unit -> unit.areas().contains(area.id()))
                .toList();
        reports = everything.reportsIn(area.id());
        harming = everything.harming.stream().filter(told -> lies(told, everything)).toList();
        askedAtPlaces = askedAtPlaces(everything);
    }

    private boolean lies(Told told, Reference everything) {
        UUID subject = told.subject();
        if (subject == null) {
            return told.entry().areas().contains(area.id());
        }
        return everything.shownAreas(subject).contains(area.id());
    }

    /** Per place, what each observer asked for there last; by areas of the place as it lies now. */
    private int askedAtPlaces(Reference everything) {
        Map<Position, List<Told>> sites = new LinkedHashMap<>();
        everything.asking.stream()
                .filter(told -> everything.areasOf(told).contains(area.id()))
                .sorted(Told.EFFECTIVE)
                .forEach(told -> {
                    Location location = told.report().location();
                    if (location != null) {
                        Position at = new Position(location.lat(), location.lon());
                        sites.computeIfAbsent(at, _ -> new ArrayList<>()).add(told);
                    }
                });
        return sites.values().stream().mapToInt(ReferenceFigures::asked).sum();
    }

    @SuppressWarnings("NullAway") // a compact constructor's class file forgets that the crowd may be null
    Area shown() {
        List<Incident> open = incidents.stream()
                .filter(incident -> incident.status() != IncidentStatus.CLOSED)
                .toList();
        Area.IncidentCounts opened = new Area.IncidentCounts(open.size(),
                count(incidents.stream().map(Incident::openedAt).toList(), DAY));
        Area.ProtestCounts lives = new Area.ProtestCounts(with(ProtestStatus.LIVE).size(),
                upcoming().size());
        List<Figures> figures = new ArrayList<>();
        incidents.forEach(incident -> figures.add(incident.figures()));
        protests.forEach(protest -> figures.add(protest.figures()));
        Crowd.Range crowd = crowd(figures);
        Strength officers = officers(figures);
        List<Instant> received = reports.stream().map(told -> told.entry().at()).toList();
        return new Area(area.id(), area.name(), area.parent(), ancestors(), opened, lives, crowd,
                officers, arrests(), injured(), ratio(crowd, officers.atScene()),
                new Area.Reports(count(received, Duration.ofHours(1)), received.size(),
                        received.isEmpty() ? null : received.getLast()),
                coverage());
    }

    private List<Protest> with(ProtestStatus status) {
        return protests.stream().filter(protest -> protest.status() == status).toList();
    }

    /** Planned, to start within a day or late already. */
    private List<Protest> upcoming() {
        return with(ProtestStatus.PLANNED).stream()
                .filter(protest -> !protest.plan().startsAt().isAfter(now.plus(DAY)))
                .toList();
    }

    private static Crowd.@Nullable Range crowd(List<Figures> figures) {
        long low = 0;
        long best = 0;
        long high = 0;
        boolean any = false;
        for (Figures one : figures) {
            Crowd crowd = one.crowd();
            Crowd.Range present = crowd == null ? null : crowd.present();
            if (present != null) {
                any = true;
                low += present.low();
                best += present.best();
                high += present.high();
            }
        }
        return any ? new Crowd.Range(low, best, high) : null;
    }

    private Strength officers(List<Figures> figures) {
        int asked = askedAtPlaces;
        for (Figures one : figures) {
            asked += one.officers().requested();
            asked -= one.units()
                    .stream()
                    .filter(unit -> unit.state() == DeploymentState.REQUESTED)
                    .mapToInt(Unit::count)
                    .sum();
        }
        int planned = 0;
        List<Protest> coming = new ArrayList<>(with(ProtestStatus.LIVE));
        coming.addAll(upcoming());
        for (Protest protest : coming) {
            planned += Objects.requireNonNullElse(protest.plan().officersPlanned(), 0);
        }
        Strength there = ReferenceFigures.strength(units, asked);
        return new Strength(there.atScene(), there.enRoute(), there.requested(), planned);
    }

    private Area.ArrestCounts arrests() {
        int total = 0;
        int last = 0;
        for (Told told : harming) {
            for (Arrest arrest : told.report().arrests()) {
                total += arrest.count();
                last += within(told.at(), DAY) ? arrest.count() : 0;
            }
        }
        return new Area.ArrestCounts(last, total);
    }

    private Area.InjuredCounts injured() {
        int total = 0;
        int last = 0;
        for (Told told : harming) {
            Injured hurt = told.report().injured();
            int people = hurt == null ? 0 : hurt.people() + hurt.officers();
            total += people;
            last += within(told.at(), DAY) ? people : 0;
        }
        return new Area.InjuredCounts(last, total);
    }

    private Coverage coverage() {
        Duration silent = Duration.ofMinutes(settings.windows().silentMinutes());
        List<Told> heard = reports.stream()
                .filter(told -> within(told.entry().at(), silent))
                .toList();
        if (heard.isEmpty()) {
            return Coverage.SILENT;
        }
        return heard.stream().allMatch(ReferenceArea::isQuiet) ? Coverage.QUIET
                : Coverage.REPORTING;
    }

    private static boolean isQuiet(Told told) {
        Report report = told.report();
        boolean people = report.crowd() != null && report.crowd().high() > 0;
        boolean alarming = told.body().opened() || report.emergency() || !report.arrests().isEmpty()
                || report.injured() != null || people;
        return report.allQuiet() && !alarming;
    }

    private List<String> ancestors() {
        List<String> ids = new ArrayList<>();
        String parent = area.parent();
        while (parent != null) {
            ids.add(parent);
            String id = parent;
            parent = settings.areas()
                    .stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .parent();
        }
        return ids;
    }

    private int count(Collection<Instant> moments, Duration window) {
        return (int) moments.stream().filter(at -> within(at, window)).count();
    }

    private boolean within(Instant at, Duration window) {
        return at.isAfter(now.minus(window)) && !at.isAfter(now);
    }

    private static Area.@Nullable Ratio ratio(Crowd.@Nullable Range crowd, int officers) {
        return crowd == null || officers == 0 ? null
                : new Area.Ratio(ratio(crowd.best(), officers), ratio(crowd.high(), officers));
    }

    private static double ratio(long people, int officers) {
        return BigDecimal.valueOf(people)
                .divide(BigDecimal.valueOf(officers), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
