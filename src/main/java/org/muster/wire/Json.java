package org.muster.wire;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;

/** Makes the bytes of a JSON text. */
public final class Json {

    private Json() {}

    /** Something that writes one JSON value. */
    @FunctionalInterface
    public interface Writing {

        /** Writes it. */
        void to(JsonGenerator out) throws IOException;
    }

    /** The UTF-8 bytes of what is written. */
    public static byte[] bytes(Writing writing) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator out = Mapper.RECORDS.createGenerator(bytes)) {
            writing.to(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The UTF-8 bytes of an object whose fields are written. */
    public static byte[] object(Writing fields) {
        return bytes(out -> {
            out.writeStartObject();
            fields.to(out);
            out.writeEndObject();
        });
    }
}
