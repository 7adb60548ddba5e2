package org.muster.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Unit;

/**
 * The picture as one document: what {@code GET /picture} answers and what a stream begins with.
 *
 * @param topics slugs of what the reader may follow
 * @param settings in force: they name the rules of the alerts
 */
public record PictureDocument(Cursor cursor, Instant at, Collection<String> topics,
        Collection<Area> areas, Collection<Incident> incidents, Collection<Protest> protests,
        Collection<Alert> alerts, Collection<Unit> units, Alerting alerting, Settings settings) {

    /**
     * How well people are called.
     *
     * @param engineTestedAt when the engine last showed that it works; null when no rule looks at it
     * @param floodSince since when the reader's own desk is in a flood; null while it is not
     */
    public record Alerting(@Nullable Instant engineTestedAt, @Nullable Instant floodSince) {

        void field(JsonGenerator out) throws IOException {
            out.writeObjectFieldStart("alerting");
            PictureJson.time(out, "engineTestedAt", engineTestedAt);
            if (floodSince == null) {
                out.writeNullField("flood");
            } else {
                out.writeObjectFieldStart("flood");
                PictureJson.time(out, "since", floodSince);
                out.writeEndObject();
            }
            out.writeEndObject();
        }
    }

    /** Writes the document's fields into an object that is already open. */
    public void fields(JsonGenerator out) throws IOException {
        out.writeStringField("cursor", cursor.text());
        PictureJson.time(out, "at", at);
        PictureJson.strings(out, "topics", topics);
        out.writeArrayFieldStart("areas");
        for (Area area : areas) {
            PictureJson.area(out, area, at);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("incidents");
        for (Incident incident : incidents) {
            IncidentJson.incident(out, incident);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("protests");
        for (Protest protest : protests) {
            ProtestJson.protest(out, protest);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("alerts");
        for (Alert alert : alerts) {
            AlertJson.alert(out, alert, settings);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("units");
        for (Unit unit : units) {
            PictureJson.unit(out, unit);
        }
        out.writeEndArray();
        alerting.field(out);
    }
}
