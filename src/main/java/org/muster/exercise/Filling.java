package org.muster.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.muster.wire.Times;

/** Makes of what steps say what is sent: ids for keys, times for spans, and an id and a time of its own. */
final class Filling {
    private final double speed;
    /** Ids of reports sent, and of what they opened or planned, by key. */
    private final Map<String, String> reports = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();

    /** @param speed seconds of the story in a second */
    Filling(double speed) {
        this.speed = speed;
    }

    /** Remembers the ids that a key stands for from now on. */
    void recorded(String key, String id, String subject) {
        reports.put(key, id);
        subjects.put(key, subject);
    }

    /** What is sent for a step, or null when something that it names was not recorded. */
    @Nullable
    ObjectNode message(Scenario.Step step, Instant now) {
        var message = step.says();
        var id = UuidCreator.getTimeOrderedEpoch(now).toString();
        var whole = switch (step.kind()) {
            case REPORT -> report(message.put("id", id).put("observedAt", Times.text(now)));
            case PLAN -> plan(message.put("id", id), now);
            case ALERT -> named(message, "about", subjects);
        };
        return whole ? message : null;
    }

    private boolean report(ObjectNode report) {
        var whole = named(report, "incident", subjects) && named(report, "protest", subjects)
                && named(report, "corrects", reports);
        for (var link : report.path("links")) {
            whole &= named((ObjectNode) link, "incident", subjects);
        }
        return whole;
    }

    private boolean plan(ObjectNode plan, Instant now) {
        span(plan, "startsIn", "startsAt", 1, now);
        span(plan, "endsIn", "endsAt", 1, now);
        span(plan, "noticeGivenAgo", "noticeGivenAt", -1, now);
        if (!plan.has("opposes")) {
            return true;
        }
        var opposed = plan.withArray("opposes");
        for (var index = 0; index < opposed.size(); index++) {
            var id = subjects.get(opposed.path(index).asText());
            if (id == null) {
                return false;
            }
            opposed.set(index, TextNode.valueOf(id));
        }
        return true;
    }

    /** Puts an id in place of a key; false when there is none for it. */
    private static boolean named(ObjectNode node, String field, Map<String, String> ids) {
        if (!node.has(field)) {
            return true;
        }
        var id = ids.get(node.get(field).asText());
        node.put(field, id);
        return id != null;
    }

    private void span(ObjectNode plan, String field, String time, int sign, Instant now) {
        var text = plan.remove(field);
        if (text != null) {
            var span = Objects.requireNonNullElse(Span.of(text.asText()), Duration.ZERO);
            plan.put(time, Times.text(now.plusNanos(sign * Math.round(span.toNanos() / speed))));
        }
    }
}
