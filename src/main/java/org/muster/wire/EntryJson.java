package org.muster.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectReader;

import org.muster.model.Entry;

/**
 * An entry as the journal keeps it and as every reader gets it: {@code {"seq","at","type","actor","areas","body"}} in
 * UTF-8. The same entry always gives the same bytes.
 */
public final class EntryJson {

    private static final Map<String, ObjectReader> BODIES = Map.ofEntries(
            reader("report", Entry.ReportRecorded.class),
            reader("protest-planned", Entry.ProtestPlanned.class),
            reader("protest-changed", Entry.ProtestChanged.class),
            reader("protest-cancelled", Entry.ProtestCancelled.class),
            reader("protest-started", Entry.ProtestStarted.class),
            reader("protest-ended", Entry.ProtestEnded.class),
            reader("alert-raised", Entry.AlertRaised.class),
            reader("alert-updated", Entry.AlertUpdated.class),
            reader("alert-cleared", Entry.AlertCleared.class),
            reader("alert-acknowledged", Entry.AlertAcknowledged.class),
            reader("alert-unacknowledged", Entry.AlertUnacknowledged.class),
            reader("alert-assigned", Entry.AlertAssigned.class),
            reader("alert-commented", Entry.AlertCommented.class),
            reader("alert-shelved", Entry.AlertShelved.class),
            reader("alert-unshelved", Entry.AlertUnshelved.class),
            reader("alert-suppressed", Entry.AlertSuppressed.class),
            reader("flood-started", Entry.FloodStarted.class),
            reader("flood-ended", Entry.FloodEnded.class),
            reader("alert-seen", Entry.AlertSeen.class),
            reader("rule-failed", Entry.RuleFailed.class),
            reader("report-read", Entry.ReportRead.class),
            reader("settings", Entry.SettingsApplied.class),
            reader("access", Entry.AccessNoted.class));

    private EntryJson() {}

    private static Map.Entry<String, ObjectReader> reader(String type,
            Class<? extends Entry.Body> body) {
        return Map.entry(type, Mapper.RECORDS.readerFor(body));
    }

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
        try (JsonParser in = Mapper.RECORDS.createParser(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an entry");
            }
            long seq = field(in, "seq").getLongValue();
            Instant at = Times.parse(field(in, "at").getText());
            String type = field(in, "type").getText();
            String actor = field(in, "actor").getText();
            List<String> areas = new ArrayList<>(4);
            if (!field(in, "areas").isExpectedStartArrayToken()) {
                throw new IOException("not an entry: no list of areas");
            }
            while (in.nextToken() == JsonToken.VALUE_STRING) {
                areas.add(in.getText());
            }
            ObjectReader body = BODIES.get(type);
            if (body == null) {
                throw new IOException("entry type " + type + " is not known to this version");
            }
            return new Entry(seq, at, actor, areas, body.readValue(field(in, "body")));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new UncheckedIOException(new IOException("not an entry", notOurs));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Fields come in the order in which they were written; the parser stands at the value afterwards. */
    private static JsonParser field(JsonParser in, String name) throws IOException {
        if (!name.equals(in.nextFieldName())) {
            throw new IOException("not an entry: " + name + " is not in its place");
        }
        in.nextToken();
        return in;
    }
}
