package org.muster.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;

import org.muster.model.Entry;

/**
 * An entry as the journal keeps it and as every reader gets it: {@code {"seq","at","type","actor","areas","body"}} in
 * UTF-8. The same entry always gives the same bytes.
 */
public final class EntryJson {

    private static final Map<String, ObjectReader> BODIES = Map.of("report",
            Mapper.RECORDS.readerFor(Entry.ReportRecorded.class), "settings",
            Mapper.RECORDS.readerFor(Entry.SettingsApplied.class), "access",
            Mapper.RECORDS.readerFor(Entry.AccessNoted.class));

    private EntryJson() {}

    /** The bytes of an entry. */
    public static byte[] encode(Entry entry) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator out = Mapper.RECORDS.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("seq", entry.seq());
            out.writeStringField("at", Times.text(entry.at()));
            out.writeStringField("type", entry.body().type());
            out.writeStringField("actor", entry.actor());
            out.writeArrayFieldStart("areas");
            for (String area : entry.areas()) {
                out.writeString(area);
            }
            out.writeEndArray();
            out.writeFieldName("body");
            Mapper.RECORDS.writeValue(out, entry.body());
            out.writeEndObject();
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The entry of bytes made by {@link #encode}. Fails with {@link UncheckedIOException} on any others. */
    public static Entry decode(byte[] bytes) {
        try {
            JsonNode root = Mapper.RECORDS.readTree(bytes);
            String type = root.required("type").asText();
            ObjectReader body = BODIES.get(type);
            if (body == null) {
                throw new IOException("entry type " + type + " is not known to this version");
            }
            List<String> areas = new ArrayList<>(4);
            for (JsonNode area : root.required("areas")) {
                areas.add(area.asText());
            }
            return new Entry(root.required("seq").asLong(),
                    Instant.parse(root.required("at").asText()), root.required("actor").asText(),
                    areas, body.readValue(root.required("body")));
        } catch (IllegalArgumentException notOurs) {
            throw new UncheckedIOException(new IOException("not an entry", notOurs));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
