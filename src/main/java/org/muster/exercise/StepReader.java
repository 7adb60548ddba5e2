package org.muster.exercise;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Fault;
import org.muster.model.Role;

/** Reads the steps of one scenario in their order; remembers which incidents have been opened. */
final class StepReader {
    private static final Set<String> KEYS = Set.of("at", "by", "key", "act", "report");
    private static final Set<String> FILLED_IN = Set.of("id", "observedAt", "sentAt");
    private static final Set<String> FIELDS = Set.of("incident", "category", "title", "location",
            "crowd", "officers", "status", "closingCategory", "text");

    private final Map<String, Role> senders;
    private final List<Fault> faults;
    private final Set<String> keys = new HashSet<>();

    StepReader(Map<String, Role> senders, List<Fault> faults) {
        this.senders = senders;
        this.faults = faults;
    }

    /** The step; where something is wrong with it, a fault was added and it is not whole. */
    Scenario.Step read(String pointer, JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                fault(pointer + "/" + name, "is no key of a step; there are " + sorted(KEYS));
            }
        });
        var at = duration(pointer + "/at", node.path("at"));
        var by = node.path("by").asText();
        if (!senders.containsKey(by)) {
            fault(pointer + "/by", "is not one of the senders " + senders.keySet());
        }
        var report = node.path("report") instanceof ObjectNode object ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        if (report.isEmpty()) {
            fault(pointer + "/report", "is missing; write the report's fields as the API has them");
        }
        fields(pointer + "/report", report, by);
        var incident = incident(pointer + "/report/incident", report);
        var key = key(pointer + "/key", node, report, incident);
        return new Scenario.Step(at, by, key, optional(node, "act"), incident, report);
    }

    private Duration duration(String pointer, JsonNode node) {
        try {
            return Duration.parse("PT" + node.asText().replace(" ", "").toUpperCase(Locale.ROOT));
        } catch (DateTimeException noDuration) {
            fault(pointer, "is no span of time from the start; write it as 90s, 12m or 1h 5m");
            return Duration.ZERO;
        }
    }

    private void fields(String pointer, ObjectNode report, String by) {
        report.fieldNames().forEachRemaining(name -> {
            if (FILLED_IN.contains(name)) {
                fault(pointer + "/" + name, "is filled in by the player; leave it out");
            } else if (!FIELDS.contains(name)) {
                fault(pointer + "/" + name,
                        "is no field that can be played; there are " + sorted(FIELDS));
            }
        });
        var index = 0;
        for (var officers : report.path("officers")) {
            if (senders.get(by) == Role.FIELD && !officers.path("unit").asText().equals(by)) {
                fault(pointer + "/officers/" + index + "/unit",
                        "a field unit speaks of itself only; write " + by
                                + " or let a controller send it");
            }
            index++;
        }
    }

    /** Takes the key out of the report: the player puts the id there. */
    private @Nullable String incident(String pointer, ObjectNode report) {
        var incident = optional(report, "incident");
        report.remove("incident");
        if (incident != null && !keys.contains(incident)) {
            fault(pointer,
                    "no earlier step has the key " + incident + "; there are " + sorted(keys));
        }
        return incident;
    }

    private @Nullable String key(String pointer, JsonNode node, ObjectNode report,
            @Nullable String incident) {
        var key = optional(node, "key");
        if (key != null && !keys.add(key)) {
            fault(pointer, "was given to an earlier step already");
        }
        if (key != null && (incident != null || !report.has("category"))) {
            fault(pointer,
                    "only a report with a category and without incident opens one to be named");
        }
        return key;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
