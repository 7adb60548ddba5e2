package org.muster.wire;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.AgeBand;
import org.muster.model.Arrests;
import org.muster.model.Crowd;
import org.muster.model.Figures;
import org.muster.model.Slug;
import org.muster.model.Unit;

/** What the reports of an incident or a protest add up to, as the contract shows it. */
final class FiguresJson {

    private FiguresJson() {}

    /** Writes crowd, officers, arrests, injured and the number of reports into an open object. */
    static void fields(JsonGenerator out, Figures figures) throws IOException {
        crowd(out, figures.crowd());
        out.writeObjectFieldStart("officers");
        PictureJson.strength(out, figures.officers());
        out.writeArrayFieldStart("units");
        for (Unit unit : figures.units()) {
            PictureJson.unit(out, unit);
        }
        out.writeEndArray();
        out.writeEndObject();
        arrests(out, figures.arrests());
        out.writeObjectFieldStart("injured");
        out.writeNumberField("public", figures.injured().people());
        out.writeNumberField("officers", figures.injured().officers());
        out.writeEndObject();
        out.writeNumberField("reports", figures.reports());
    }

    private static void arrests(JsonGenerator out, Arrests arrests) throws IOException {
        out.writeObjectFieldStart("arrests");
        out.writeNumberField("total", arrests.total());
        out.writeObjectFieldStart("byOffence");
        for (Map.Entry<String, Integer> each : new TreeMap<>(arrests.byOffence()).entrySet()) {
            out.writeNumberField(each.getKey(), each.getValue());
        }
        out.writeEndObject();
        out.writeObjectFieldStart("byAge");
        for (AgeBand band : arrests.byAge()
                .keySet()
                .stream()
                .sorted(Comparator.naturalOrder())
                .toList()) {
            out.writeNumberField(band.slug(), arrests.byAge().getOrDefault(band, 0));
        }
        out.writeEndObject();
        out.writeEndObject();
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

    /** A closed set's name, or null. */
    static @Nullable String slug(@Nullable Slug value) {
        return value == null ? null : value.slug();
    }
}
