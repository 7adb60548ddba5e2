package org.muster.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import org.muster.model.AlertSubject;
import org.muster.model.Area;
import org.muster.model.Rule;
import org.muster.model.SampleArea;
import org.muster.model.Severity;

final class SeriesTest {
    private static final int SERIES_MAX = 2_000;
    private static final int RULES_MAX = 200;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT);

    @Test
    void with_as_many_rules_as_may_be_and_more_areas_than_fit_there_are_at_most_2000_series() {
        new RecorderMeters(registry).watch(() -> 0, () -> 0);
        var _ = new ReportMeters(registry);
        var _ = new StreamMeters(registry);
        var _ = new DiskMeters(registry, 1);
        AlertMeters alerts = new AlertMeters(registry, InstantSource.system());
        IntStream.range(0, RULES_MAX).forEach(i -> alerts.add(rule("r" + i)));
        List<Area> map = map(300);
        AreaMeters areas = new AreaMeters(registry, id -> map.getFirst());
        areas.add(map);
        try (ProcessMeters process = new ProcessMeters(registry, "1")) {
            assertThat(process).isNotNull();
            Scraped scraped = Scraped.of(registry.scrape());
            System.out.printf("series with %d rules and %d areas: %d%n", RULES_MAX,
                    AreaMeters.AREAS_MAX, scraped.samples().size());
            assertThat(scraped.samples()).hasSizeLessThan(SERIES_MAX);
        }
    }

    @Test
    void areas_with_the_fewest_parents_have_series_and_how_many_have_none_is_a_metric() {
        List<Area> map = map(AreaMeters.AREAS_MAX + 7);
        AreaMeters areas = new AreaMeters(registry, id -> map.getFirst());
        areas.add(map.subList(0, 5));
        assertThat(registry.get("muster.areas.without.series").gauge().value()).isZero();
        areas.add(map);
        areas.add(map);
        assertThat(registry.get("muster.areas.without.series").gauge().value()).isEqualTo(7);
        assertThat(Scraped.of(registry.scrape()).labels("muster_area_arrests").get("area"))
                .hasSize(AreaMeters.AREAS_MAX)
                .contains("root", "leaf-0000", "leaf-0098")
                .doesNotContain("leaf-0099");
    }

    /** A root, and leaves of it; the root comes last. */
    private static List<Area> map(int size) {
        List<Area> map = new ArrayList<>();
        for (int i = 0; i < size - 1; i++) {
            map.add(SampleArea.of("leaf-%04d".formatted(i), List.of("root"), 0));
        }
        map.add(SampleArea.of("root", List.of(), 0));
        return map;
    }

    private static Rule rule(String id) {
        return new Rule(id, "A rule", Severity.HIGH, AlertSubject.Type.AREA, "true", null, 0, false,
                null, Map.of(), "m", null, null);
    }
}
