package org.muster.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Incident;

/** An incident as the contract shows it. */
public final class IncidentJson {

    private IncidentJson() {}

    /** The whole incident. */
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
        FiguresJson.fields(out, incident.figures());
        out.writePOJOField("links", incident.links());
        out.writeNumberField("nights", incident.recurrence().nights());
        PictureJson.ids(out, "follows", incident.recurrence().follows());
        out.writePOJOField("methane", incident.methane());
        out.writeStringField("crime", FiguresJson.slug(incident.crime()));
        out.writeStringField("crimeRef", incident.crimeRef());
        out.writeBooleanField("sensitive", incident.sensitive());
        out.writeBooleanField("drill", incident.drill());
        PictureJson.ids(out, "alerts", incident.alerts());
        out.writePOJOField("externalRef", incident.externalRef());
        out.writeEndObject();
    }
}
