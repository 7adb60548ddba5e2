package org.muster.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.muster.model.Position;
import org.muster.model.Shape;

/** Places of protests as GeoJSON geometries (RFC 7946): longitude stands before latitude. */
public final class ShapeJson {

    private ShapeJson() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(Shape.class, new JsonSerializer<Shape>() {
            @Override
            public void serialize(Shape shape, JsonGenerator out, SerializerProvider provider)
                    throws IOException {
                write(out, shape);
            }
        });
        module.addDeserializer(Shape.class, new Stored());
    }

    /** Writes a shape as one value. */
    public static void write(JsonGenerator out, Shape shape) throws IOException {
        out.writeStartObject();
        switch (shape) {
            case Shape.Point(Position at) -> {
                head(out, "Point");
                position(out, at);
            }
            case Shape.Line(List<Position> positions) -> {
                head(out, "LineString");
                positions(out, positions);
            }
            case Shape.Polygon(List<List<Position>> rings) -> {
                head(out, "Polygon");
                out.writeStartArray();
                for (List<Position> ring : rings) {
                    positions(out, ring);
                }
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void head(JsonGenerator out, String type) throws IOException {
        out.writeStringField("type", type);
        out.writeFieldName("coordinates");
    }

    private static void positions(JsonGenerator out, List<Position> positions) throws IOException {
        out.writeStartArray();
        for (Position position : positions) {
            position(out, position);
        }
        out.writeEndArray();
    }

    private static void position(JsonGenerator out, Position position) throws IOException {
        out.writeStartArray();
        out.writeNumber(position.lon());
        out.writeNumber(position.lat());
        out.writeEndArray();
    }

    /** Reads what {@link #write} wrote. */
    private static final class Stored extends StdDeserializer<Shape> {

        private static final long serialVersionUID = 1L;

        Stored() {
            super(Shape.class);
        }

        @Override
        public Shape deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode shape = in.readValueAsTree();
            JsonNode coordinates = shape.path("coordinates");
            return switch (shape.path("type").asText()) {
                case "Point" -> new Shape.Point(position(coordinates));
                case "LineString" -> new Shape.Line(positions(coordinates));
                case "Polygon" -> {
                    List<List<Position>> rings = new ArrayList<>();
                    coordinates.forEach(ring -> rings.add(positions(ring)));
                    yield new Shape.Polygon(rings);
                }
                default -> throw new IOException("no shape of ours");
            };
        }

        private static List<Position> positions(JsonNode coordinates) {
            List<Position> positions = new ArrayList<>(coordinates.size());
            coordinates.forEach(position -> positions.add(position(position)));
            return positions;
        }

        private static Position position(JsonNode position) {
            return new Position(position.path(1).asDouble(), position.path(0).asDouble());
        }
    }
}
