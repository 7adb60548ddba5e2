package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports point one way; each rule is shown to bite on a class compiled for the purpose. */
final class LayersTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .importPath(Path.of("target/classes"));

    @TempDir
    private Path dir;

    static Stream<String> packages() {
        return Layers.OWN.keySet().stream();
    }

    static Stream<String> libraries() {
        return Layers.LIBRARIES.keySet().stream();
    }

    @Test
    void every_package_stands_in_the_table() {
        var unknown = new TreeSet<String>();
        for (var type : MAIN) {
            var parts = type.getPackageName().split("\\.", -1);
            if (parts.length > 2) {
                unknown.add(parts[2]);
            }
        }
        unknown.removeAll(Layers.OWN.keySet());
        unknown.removeAll(Layers.TOP);
        assertThat(unknown).as("packages to add to Layers and to docs").isEmpty();
        assertThat(MAIN.contain("org.muster.Muster")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_imports_only_what_the_table_grants(String name) {
        Layers.ownImports(name).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_is_used_only_where_it_belongs(String library) {
        Layers.library(library).check(MAIN);
    }

    @Test
    void nobody_imports_the_top() {
        Layers.topIsImportedByNobody().check(MAIN);
    }

    @Test
    void core_stands_on_the_model_and_plain_java() {
        Layers.coreIsPlain().check(MAIN);
    }

    @Test
    void the_model_stands_on_plain_java() {
        Layers.modelIsPlain().check(MAIN);
    }

    @Test
    void the_view_stands_on_the_model_and_persistent_maps() {
        Layers.viewIsPlain().check(MAIN);
    }

    @Test
    void core_and_model_know_neither_chance_nor_time_nor_threads() {
        Layers.coreAndModelAreDeterministic().forEach(rule -> rule.check(MAIN));
    }

    @Test
    void only_app_reads_a_clock() {
        Layers.onlyAppReadsAClock().check(MAIN);
    }

    @Test
    void only_the_top_knows_the_sqlite_journal() {
        Layers.onlyTheTopKnowsTheSqliteJournal().check(MAIN);
    }

    @Test
    void packages_form_no_cycle() {
        Layers.noCycles().check(MAIN);
    }

    // From here on: the rules bite.

    @ParameterizedTest
    @CsvSource({"core,app.Version", "model,app.Version", "view,app.Version"})
    void an_import_against_the_table_is_found(String name, String imported) {
        bites(Layers.ownImports(name), name, "org.muster." + imported + " x;");
        bites(Layers.topIsImportedByNobody(), name, "org.muster." + imported + " x;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.vertx.core.Vertx x;", "org.slf4j.Logger x;",
            "com.fasterxml.jackson.databind.ObjectMapper x;", "java.sql.Connection x;",
            "org.locationtech.jts.geom.Point x;", "java.nio.file.Path x;",
            "io.micrometer.core.instrument.Counter x;", "java.util.concurrent.Executor x;"})
    void a_library_in_core_or_model_is_found(String body) {
        bites(Layers.coreIsPlain(), "core", body);
        bites(Layers.modelIsPlain(), "model", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object x = java.time.Instant.now();",
            "java.util.function.Supplier<?> x = java.time.Instant::now;",
            "Object x = java.util.UUID.randomUUID();", "long x = System.currentTimeMillis();",
            "long x = System.nanoTime();", "Object x = java.time.Clock.systemUTC();",
            "Object x = java.time.InstantSource.system();", "double x = Math.random();",
            "Object x = new java.util.Random(1);", "Object x = new Thread(() -> {});",
            "String x = System.getenv(\"HOME\");"})
    void a_call_that_no_replay_repeats_is_found_in_core(String body) {
        var classes = Offender.compiled(dir, "org.muster.core", body);
        var broken = Layers.coreAndModelAreDeterministic()
                .stream()
                .anyMatch(rule -> rule.evaluate(classes).hasViolation());
        assertThat(broken).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object x = java.time.Instant.now();",
            "Object x = java.time.LocalDate.now(java.time.ZoneOffset.UTC);",
            "Object x = new java.util.Date();", "long x = System.nanoTime();",
            "Object x = java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC);"})
    void a_clock_outside_app_is_found_and_one_in_app_is_not(String body) {
        bites(Layers.onlyAppReadsAClock(), "ingest", body);
        var app = Offender.compiled(dir.resolve("app"), "org.muster.app", body);
        assertThat(Layers.onlyAppReadsAClock().evaluate(app).hasViolation()).isFalse();
    }

    @Test
    void a_clock_that_was_handed_in_may_be_read_anywhere() {
        var classes = Offender.compiled(dir, "org.muster.ingest",
                "Object x(java.time.InstantSource clock) { return clock.instant(); }");
        assertThat(Layers.onlyAppReadsAClock().evaluate(classes).hasViolation()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"org.locationtech.jts..,recorder,org.locationtech.jts.geom.Point",
            "org.sqlite..,query,org.sqlite.SQLiteConfig", "java.sql..,recorder,java.sql.Connection",
            "io.vertx.ext.web..,recorder,io.vertx.ext.web.Router",
            "io.vertx..,journal,io.vertx.core.Vertx", "picocli..,ingest,picocli.CommandLine"})
    void a_library_out_of_place_is_found(String library, String name, String type) {
        bites(Layers.library(library), name, type + " x;");
    }

    @Test
    void a_mutable_library_in_the_view_is_found() {
        bites(Layers.viewIsPlain(), "view", "io.vertx.core.json.JsonObject x;");
    }

    @Test
    void a_cycle_is_found() {
        var body = "org.muster.journal.sqlite.Offender x;";
        Offender.compiled(dir, "org.muster.journal.sqlite", "");
        Offender.compiled(dir, "org.muster.journal", body);
        var classes = Offender.compiled(dir, "org.muster.journal.sqlite",
                "org.muster.journal.Offender x;");
        assertThat(Layers.noCycles().evaluate(classes).hasViolation()).isTrue();
    }

    @Test
    void a_door_that_reaches_into_the_sqlite_journal_is_found() {
        Offender.compiled(dir, "org.muster.journal.sqlite", "");
        bites(Layers.onlyTheTopKnowsTheSqliteJournal(), "push",
                "org.muster.journal.sqlite.Offender x;");
    }

    @Test
    void an_offender_that_does_not_compile_is_no_proof() {
        assertThatThrownBy(() -> Offender.compiled(dir, "org.muster.core", "nonsense"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void bites(ArchRule rule, String name, String body) {
        var at = Set.of("model", "core").contains(name) ? dir.resolve(name) : dir;
        var classes = Offender.compiled(at, "org.muster." + name, body);
        assertThat(rule.evaluate(classes).hasViolation()).as(rule.getDescription()).isTrue();
    }
}
