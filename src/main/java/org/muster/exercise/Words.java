package org.muster.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Reports and spans of time in the words that a terminal shows. */
final class Words {

    private Words() {}

    /** What a report says, on one line. */
    static String of(JsonNode report) {
        var parts = new ArrayList<String>();
        if (report.has("title")) {
            parts.add(report.get("title").asText());
        }
        if (report.has("crowd")) {
            parts.add(crowd(report.get("crowd")));
        }
        for (var officers : report.path("officers")) {
            parts.add(officers(officers));
        }
        if (report.has("status")) {
            parts.add("now " + report.get("status").asText());
        }
        if (report.has("text")) {
            parts.add(report.get("text").asText());
        }
        return String.join(" · ", parts);
    }

    private static String officers(JsonNode officers) {
        var count = officers.path("count").asInt();
        var unit = officers.has("unit") ? " of " + officers.get("unit").asText() : "";
        return (count == 0 ? "no more" : count) + " officers" + unit + " "
                + officers.path("state").asText().replace('-', ' ');
    }

    private static String crowd(JsonNode crowd) {
        var low = crowd.path("low").asInt();
        var high = crowd.path("high").asInt();
        var mood = crowd.has("mood") ? ", " + crowd.get("mood").asText() : "";
        return (low == high ? "" + low : low + " to " + high) + " people ("
                + crowd.path("method").asText() + mood + ")";
    }

    /** For example {@code 4 min 05 s}, or {@code 38 s}; nothing below a second. */
    static String of(Duration time) {
        var seconds = Math.max(0, (time.toMillis() + 500) / 1000);
        return seconds < 60 ? seconds + " s"
                : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
}
