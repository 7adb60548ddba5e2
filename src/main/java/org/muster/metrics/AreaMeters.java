package org.muster.metrics;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.model.Area;
import org.muster.model.Crowd;

/**
 * The figures of each area. A gauge reads the newest published figures when it is scraped; an area without officers has
 * no people per officer, which is NaN rather than a figure that nobody reported. Areas come from a map that somebody
 * drew, so their number has a limit here: those beyond it have figures, but no series.
 */
public final class AreaMeters {

    /** Eleven series each, of 2,000 in all; what is left is for 200 rules and for everything else. */
    public static final int AREAS_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(AreaMeters.class);

    private final MeterRegistry registry;
    private final Function<String, @Nullable Area> areas;
    private final Set<String> known = new HashSet<>();
    private final AtomicInteger leftOut = new AtomicInteger();

    /** Gauges over areas as looked up by id. */
    public AreaMeters(MeterRegistry registry, Function<String, @Nullable Area> areas) {
        this.registry = registry;
        this.areas = areas;
        Gauge.builder("muster.areas.without.series", leftOut, AtomicInteger::get)
                .description("Areas beyond the hundredth, whose figures are not scraped")
                .register(registry);
    }

    /**
     * Makes the gauges of areas that have none yet, those with fewest parents first, so that the smallest are left out
     * when there are too many. One thread.
     */
    public void add(Collection<Area> map) {
        int before = leftOut.get();
        leftOut.set(0);
        map.stream()
                .sorted(Comparator.<Area>comparingInt(area -> area.ancestors().size())
                        .thenComparing(Area::id))
                .map(Area::id)
                .forEach(this::add);
        if (leftOut.get() > before) {
            LOG.warn("{} of {} areas are not in /metrics, which has room for {}. All else of them"
                    + " is as it should be.", leftOut.get(), map.size(), AREAS_MAX);
        }
    }

    private void add(String area) {
        if (known.contains(area)) {
            return;
        }
        if (known.size() == AREAS_MAX) {
            leftOut.incrementAndGet();
            return;
        }
        known.add(area);
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
