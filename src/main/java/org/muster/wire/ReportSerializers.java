package org.muster.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

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
            report(out, report, provider);
        }
    }

    private static final class OfEntry extends JsonSerializer<Entry.ReportRecorded> {
        @Override
        public void serialize(Entry.ReportRecorded recorded, JsonGenerator out,
                SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeFieldName("report");
            report(out, recorded.report(), provider);
            text(out, "incident", recorded.incident());
            text(out, "protest", recorded.protest());
            out.writeBooleanField("opened", recorded.opened());
            out.writeStringField("observer", recorded.observer());
            out.writeStringField("effectiveAt", Times.text(recorded.effectiveAt()));
            flag(out, "sensitive", recorded.sensitive());
            value(out, provider, "struck", recorded.struck());
            list(out, provider, "clashes", recorded.clashes());
            list(out, provider, "similar", recorded.similar());
            out.writeStringField("contentSha256", recorded.contentSha256());
            out.writeArrayFieldStart("warnings");
            for (Warning warning : recorded.warnings()) {
                out.writeString(warning.slug());
            }
            out.writeEndArray();
            value(out, provider, "metresFromPlace", recorded.metresFromPlace());
            out.writeEndObject();
        }
    }

    /** What is absent is not written: so a report of an earlier version keeps its form, and its hash, for good. */
    private static void report(JsonGenerator out, Report report, SerializerProvider provider)
            throws IOException {
        out.writeStartObject();
        text(out, "id", report.id());
        text(out, "incident", report.incident());
        text(out, "protest", report.protest());
        text(out, "category", report.category());
        text(out, "title", report.title());
        out.writeStringField("observedAt", Times.text(report.observedAt()));
        time(out, "sentAt", report.sentAt());
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
        list(out, provider, "arrests", report.arrests());
        value(out, provider, "injured", report.injured());
        slug(out, "status", report.status());
        text(out, "closingCategory", report.closingCategory());
        flag(out, "reopen", report.reopen());
        text(out, "reason", report.reason());
        value(out, provider, "methane", report.methane());
        slug(out, "crime", report.crime());
        text(out, "crimeRef", report.crimeRef());
        marks(out, report, provider);
        text(out, "text", report.text());
        out.writeEndObject();
    }

    private static void marks(JsonGenerator out, Report report, SerializerProvider provider)
            throws IOException {
        flag(out, "allQuiet", report.allQuiet());
        flag(out, "emergency", report.emergency());
        text(out, "corrects", report.corrects());
        flag(out, "withdrawn", report.withdrawn());
        list(out, provider, "links", report.links());
        value(out, provider, "sensitive", report.sensitive());
        flag(out, "drill", report.drill());
        text(out, "onBehalfOf", report.onBehalfOf());
        value(out, provider, "externalRef", report.externalRef());
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

    private static void time(JsonGenerator out, String name, @Nullable Instant value)
            throws IOException {
        if (value != null) {
            out.writeStringField(name, Times.text(value));
        }
    }

    private static void flag(JsonGenerator out, String name, boolean value) throws IOException {
        if (value) {
            out.writeBooleanField(name, true);
        }
    }

    private static void value(JsonGenerator out, SerializerProvider provider, String name,
            @Nullable Object value) throws IOException {
        if (value != null) {
            provider.defaultSerializeField(name, value, out);
        }
    }

    private static void list(JsonGenerator out, SerializerProvider provider, String name,
            List<?> values) throws IOException {
        if (!values.isEmpty()) {
            provider.defaultSerializeField(name, values, out);
        }
    }

    private static void slug(JsonGenerator out, String name, @Nullable Slug value)
            throws IOException {
        if (value != null) {
            out.writeStringField(name, value.slug());
        }
    }
}
