package org.muster.exercise;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Fault;
import org.muster.model.Role;

/** Reads the steps of one scenario in their order; remembers what keys stand for. */
final class StepReader {
    private static final Set<String> KEYS = Set.of("at", "by", "key", "act", "report", "plan",
            "alert");
    private static final Set<String> FILLED_IN = Set.of("id", "observedAt", "sentAt", "startsAt",
            "endsAt", "noticeGivenAt");
    private static final Set<String> REPORT_FIELDS = Set.of("incident", "protest", "category",
            "title", "location", "crowd", "officers", "arrests", "injured", "status",
            "closingCategory", "reopen", "reason", "methane", "crime", "crimeRef", "allQuiet",
            "emergency", "corrects", "withdrawn", "links", "sensitive", "drill", "onBehalfOf",
            "externalRef", "text");
    private static final Set<String> SPANS = Set.of("startsIn", "endsIn", "noticeGivenAgo");
    private static final Set<String> PLAN_FIELDS = Set.of("title", "category", "organisation",
            "opposes", "startsIn", "endsIn", "noticeGivenAgo", "place", "expected",
            "officersPlanned", "publicMessage");
    /** What of an alert's step says which alert is meant, and is no part of what is sent to it. */
    static final Set<String> WHICH_ALERT = Set.of("rule", "about", "unit", "action");
    /** What can be done with an alert, and what is said with it. */
    private static final Map<String, Set<String>> ACTIONS = Map.of("acknowledge", Set.of(),
            "unacknowledge", Set.of(), "assign", Set.of("to", "from"), "comment", Set.of("text"),
            "clear", Set.of("reason"));

    /** What a key stands for. */
    private enum Named {
        INCIDENT, PROTEST, REPORT
    }

    private final Map<String, Role> senders;
    private final List<Fault> faults;
    private final Map<String, Set<Named>> keys = new HashMap<>();

    StepReader(Map<String, Role> senders, List<Fault> faults) {
        this.senders = senders;
        this.faults = faults;
    }

    /** The step; where something is wrong with it, a fault was added and it is not whole. */
    Scenario.Step read(String pointer, JsonNode node) {
        names(pointer, node, KEYS, "is no key of a step; there are ");
        var at = span(pointer + "/at", node.path("at"));
        var by = node.path("by").asText();
        if (!senders.containsKey(by)) {
            fault(pointer + "/by", "is not one of the senders " + senders.keySet());
        }
        var kind = Arrays.stream(Scenario.Kind.values())
                .filter(one -> node.has(word(one)))
                .findFirst()
                .orElse(Scenario.Kind.REPORT);
        var says = says(pointer, node, kind);
        switch (kind) {
            case REPORT -> report(pointer + "/report", says, by);
            case PLAN -> plan(pointer + "/plan", says, by);
            case ALERT -> alert(pointer + "/alert", says, by);
        }
        var key = key(pointer + "/key", node, kind, says);
        return new Scenario.Step(at, by, key, optional(node, "act"), kind, says);
    }

    /** What a step calls its kind. */
    private static String word(Scenario.Kind kind) {
        return switch (kind) {
            case REPORT -> "report";
            case PLAN -> "plan";
            case ALERT -> "alert";
        };
    }

    private ObjectNode says(String pointer, JsonNode node, Scenario.Kind kind) {
        var given = Arrays.stream(Scenario.Kind.values())
                .filter(one -> !node.path(word(one)).isEmpty())
                .count();
        if (given != 1) {
            fault(pointer + "/report",
                    "write the fields of one report, of one plan or of one alert, as the API has them");
        }
        return node.path(word(kind)) instanceof ObjectNode object ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    private void report(String pointer, ObjectNode report, String by) {
        fields(pointer, report, REPORT_FIELDS);
        reference(pointer + "/incident", report.path("incident"), Named.INCIDENT);
        reference(pointer + "/protest", report.path("protest"), Named.PROTEST);
        reference(pointer + "/corrects", report.path("corrects"), Named.REPORT);
        var index = 0;
        for (var link : report.path("links")) {
            reference(pointer + "/links/" + index + "/incident", link.path("incident"),
                    Named.INCIDENT);
            index++;
        }
        if (senders.get(by) == Role.FIELD) {
            ownUnitOnly(pointer, report, by);
        }
    }

    private void ownUnitOnly(String pointer, ObjectNode report, String by) {
        if (report.has("onBehalfOf")) {
            fault(pointer + "/onBehalfOf", "is for controllers who take a report by radio");
        }
        var index = 0;
        for (var officers : report.path("officers")) {
            if (!officers.path("unit").asText().equals(by)) {
                fault(pointer + "/officers/" + index + "/unit",
                        "a field unit speaks of itself only; write " + by
                                + " or let a controller send it");
            }
            index++;
        }
    }

    private void plan(String pointer, ObjectNode plan, String by) {
        fields(pointer, plan, PLAN_FIELDS);
        if (senders.get(by) == Role.FIELD) {
            fault(pointer, "is for controllers; " + by + " is a field unit");
        }
        SPANS.stream()
                .filter(plan::has)
                .sorted()
                .forEach(field -> span(pointer + "/" + field, plan.path(field)));
        var index = 0;
        for (var opposed : plan.path("opposes")) {
            reference(pointer + "/opposes/" + index, opposed, Named.PROTEST);
            index++;
        }
    }

    private void alert(String pointer, ObjectNode alert, String by) {
        if (senders.get(by) == Role.FIELD) {
            fault(pointer, "is for controllers; " + by + " is a field unit");
        }
        var action = alert.path("action").asText();
        var said = ACTIONS.get(action);
        if (said == null) {
            fault(pointer + "/action",
                    "is none; there are " + ACTIONS.keySet().stream().sorted().toList());
        } else {
            var known = new HashSet<>(WHICH_ALERT);
            known.addAll(said);
            fields(pointer, alert, known);
        }
        if (!alert.path("rule").isTextual()) {
            fault(pointer + "/rule", "is missing; name the rule of the alert");
        }
        if (alert.has("about") == alert.has("unit")) {
            fault(pointer + "/about",
                    "name either the key of what the alert is about, or the unit");
        } else if (alert.has("about") && Collections.disjoint(named(alert.path("about")),
                EnumSet.of(Named.INCIDENT, Named.PROTEST))) {
            fault(pointer + "/about", "no earlier step opened or planned anything of this key");
        }
    }

    private void fields(String pointer, ObjectNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (FILLED_IN.contains(name)) {
                fault(pointer + "/" + name, "is filled in by the player; leave it out");
            }
        });
        var rest = node.deepCopy().remove(FILLED_IN);
        names(pointer, rest, known, "is no field that can be played; there are ");
    }

    private void names(String pointer, JsonNode node, Set<String> known, String words) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(pointer + "/" + name, words + known.stream().sorted().toList());
            }
        });
    }

    private Duration span(String pointer, JsonNode node) {
        var span = Span.of(node.asText());
        if (span == null) {
            fault(pointer, "is no span of time from the start; write it as 90s, 12m or 1h 5m");
        }
        return Objects.requireNonNullElse(span, Duration.ZERO);
    }

    private void reference(String pointer, JsonNode key, Named wanted) {
        if (!key.isMissingNode() && !named(key).contains(wanted)) {
            var there = keys.entrySet()
                    .stream()
                    .filter(known -> known.getValue().contains(wanted))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            fault(pointer, "no earlier step has the key " + key.asText() + "; there are " + there);
        }
    }

    /** What stands under a key by now. */
    private Set<Named> named(JsonNode key) {
        return keys.getOrDefault(key.asText(), Set.of());
    }

    private @Nullable String key(String pointer, JsonNode node, Scenario.Kind kind,
            ObjectNode says) {
        var key = optional(node, "key");
        if (key != null && keys.putIfAbsent(key, named(kind, says)) != null) {
            fault(pointer, "was given to an earlier step already");
        }
        return key;
    }

    private static Set<Named> named(Scenario.Kind kind, ObjectNode says) {
        return switch (kind) {
            case PLAN -> EnumSet.of(Named.PROTEST);
            case ALERT -> EnumSet.noneOf(Named.class);
            case REPORT -> says.has("category") && !says.has("incident")
                    ? EnumSet.of(Named.REPORT, Named.INCIDENT)
                    : EnumSet.of(Named.REPORT);
        };
    }

    private static @Nullable String optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }
}
