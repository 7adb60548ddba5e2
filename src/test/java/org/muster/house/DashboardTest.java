package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.muster.metrics.MetricTable;

/** The dashboards are whole: what is on them can be read, says what it is, and asks for what there is. */
final class DashboardTest {
    private static final int COLUMNS = 24;
    /** Of this version, dashboards are read by Grafana 11 and newer as they are. */
    private static final int SCHEMA = 39;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-z][a-z_]*)");
    private static final Set<String> SUFFIXES = Set.of("_bucket", "_count", "_sum", "_max");

    static Stream<Dashboard> all() {
        return Dashboard.all(Path.of("")).stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_dashboard_can_be_loaded(Dashboard dashboard) {
        JsonNode json = dashboard.json();
        assertThat(json.path("schemaVersion").asInt()).isEqualTo(SCHEMA);
        assertThat(json.path("uid").asText()).matches("[a-z-]{5,40}");
        assertThat(json.path("title").asText()).startsWith("Muster: ");
        assertThat(json.path("description").asText()).endsWith(".");
        assertThat(json.has("id")).isFalse();
        assertThat(json.has("__inputs")).isFalse();
        assertThat(dashboard.variables()).extracting(it -> it.path("type").asText())
                .startsWith("datasource")
                .contains("query");
        assertThat(dashboard.variables()).filteredOn(it -> it.path("type").asText().equals("query"))
                .allSatisfy(it -> assertThat(it.path("query").path("query").asText())
                        .startsWith("label_values("));
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_panel_has_an_id_of_its_own_a_title_a_description_a_unit_and_a_query(
            Dashboard dashboard) {
        assertThat(dashboard.json().path("panels")).extracting(it -> it.path("id").asInt())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
        assertThat(dashboard.panels()).hasSizeGreaterThan(10)
                .extracting(Dashboard.Panel::title)
                .doesNotHaveDuplicates();
        for (Dashboard.Panel panel : dashboard.panels()) {
            String what = dashboard + ": " + panel.title();
            assertThat(panel.title()).as(what).isNotBlank();
            assertThat(panel.json().path("description").asText()).as(what)
                    .hasSizeGreaterThan(30)
                    .endsWith(".");
            assertThat(panel.json().path("fieldConfig").path("defaults").path("unit").asText())
                    .as(what)
                    .isNotBlank();
            assertThat(panel.queries()).as(what).isNotEmpty().noneMatch(String::isBlank);
            assertThat(panel.json().path("targets")).as(what)
                    .extracting(it -> it.path("refId").asText())
                    .doesNotHaveDuplicates();
            assertThat(panel.json().path("targets")).as(what)
                    .allMatch(it -> it.path("datasource").path("uid").asText().equals("${source}"));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void panels_lie_within_the_grid_and_none_on_another(Dashboard dashboard) {
        List<String> taken = new ArrayList<>();
        for (JsonNode panel : dashboard.json().path("panels")) {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).as("%s", panel.path("title"))
                    .isBetween(1, COLUMNS);
            assertThat(at.path("h").asInt()).as("%s", panel.path("title")).isPositive();
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    taken.add((at.path("x").asInt() + x) + "/" + (at.path("y").asInt() + y));
                }
            }
        }
        assertThat(taken).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_variable_that_is_named_is_there_and_every_one_that_is_there_is_named(
            Dashboard dashboard) {
        Set<String> known = new HashSet<>();
        dashboard.variables().forEach(it -> known.add(it.path("name").asText()));
        Set<String> named = new HashSet<>();
        VARIABLE.matcher(dashboard.json().toString())
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertThat(named).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_metric_of_ours_on_it_is_one_that_was_promised(Dashboard dashboard) {
        Set<String> promised = new HashSet<>(Set.of("muster_build_info"));
        MetricTable.PROMISED.forEach(it -> promised.add(it.name()));
        List<String> asked = dashboard.panels()
                .stream()
                .flatMap(panel -> panel.queries().stream())
                .flatMap(query -> Dashboard.metrics(query).stream())
                .filter(name -> name.startsWith("muster_"))
                .toList();
        assertThat(asked).hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(promised).contains(plain(name)));
    }

    private static String plain(String name) {
        return SUFFIXES.stream()
                .filter(name::endsWith)
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .filter(plain -> MetricTable.PROMISED.stream()
                        .anyMatch(it -> it.name().equals(plain) && it.kind().equals("histogram")))
                .findFirst()
                .orElse(name);
    }
}
