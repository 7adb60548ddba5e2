package org.muster.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.muster.model.Injured;
import org.muster.model.Slug;

/**
 * Binds our own records to JSON and back. Components stand in the order of their declaration, nothing is written for
 * null, closed sets by their slug, instants with milliseconds, maps in the order of their keys: equal records give
 * equal bytes. Only for what we wrote ourselves; what comes from outside is read elsewhere.
 */
public final class Mapper {

    /** The one mapper; safe for all threads. */
    public static final JsonMapper RECORDS = JsonMapper.builder()
            .addModule(module())
            .addMixIn(Injured.class, InjuredNames.class)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Mapper() {}

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule("muster");
        module.addSerializer(Slug.class, new SlugSerializer());
        module.addSerializer(Instant.class, new InstantSerializer());
        module.addDeserializer(Instant.class, new InstantDeserializer());
        ReportSerializers.addTo(module);
        ShapeJson.addTo(module);
        module.setDeserializerModifier(new SlugEnums());
        return module;
    }

    /** What Java has no word for. */
    private interface InjuredNames {

        @JsonProperty("public")
        int people();
    }

    private static final class SlugSerializer extends JsonSerializer<Slug> {

        @Override
        public void serialize(Slug value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.slug());
        }
    }

    private static final class InstantSerializer extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(Times.text(value));
        }
    }

    private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return Times.parse(in.getText());
        }
    }

    /** Reads each enum that is a {@link Slug} by its slug. */
    private static final class SlugEnums extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config,
                JavaType type, BeanDescription description, JsonDeserializer<?> otherwise) {
            return Slug.class.isAssignableFrom(type.getRawClass())
                    ? new SlugDeserializer(type.getRawClass())
                    : otherwise;
        }
    }

    private static final class SlugDeserializer extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        SlugDeserializer(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String slug = in.getText();
            return Arrays.stream(handledType().getEnumConstants())
                    .filter(constant -> ((Slug) constant).slug().equals(slug))
                    .findAny()
                    .orElseThrow(() -> new IOException(
                            "no " + handledType().getSimpleName() + " is called " + slug));
        }
    }
}
