package org.muster.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.NavigableMap;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Plan;
import org.muster.model.Reading;

/** Figures over time. */
public final class SeriesJson {

    private SeriesJson() {}

    /**
     * One moment.
     *
     * @param ran whether the service ran then
     * @param reading null where there was nothing to be known
     * @param before the reading one step earlier, that what came in the step can be told
     */
    public record Point(boolean ran, @Nullable Reading reading, @Nullable Reading before) {}

    /** All of them, with the plan that they stand beside. */
    public static void series(JsonGenerator out, Reading.Of of, String id, long stepSeconds,
            @Nullable Plan plan, NavigableMap<Instant, Point> points) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("subject");
        out.writeStringField("type", of.slug());
        out.writeStringField("id", id);
        out.writeEndObject();
        out.writeNumberField("stepSeconds", stepSeconds);
        plan(out, plan);
        out.writeArrayFieldStart("points");
        for (var each : points.entrySet()) {
            point(out, each.getKey(), each.getValue());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void plan(JsonGenerator out, @Nullable Plan plan) throws IOException {
        if (plan == null) {
            out.writeNullField("plan");
            return;
        }
        out.writeObjectFieldStart("plan");
        PictureJson.time(out, "startsAt", plan.startsAt());
        PictureJson.time(out, "endsAt", plan.end());
        Plan.Expected expected = plan.expected();
        if (expected == null) {
            out.writeNullField("expected");
        } else {
            out.writeObjectFieldStart("expected");
            out.writeNumberField("low", expected.low());
            out.writeNumberField("high", expected.high());
            out.writeEndObject();
        }
        number(out, "officersPlanned", plan.officersPlanned());
        out.writeEndObject();
    }

    private static void point(JsonGenerator out, Instant at, Point point) throws IOException {
        out.writeStartObject();
        PictureJson.time(out, "at", at);
        Reading reading = point.ran() ? point.reading() : null;
        out.writeStringField("state", !point.ran() ? "gap" : reading == null ? "no-data" : "known");
        if (reading != null) {
            known(out, reading, point.before());
        }
        out.writeEndObject();
    }

    private static void known(JsonGenerator out, Reading reading, @Nullable Reading before)
            throws IOException {
        PictureJson.range(out, "crowd", reading.crowd());
        out.writeObjectFieldStart("officers");
        PictureJson.strength(out, reading.officers());
        number(out, "planned", reading.planned());
        out.writeEndObject();
        Area.Ratio ratio = reading.peoplePerOfficer();
        if (ratio == null) {
            out.writeNullField("peoplePerOfficer");
        } else {
            out.writeObjectFieldStart("peoplePerOfficer");
            out.writeNumberField("best", BigDecimal.valueOf(ratio.best()));
            out.writeNumberField("cautious", BigDecimal.valueOf(ratio.cautious()));
            out.writeEndObject();
        }
        out.writeObjectFieldStart("arrests");
        out.writeNumberField("total", reading.arrests());
        out.writeNumberField("inStep",
                growth(reading.arrests(), before == null ? 0 : before.arrests()));
        out.writeEndObject();
        out.writeNumberField("reports",
                growth(reading.reports(), before == null ? 0 : before.reports()));
        out.writeObjectFieldStart("alerts");
        out.writeNumberField("critical", reading.alerts().critical());
        out.writeNumberField("high", reading.alerts().high());
        out.writeNumberField("medium", reading.alerts().medium());
        out.writeNumberField("low", reading.alerts().low());
        out.writeNumberField("raised", reading.raised());
        out.writeEndObject();
    }

    /** What a withdrawal took away did not come. */
    private static long growth(long now, long before) {
        return Math.max(0, now - before);
    }

    private static void number(JsonGenerator out, String name, @Nullable Integer number)
            throws IOException {
        if (number == null) {
            out.writeNullField(name);
        } else {
            out.writeNumberField(name, number);
        }
    }
}
