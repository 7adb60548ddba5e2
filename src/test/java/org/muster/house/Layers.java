package org.muster.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The import table. Full package names throughout: a pattern like {@code ..core..} would also match
 * {@code io.vertx.core}.
 */
final class Layers {
    private static final String OURS = "org.muster.";

    /** What each package may import of ours, besides itself; app and exercise may import everything. */
    static final Map<String, Set<String>> OWN = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()), Map.entry("wire", Set.of("model")),
            Map.entry("tls", Set.of()), Map.entry("config", Set.of("model", "geo", "rules", "tls")),
            Map.entry("metrics", Set.of("model")), Map.entry("view", Set.of("model")),
            Map.entry("core", Set.of("model")), Map.entry("input", Set.of("model", "config")),
            Map.entry("rules", Set.of("model", "core")), Map.entry("geo", Set.of("model", "core")),
            Map.entry("journal", Set.of("model", "core", "wire")),
            Map.entry("recorder", Set.of("model", "core", "journal", "view", "metrics", "wire")),
            Map.entry("index", Set.of("model", "view", "journal")),
            Map.entry("table", Set.of("model", "wire")),
            Map.entry("access", Set.of("model", "config", "wire")),
            Map.entry("door", Set.of("model", "access", "config", "metrics", "wire", "tls")),
            Map.entry("ingest",
                    Set.of("model", "geo", "access", "config", "metrics", "wire", "door", "input")),
            Map.entry("plans",
                    Set.of("model", "geo", "view", "access", "config", "wire", "door", "input")),
            // What people do with alerts is read and answered as plans are, and needs no map.
            Map.entry("alerts",
                    Set.of("model", "view", "access", "config", "wire", "door", "input")),
            // Alerts go out of the house as the record goes on, and no door is asked.
            Map.entry("delivery", Set.of("model", "view", "journal", "config", "metrics", "wire")),
            Map.entry("push",
                    Set.of("model", "view", "journal", "access", "config", "metrics", "wire",
                            "door")),
            Map.entry("query",
                    Set.of("model", "view", "index", "journal", "access", "metrics", "wire",
                            "table", "door")),
            // Lives through the record again as the service would, and knows nothing of its doors.
            Map.entry("rehearsal", Set.of("model", "core", "journal", "recorder", "view")),
            // The documents tell of everything and know of nothing.
            Map.entry("docs", Set.of("door")),
            // A client knows of the service what everybody outside knows: the API. So do the importers that use it.
            Map.entry("client", Set.of()), Map.entry("exchange", Set.of("client"))));

    /** May import everything, and be imported by nobody but each other and the command line. */
    static final Set<String> TOP = Set.of("app", "exercise");

    /** Which of our packages may use a library; app and exercise may use all but the stores. */
    static final Map<String, Set<String>> LIBRARIES = new TreeMap<>(
            Map.ofEntries(Map.entry("org.locationtech.jts..", Set.of("geo")),
                    Map.entry("dev.cel..", Set.of("rules")),
                    Map.entry("org.sqlite..", Set.of("journal", "index", "access")),
                    Map.entry("java.sql..", Set.of("journal", "index", "access")),
                    Map.entry("javax.sql..", Set.of("journal", "index", "access")),
                    Map.entry("com.fasterxml.jackson..",
                            Set.of("wire", "table", "journal", "config", "rules", "geo", "access",
                                    "door", "input", "ingest", "plans", "alerts", "push", "query",
                                    "delivery", "client", "exchange", "docs", "app", "exercise")),
                    Map.entry("org.commonmark..", Set.of("docs")),
                    Map.entry("io.vertx..",
                            Set.of("door", "ingest", "plans", "alerts", "push", "query", "docs",
                                    "app", "exercise")),
                    Map.entry(
                            "io.vertx.ext.web..",
                            Set.of("door", "ingest", "plans", "alerts", "push", "query", "docs",
                                    "app", "exercise")),
                    Map.entry("io.netty..",
                            Set.of("door", "ingest", "push", "query", "app", "exercise")),
                    Map.entry("io.micrometer..", Set.of("metrics", "app", "exercise")),
                    Map.entry("io.prometheus..", Set.of("metrics", "app", "exercise")),
                    Map.entry("org.pcollections..",
                            Set.of("view", "recorder", "index", "push", "query", "app",
                                    "exercise")),
                    Map.entry("com.github.f4b6a3..",
                            Set.of("access", "door", "ingest", "plans", "query", "app",
                                    "exercise")),
                    Map.entry("picocli..", Set.of("app", "exercise")),
                    Map.entry("de.siegmar.fastcsv..", Set.of("exchange", "table")),
                    Map.entry("ch.qos.logback..", Set.of("app"))));

    private static final String[] PLAIN_JAVA = {"java.lang", "java.lang.annotation",
            "java.lang.invoke", "java.lang.runtime", "java.nio.charset", "java.time..", "java.util",
            "java.util.function", "java.util.regex", "java.util.stream", "org.jspecify.."};

    private Layers() {}

    static ArchRule ownImports(String name) {
        var allowed = new ArrayList<String>();
        allowed.add(OURS + name + "..");
        OWN.getOrDefault(name, Set.of()).forEach(other -> allowed.add(OURS + other + ".."));
        return noClasses().that()
                .resideInAPackage(OURS + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.muster..")
                        .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .allowEmptyShould(true);
    }

    static ArchRule topIsImportedByNobody() {
        return noClasses()
                .that(resideInAPackage("org.muster..").and(
                        not(resideInAnyPackage("org.muster", OURS + "app..", OURS + "exercise.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OURS + "app..", OURS + "exercise..")
                .allowEmptyShould(true);
    }

    static ArchRule library(String library) {
        var users = LIBRARIES.getOrDefault(library, Set.of())
                .stream()
                .map(name -> OURS + name + "..")
                .toArray(String[]::new);
        var free = library.equals("picocli..")
                ? resideInAPackage("org.muster").or(resideInAnyPackage(users))
                : resideInAnyPackage(users);
        return noClasses().that(resideInAPackage("org.muster..").and(not(free)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    /** The way a report is decided reads the same on every machine and on every replay. */
    static ArchRule coreIsPlain() {
        return classes().that()
                .resideInAPackage(OURS + "core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage(OURS + "core..", OURS + "model.."))
                        .or(array()))
                .allowEmptyShould(true);
    }

    /** A future is the one thing of java.util.concurrent in the vocabulary: what Recording answers. */
    static ArchRule modelIsPlain() {
        return classes().that()
                .resideInAPackage(OURS + "model..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PLAIN_JAVA).or(resideInAPackage(OURS + "model.."))
                                .or(array())
                                .or(belongToAnyOf(CompletableFuture.class, CompletionStage.class)))
                .allowEmptyShould(true);
    }

    /** The view is handed around between threads; it may stand on nothing that is not immutable. */
    static ArchRule viewIsPlain() {
        return classes().that()
                .resideInAPackage(OURS + "view..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..",
                        "org.pcollections..", OURS + "view..", OURS + "model..").or(array()))
                .allowEmptyShould(true);
    }

    static List<ArchRule> coreAndModelAreDeterministic() {
        var place = List.of(OURS + "core..", OURS + "model..");
        return List.of(
                noClasses().that()
                        .resideInAnyPackage(place.toArray(String[]::new))
                        .should()
                        .accessTargetWhere(Calls.chanceOrMachine())
                        .allowEmptyShould(true),
                noClasses().that()
                        .resideInAnyPackage(place.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat(Calls.threadsOrChance())
                        .allowEmptyShould(true));
    }

    static ArchRule onlyAppReadsAClock() {
        return noClasses()
                .that(resideInAPackage("org.muster..").and(not(resideInAPackage(OURS + "app.."))))
                .should()
                .accessTargetWhere(Calls.clock())
                .allowEmptyShould(true);
    }

    /** Every package a slice of its own, so that a port never leans on its adapter. */
    static ArchRule noCycles() {
        return SlicesRuleDefinition.slices()
                .matching("org.muster.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage(OURS + "app..", OURS + "exercise.."),
                        resideInAnyPackage(OURS + "app..", OURS + "exercise.."))
                .allowEmptyShould(true);
    }

    /** What an adapter is made of is known to whoever puts the service together, and to nobody else. */
    static ArchRule onlyTheTopKnowsTheSqliteJournal() {
        return noClasses().that(resideInAPackage("org.muster..").and(
                not(resideInAnyPackage(OURS + "journal..", OURS + "app..", OURS + "exercise.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(OURS + "journal.sqlite..")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> array() {
        return DescribedPredicate.describe("arrays of primitives",
                type -> (type.isArray() && type.getBaseComponentType().isPrimitive())
                        || type.isPrimitive());
    }
}
