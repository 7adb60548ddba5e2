package org.muster.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.Incident;
import org.muster.model.Unit;

/** An incident as the contract shows it. */
public final class IncidentJson {

    private IncidentJson() {}

    /** The whole incident; arrests, injuries, links and alerts are none until they can be reported. */
    public static void incident(JsonGenerator out, Incident incident) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", incident.id().toString());
        out.writeStringField("status", incident.status().slug());
        out.writeStringField("category", incident.category());
        out.writeStringField("closingCategory", incident.closingCategory());
        out.writeStringField("title", incident.title());
        PictureJson.location(out, incident.location());
        PictureJson.strings(out, "areas", incident.areas());
        PictureJson.time(out, "openedAt", incident.openedAt());
        PictureJson.time(out, "lastReportAt", incident.lastReportAt());
        PictureJson.time(out, "closedAt", incident.closedAt());
        crowd(out, incident.crowd());
        out.writeObjectFieldStart("officers");
        PictureJson.strength(out, incident.officers());
        out.writeArrayFieldStart("units");
        for (Unit unit : incident.units()) {
            PictureJson.unit(out, unit);
        }
        out.writeEndArray();
        out.writeEndObject();
        notYetReported(out);
        out.writeNumberField("reports", incident.reports());
        out.writeEndObject();
    }

    private static void notYetReported(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("arrests");
        out.writeNumberField("total", 0);
        for (String breakdown : new String[] {"byOffence", "byAge"}) {
            out.writeObjectFieldStart(breakdown);
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeObjectFieldStart("injured");
        out.writeNumberField("public", 0);
        out.writeNumberField("officers", 0);
        out.writeEndObject();
        for (String list : new String[] {"links", "alerts"}) {
            out.writeArrayFieldStart(list);
            out.writeEndArray();
        }
        for (String flag : new String[] {"sensitive", "drill"}) {
            out.writeBooleanField(flag, false);
        }
        out.writeNullField("externalRef");
    }

    private static void crowd(JsonGenerator out, @Nullable Crowd crowd) throws IOException {
        if (crowd == null) {
            out.writeNullField("crowd");
            return;
        }
        out.writeObjectFieldStart("crowd");
        Crowd.Range present = crowd.present();
        if (present == null) {
            for (String bound : new String[] {"low", "best", "high"}) {
                out.writeNullField(bound);
            }
        } else {
            out.writeNumberField("low", present.low());
            out.writeNumberField("best", present.best());
            out.writeNumberField("high", present.high());
        }
        out.writeNumberField("peak", crowd.peak());
        PictureJson.time(out, "asOf", crowd.asOf());
        out.writeArrayFieldStart("estimates");
        for (Crowd.Estimate estimate : crowd.estimates()) {
            out.writeStartObject();
            out.writeStringField("observer", estimate.observer());
            out.writeStringField("method", estimate.method().slug());
            out.writeNumberField("low", estimate.low());
            out.writeNumberField("high", estimate.high());
            PictureJson.time(out, "effectiveAt", estimate.effectiveAt());
            out.writeBooleanField("outlier", estimate.outlier());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
