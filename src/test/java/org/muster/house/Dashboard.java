package org.muster.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A file of {@code dashboards/}, as Grafana reads it. */
public record Dashboard(String file, JsonNode json) {

    private static final Pattern METRIC = Pattern
            .compile("\\b(?:muster|jvm|process|system|scrape)_[a-z0-9_]+");

    /** Something on it that is no row. */
    public record Panel(JsonNode json) {

        public String title() {
            return json.path("title").asText();
        }

        /** What it asks, variables in place. */
        public List<String> queries() {
            return json.path("targets")
                    .valueStream()
                    .map(target -> target.path("expr").asText())
                    .toList();
        }
    }

    /** All of the folder. */
    public static List<Dashboard> all(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("dashboards"))) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Dashboard read(Path file) {
        try {
            return new Dashboard(file.getFileName().toString(),
                    new JsonMapper().readTree(Files.readString(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without rows. */
    public List<Panel> panels() {
        return StreamSupport.stream(json.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .map(Panel::new)
                .toList();
    }

    /** Names of its variables that ask for values, and what they ask. */
    public List<JsonNode> variables() {
        return StreamSupport.stream(json.path("templating").path("list").spliterator(), false)
                .toList();
    }

    /** Every metric that a query names. */
    public static List<String> metrics(String query) {
        return METRIC.matcher(query).results().map(found -> found.group()).distinct().toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
