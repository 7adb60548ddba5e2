package org.muster.plans;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.muster.input.Faults;
import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Malformed;
import org.muster.input.Members;
import org.muster.input.StrictJson;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Shape;

/** Reads {@code place}, a GeoJSON geometry (RFC 7946). What it says of its reference system or its box has no effect. */
final class PlaceFields {

    static final Value<Shape> PLACE = PlaceFields::place;

    private static final Map<String, Drawing.Kind> KINDS = Arrays.stream(Drawing.Kind.values())
            .collect(Collectors.toMap(Drawing.Kind::type, kind -> kind));
    private static final Fields FIELDS = new Fields("a GeoJSON geometry, or null");
    private static final Field<String> TYPE = FIELDS.required("type",
            Values.known(KINDS.keySet(), "kind of place; there are Point, LineString, Polygon"));
    private static final Field<Coordinates> COORDINATES = FIELDS.required("coordinates",
            Coordinates::read);
    private static final Value<Drawn> DRAWN = FIELDS.made(PlaceFields::drawn);

    static {
        FIELDS.optional("crs", Coordinates::read);
        FIELDS.optional("bbox", Coordinates::read);
    }

    private PlaceFields() {}

    private record Drawn(Drawing.Kind kind, Coordinates coordinates) {}

    private static Drawn drawn(Members said) {
        return new Drawn(Objects.requireNonNull(KINDS.get(said.get(TYPE))), said.get(COORDINATES));
    }

    private static @Nullable Shape place(StrictJson json, Faults faults) throws Malformed {
        Drawn drawn = DRAWN.read(json, faults);
        return drawn == null ? null
                : Drawing.shape(drawn.kind(), drawn.coordinates(), json.pointer() + "/coordinates",
                        faults);
    }
}
