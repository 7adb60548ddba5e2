package org.muster.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.CrimeRegister;

/** How alleged crimes were recorded. */
public final class CrimeJson {
    /** So many missing ones are listed, the oldest; all are counted. */
    private static final int LISTED_MAX = 1_000;

    private CrimeJson() {}

    /**
     * The register.
     *
     * @param title of what an allegation is about; null when that is sensitive
     */
    public static void register(JsonGenerator out, CrimeRegister register, @Nullable Instant from,
            @Nullable Instant to, Instant asOf, Function<Allegation, @Nullable String> title)
            throws IOException {
        out.writeStartObject();
        PictureJson.time(out, "from", from);
        PictureJson.time(out, "to", to);
        PictureJson.time(out, "asOf", asOf);
        out.writeNumberField("alleged", register.alleged());
        out.writeNumberField("recordedInTime", register.recordedInTime());
        out.writeNumberField("recordedLater", register.recordedLater());
        out.writeNumberField("notACrime", register.notACrime());
        out.writeNumberField("open", register.open());
        out.writeNumberField("missing", register.missing().size());
        int perMille = register.recordedPerMille();
        out.writeFieldName("recordedPercent");
        if (perMille < 0) {
            out.writeNull();
        } else {
            out.writeNumber(BigDecimal.valueOf(perMille, 1));
        }
        out.writeArrayFieldStart("items");
        for (Allegation one : register.missing().stream().limit(LISTED_MAX).toList()) {
            out.writeStartObject();
            out.writeStringField("report", one.report().toString());
            out.writeStringField("incident",
                    one.incident() == null ? null : one.incident().toString());
            out.writeStringField("protest",
                    one.protest() == null ? null : one.protest().toString());
            out.writeStringField("title", title.apply(one));
            PictureJson.strings(out, "areas", one.areas());
            PictureJson.time(out, "receivedAt", one.receivedAt());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
