package org.muster.metrics;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Crowd;

/**
 * The figures of each area. A gauge reads the newest published figures when it is scraped; an area without officers has
 * no people per officer, which is NaN rather than a figure that nobody reported.
 */
public final class AreaMeters {

    private final MeterRegistry registry;
    private final Function<String, @Nullable Area> areas;
    private final Set<String> known = new HashSet<>();

    /** Gauges over areas as looked up by id. */
    public AreaMeters(MeterRegistry registry, Function<String, @Nullable Area> areas) {
        this.registry = registry;
        this.areas = areas;
    }

    /** Makes the gauges of an area; a second call for the same id changes nothing. One thread. */
    public void add(String area) {
        if (!known.add(area)) {
            return;
        }
        crowd(area, "low", Crowd.Range::low);
        crowd(area, "best", Crowd.Range::best);
        crowd(area, "high", Crowd.Range::high);
        officers(area, "at_scene", found -> found.officers().atScene());
        officers(area, "en_route", found -> found.officers().enRoute());
        officers(area, "requested", found -> found.officers().requested());
        officers(area, "planned", found -> found.officers().planned());
        gauge("muster.area.open.incidents", "Incidents not closed", area, Tags.empty(),
                found -> found.incidents().open());
        gauge("muster.area.live.protests", "Protests going on", area, Tags.empty(),
                found -> found.protests().live());
        gauge("muster.area.arrests", "People arrested since the record began", area, Tags.empty(),
                found -> found.arrests().total());
        gauge("muster.area.people.per.officer", "Best crowd figure over officers at the scene",
                area, Tags.empty(), found -> {
                    Area.Ratio ratio = found.peoplePerOfficer();
                    return ratio == null ? Double.NaN : ratio.best();
                });
    }

    private void crowd(String area, String bound, ToDoubleFunction<Crowd.Range> value) {
        gauge("muster.area.crowd", "People in the area by the fused estimates", area,
                Tags.of("bound", bound), found -> {
                    Crowd.Range crowd = found.crowd();
                    return crowd == null ? 0 : value.applyAsDouble(crowd);
                });
    }

    private void officers(String area, String state, ToDoubleFunction<Area> value) {
        gauge("muster.area.officers", "Officers in the area by state", area,
                Tags.of("state", state), value);
    }

    private void gauge(String name, String help, String area, Tags tags,
            ToDoubleFunction<Area> value) {
        Gauge.builder(name, () -> {
            Area found = areas.apply(area);
            return found == null ? Double.NaN : value.applyAsDouble(found);
        }).description(help).tag("area", area).tags(tags).register(registry);
    }
}
