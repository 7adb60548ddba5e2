package org.muster.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.wire.Times;

/**
 * One alert as Alertmanager is told of it. To Alertmanager it is the same alert as long as its labels are the same.
 *
 * @param labels what it is told apart by, and routed
 * @param endsAt when it is resolved, or will be if nobody speaks of it again
 */
record Notice(Map<String, String> labels, Map<String, String> annotations, Instant startsAt,
        Instant endsAt, String link) {

    Notice {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /** Whether somebody is to be called beyond the screen for it: it stands, and is no drill, test, shelved or suppressed. */
    static boolean isDue(Alert alert) {
        return alert.state().isStanding() && isOfTheWorld(alert);
    }

    /** Whether it came and went without anybody being told beyond the screen. */
    static boolean isOver(Alert alert) {
        return !alert.state().isStanding() && isOfTheWorld(alert);
    }

    private static boolean isOfTheWorld(Alert alert) {
        return alert.shelf() == null && alert.suppressedBy() == null && !alert.drill()
                && !alert.subject().ofEngine();
    }

    /** What Alertmanager tells an alert apart by. */
    static Map<String, String> labels(Alert alert) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", alert.rule());
        labels.put("severity", alert.severity().slug());
        labels.put("alert", alert.id().toString());
        labels.put("late", Boolean.toString(alert.late()));
        if (!alert.areas().isEmpty()) {
            labels.put("area", alert.areas().getFirst());
        }
        return labels;
    }

    /** @param dashboard where people look; empty for no link */
    static String link(String dashboard, UUID alert) {
        return dashboard.isEmpty() ? ""
                : dashboard + (dashboard.endsWith("/") ? "" : "/") + "#sel=alert." + alert;
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writePOJOField("labels", new TreeMap<>(labels));
        out.writePOJOField("annotations", new TreeMap<>(annotations));
        out.writeStringField("startsAt", Times.text(startsAt));
        out.writeStringField("endsAt", Times.text(endsAt));
        if (!link.isEmpty()) {
            out.writeStringField("generatorURL", link);
        }
        out.writeEndObject();
    }

    /** @param title of the rule; null when only the labels are known any more */
    static Map<String, String> annotations(@Nullable Alert alert, @Nullable String title,
            String link) {
        Map<String, String> all = new TreeMap<>();
        if (alert != null && title != null) {
            all.put("title", title);
            all.put("message", alert.message());
        }
        if (!link.isEmpty()) {
            all.put("url", link);
        }
        return all;
    }
}
