package org.muster.wire;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.Slug;
import org.muster.model.Warning;

/**
 * Reports and their entries, field by field: each report passes here twice, for its content's hash and for its entry,
 * and what the binder finds out by reflection is the dearest part of both. The form is the one the binder gives.
 */
final class ReportSerializers {
    private ReportSerializers() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(Report.class, new OfReport());
        module.addSerializer(Entry.ReportRecorded.class, new OfEntry());
    }

    private static final class OfReport extends JsonSerializer<Report> {
        @Override
        public void serialize(Report report, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            report(out, report);
        }
    }

    private static final class OfEntry extends JsonSerializer<Entry.ReportRecorded> {
        @Override
        public void serialize(Entry.ReportRecorded recorded, JsonGenerator out,
                SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeFieldName("report");
            report(out, recorded.report());
            text(out, "incident", recorded.incident());
            out.writeBooleanField("opened", recorded.opened());
            out.writeStringField("observer", recorded.observer());
            out.writeStringField("effectiveAt", Times.text(recorded.effectiveAt()));
            out.writeStringField("contentSha256", recorded.contentSha256());
            out.writeArrayFieldStart("warnings");
            for (Warning warning : recorded.warnings()) {
                out.writeString(warning.slug());
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void report(JsonGenerator out, Report report) throws IOException {
        out.writeStartObject();
        text(out, "id", report.id());
        text(out, "incident", report.incident());
        text(out, "category", report.category());
        text(out, "title", report.title());
        out.writeStringField("observedAt", Times.text(report.observedAt()));
        Location location = report.location();
        if (location != null) {
            location(out, location);
        }
        CrowdEstimate crowd = report.crowd();
        if (crowd != null) {
            crowd(out, crowd);
        }
        out.writeArrayFieldStart("officers");
        for (Deployment deployment : report.officers()) {
            out.writeStartObject();
            text(out, "unit", deployment.unit());
            text(out, "role", deployment.role());
            out.writeNumberField("count", deployment.count());
            slug(out, "state", deployment.state());
            out.writeEndObject();
        }
        out.writeEndArray();
        slug(out, "status", report.status());
        text(out, "closingCategory", report.closingCategory());
        text(out, "text", report.text());
        out.writeEndObject();
    }

    private static void location(JsonGenerator out, Location location) throws IOException {
        out.writeObjectFieldStart("location");
        out.writeNumberField("lat", location.lat());
        out.writeNumberField("lon", location.lon());
        Double accuracy = location.accuracy();
        if (accuracy != null) {
            out.writeNumberField("accuracy", accuracy);
        }
        text(out, "place", location.place());
        out.writeEndObject();
    }

    private static void crowd(JsonGenerator out, CrowdEstimate crowd) throws IOException {
        out.writeObjectFieldStart("crowd");
        out.writeNumberField("low", crowd.low());
        Integer best = crowd.best();
        if (best != null) {
            out.writeNumberField("best", best);
        }
        out.writeNumberField("high", crowd.high());
        slug(out, "method", crowd.method());
        slug(out, "mood", crowd.mood());
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, @Nullable Object value)
            throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }

    private static void slug(JsonGenerator out, String name, @Nullable Slug value)
            throws IOException {
        if (value != null) {
            out.writeStringField(name, value.slug());
        }
    }
}
