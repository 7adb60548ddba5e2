package org.muster.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.Shape;

/** A protest as the contract shows it: its plan, its life, its clashes, and figures as an incident's. */
public final class ProtestJson {

    private ProtestJson() {}

    /** The whole protest. */
    public static void protest(JsonGenerator out, Protest protest) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", protest.id().toString());
        out.writeStringField("status", protest.status().slug());
        out.writeBooleanField("planned", protest.planned());
        plan(out, protest.plan(), protest.title());
        PictureJson.strings(out, "areas", protest.areas());
        PictureJson.time(out, "startedAt", protest.startedAt());
        PictureJson.time(out, "endedAt", protest.endedAt());
        PictureJson.time(out, "cancelledAt", protest.cancelledAt());
        PictureJson.time(out, "lastReportAt", protest.figures().lastReportAt());
        out.writePOJOField("clashes", protest.clashes());
        FiguresJson.fields(out, protest.figures());
        out.writeBooleanField("sensitive", protest.sensitive());
        out.writeBooleanField("drill", protest.drill());
        PictureJson.ids(out, "alerts", protest.alerts());
        out.writePOJOField("externalRef", protest.externalRef());
        out.writeEndObject();
    }

    private static void plan(JsonGenerator out, Plan plan, @Nullable String title)
            throws IOException {
        out.writeStringField("title", title);
        out.writeStringField("category", plan.category());
        out.writeStringField("organisation", plan.organisation());
        PictureJson.ids(out, "opposes", plan.opposes());
        PictureJson.time(out, "startsAt", plan.startsAt());
        PictureJson.time(out, "endsAt", plan.end());
        out.writeFieldName("place");
        Shape place = plan.place();
        if (place == null) {
            out.writeNull();
        } else {
            ShapeJson.write(out, place);
        }
        out.writePOJOField("expected", plan.expected());
        out.writePOJOField("officersPlanned", plan.officersPlanned());
        PictureJson.time(out, "noticeGivenAt", plan.noticeGivenAt());
        out.writeStringField("publicMessage", plan.publicMessage());
    }
}
