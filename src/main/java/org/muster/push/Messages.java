package org.muster.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

import org.muster.model.Rejection;
import org.muster.wire.Json;
import org.muster.wire.ProblemJson;

/** Makes the bytes of the server's messages; parts that are JSON already go in as they are. */
final class Messages {

    private static final byte COMMA = ',';

    private Messages() {}

    /** Entries as they are stored, and where that leads. */
    static byte[] entries(List<byte[]> entries, String cursor) {
        return joined("{\"type\":\"entries\",\"entries\":[", entries,
                "],\"cursor\":\"" + cursor + "\"}");
    }

    /** Rendered things that changed; nothing of this kind can leave. */
    static byte[] things(String kind, List<byte[]> things) {
        return joined("{\"type\":\"" + kind + "\",\"" + kind + "\":[", things, "]}");
    }

    /** Rendered things that changed, and the ids of those that left the watcher's areas. */
    static byte[] things(String kind, List<byte[]> things, Collection<?> left) {
        byte[] ids = Json.bytes(out -> {
            out.writeStartArray();
            for (Object id : left) {
                out.writeString(id.toString());
            }
            out.writeEndArray();
        });
        return joined("{\"type\":\"" + kind + "\",\"" + kind + "\":[", things,
                "],\"left\":" + new String(ids, StandardCharsets.UTF_8) + "}");
    }

    /** Who looks at these alerts now. */
    static byte[] lookers(List<Lookout.Looked> looked) {
        return Json.object(out -> {
            out.writeStringField("type", "lookers");
            out.writeArrayFieldStart("alerts");
            for (Lookout.Looked each : looked) {
                out.writeStartObject();
                out.writeStringField("alert", each.alert().id().toString());
                out.writeArrayFieldStart("who");
                for (String name : each.who()) {
                    out.writeString(name);
                }
                out.writeEndArray();
                out.writeNumberField("more", each.more());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    /** Caught up with the record, up to here. */
    static byte[] live(String cursor) {
        return ("{\"type\":\"live\",\"cursor\":\"" + cursor + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Why something was refused. The stream's "type" stands where problem details have a URI. */
    static byte[] problem(Rejection why) {
        return Json.object(out -> {
            out.writeStringField("type", "problem");
            out.writeNumberField("status", why.code().status());
            ProblemJson.untyped(out, why);
        });
    }

    private static byte[] joined(String head, List<byte[]> parts, String tail) {
        int size = head.length() + tail.length() + parts.size();
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                bytes.write(COMMA);
            }
            bytes.writeBytes(parts.get(i));
        }
        bytes.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
