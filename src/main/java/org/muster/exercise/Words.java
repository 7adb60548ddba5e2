package org.muster.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Steps and spans of time in the words that a terminal shows. */
final class Words {

    private Words() {}

    /** What a step says, on one line. */
    static String of(Scenario.Step step) {
        var says = step.says();
        if (step.kind() == Scenario.Kind.ALERT) {
            return work(says);
        }
        var parts = new ArrayList<String>();
        if (says.has("onBehalfOf")) {
            parts.add(says.get("onBehalfOf").asText() + " by radio");
        }
        if (says.has("corrects")) {
            parts.add("corrects an earlier report");
        }
        if (says.has("title")) {
            parts.add((step.kind() == Scenario.Kind.PLAN ? "planned: " : "")
                    + says.get("title").asText());
        }
        plan(says, parts);
        report(says, parts);
        if (says.has("text")) {
            parts.add(says.get("text").asText());
        }
        return String.join(" · ", parts);
    }

    /** What somebody does with an alert. */
    private static String work(JsonNode says) {
        var alert = says.path("rule").asText() + " of "
                + says.path("about").asText(says.path("unit").asText());
        return switch (says.path("action").asText()) {
            case "acknowledge" -> "acknowledges the alert " + alert;
            case "unacknowledge" -> "takes back that the alert " + alert + " is known";
            case "assign" -> "gives the alert " + alert + " to " + says.path("to").asText("nobody");
            case "comment" -> "notes on the alert " + alert + ": " + says.path("text").asText();
            case "clear" -> "clears the alert " + alert + ": " + says.path("reason").asText();
            case String other -> other + " " + alert;
        };
    }

    private static void plan(JsonNode says, List<String> parts) {
        if (says.has("expected")) {
            parts.add(range(says.get("expected")) + " people expected");
        }
        if (says.has("officersPlanned")) {
            parts.add(says.get("officersPlanned").asInt() + " officers planned");
        }
    }

    private static void report(JsonNode says, List<String> parts) {
        if (says.path("sensitive").asBoolean()) {
            parts.add("sensitive");
        }
        if (says.has("crowd")) {
            parts.add(crowd(says.get("crowd")));
        }
        for (var officers : says.path("officers")) {
            parts.add(officers(officers));
        }
        for (var arrests : says.path("arrests")) {
            var count = arrests.path("count").asInt();
            parts.add(count + (count == 1 ? " arrest" : " arrests"));
        }
        for (var link : says.path("links")) {
            parts.add(link.path("relation").asText().replace("connected", "connected with") + " "
                    + link.path("incident").asText());
        }
        if (says.path("allQuiet").asBoolean()) {
            parts.add("all quiet");
        }
        if (says.has("status")) {
            parts.add("now " + says.get("status").asText());
        }
    }

    private static String officers(JsonNode officers) {
        var count = officers.path("count").asInt();
        var unit = officers.has("unit") ? " of " + officers.get("unit").asText() : "";
        return (count == 0 ? "no more" : count) + " officers" + unit + " "
                + officers.path("state").asText().replace('-', ' ');
    }

    private static String crowd(JsonNode crowd) {
        var mood = crowd.has("mood") ? ", " + crowd.get("mood").asText() : "";
        return range(crowd) + " people (" + crowd.path("method").asText() + mood + ")";
    }

    private static String range(JsonNode bounds) {
        var low = bounds.path("low").asInt();
        var high = bounds.path("high").asInt();
        return low == high ? "" + low : low + " to " + high;
    }

    /** For example {@code 4 min 05 s}, or {@code 38 s}; nothing below a second. */
    static String of(Duration time) {
        var seconds = Math.max(0, (time.toMillis() + 500) / 1000);
        return seconds < 60 ? seconds + " s"
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
