package org.muster.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Fault;
import org.muster.model.Nearest;

/** Reads what is drawn under the areas. More than a screen can draw while it moves is refused. */
final class GroundReader {
    static final int BYTES_MAX = 8 << 20;
    static final int FEATURES_MAX = 5_000;
    static final int VERTICES_MAX = 100_000;
    private static final int FAULTS_MAX = 20;
    private static final int NAME_MAX = 64;
    private static final int ATTRIBUTION_MAX = 200;
    private static final String ATTRIBUTION = "attribution";
    private static final String COORDINATES = "coordinates";
    private static final String SIMPLER = ". Leave out what is not seen from afar, or simplify its"
            + " lines";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** How deep the positions of a geometry lie. */
    private static final Map<String, Integer> DEPTHS = Map.of("Point", 0, "LineString", 1,
            "MultiLineString", 2, "Polygon", 2, "MultiPolygon", 3);
    private static final List<String> LINES = List.of("LineString", "MultiLineString");
    private static final List<String> LINES_AND_GROUNDS = List.of("LineString", "MultiLineString",
            "Polygon", "MultiPolygon");
    private static final List<String> GROUNDS = List.of("Polygon", "MultiPolygon");
    private static final Map<String, List<String>> KINDS = Map.of("water", LINES_AND_GROUNDS,
            "green", GROUNDS, "building", GROUNDS, "road", LINES, "street", LINES, "path", LINES,
            "rail", LINES, "place", List.of("Point"));

    private final List<Fault> faults = new ArrayList<>();
    private int vertices;

    GroundMap.Read read(byte[] file) {
        if (file.length > BYTES_MAX) {
            return new GroundMap.Read.Faulty(List.of(new Fault("",
                    "has " + file.length + " bytes; the most is " + BYTES_MAX + SIMPLER)));
        }
        var drawn = new ArrayList<JsonNode>();
        JsonNode root = parse(file);
        if (root != null) {
            collect(root, drawn);
        }
        String attribution = root == null ? "" : attribution(root.path(ATTRIBUTION));
        return faults.isEmpty()
                ? new GroundMap.Read.Good(
                        new GroundMap(collection(attribution, drawn), drawn.isEmpty()))
                : new GroundMap.Read.Faulty(faults);
    }

    private @Nullable JsonNode parse(byte[] file) {
        JsonNode root = new FeatureReader(faults::add).parse(file);
        if (root != null && !(root.path("type").asText().equals("FeatureCollection")
                && root.path("features").isArray())) {
            fault("", "must be a GeoJSON FeatureCollection");
            return null;
        }
        return root;
    }

    private void collect(JsonNode root, List<JsonNode> drawn) {
        JsonNode features = root.path("features");
        if (features.size() > FEATURES_MAX) {
            fault("/features",
                    "has " + features.size() + " features; the most is " + FEATURES_MAX + SIMPLER);
            return;
        }
        for (int number = 0; number < features.size() && faults.size() < FAULTS_MAX; number++) {
            drawn.add(feature("/features/" + number, features.path(number)));
        }
        if (vertices > VERTICES_MAX) {
            fault("/features",
                    "has " + vertices + " vertices; the most is " + VERTICES_MAX + SIMPLER);
        }
    }

    private JsonNode feature(String at, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        JsonNode geometry = feature.path("geometry");
        String kind = properties.path("kind").asText("");
        String type = geometry.path("type").asText("");
        List<String> types = KINDS.get(kind);
        if (types == null) {
            fault(at + "/properties/kind",
                    (kind.isEmpty() ? "is missing"
                            : '"' + kind + "\" is none" + Nearest.hint(kind, KINDS.keySet()))
                            + "; kinds are "
                            + String.join(", ", KINDS.keySet().stream().sorted().toList()));
        } else if (types.contains(type)) {
            positions(at + "/geometry/coordinates", geometry.path(COORDINATES),
                    DEPTHS.getOrDefault(type, 0), type.endsWith("Polygon"));
        } else {
            fault(at + "/geometry", "a " + kind + " is drawn as " + String.join(" or ", types)
                    + (type.isEmpty() ? "" : ", not as " + type));
        }
        ObjectNode drawn = JSON.createObjectNode().put("type", "Feature");
        drawn.putObject("properties")
                .put("kind", kind)
                .put("name", name(at + "/properties/name", kind, properties.path("name")));
        drawn.putObject("geometry").put("type", type).set(COORDINATES, geometry.path(COORDINATES));
        return drawn;
    }

    private @Nullable String name(String at, String kind, JsonNode name) {
        if (!kind.equals("place")) {
            return null;
        }
        String text = name.asText("");
        if (text.isBlank() || text.length() > NAME_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            fault(at, "must be the place's name, at most " + NAME_MAX + " characters");
        }
        return text;
    }

    private String attribution(JsonNode attribution) {
        String text = attribution.asText("");
        if (!(attribution.isMissingNode() || attribution.isNull() || attribution.isTextual())
                || text.length() > ATTRIBUTION_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            fault("/attribution", "is one line of at most " + ATTRIBUTION_MAX + " characters");
        }
        return text;
    }

    /** @param depth how many lists deep the positions are; 0 for one itself */
    private void positions(String at, JsonNode node, int depth, boolean closed) {
        if (depth == 0) {
            position(at, node);
            return;
        }
        int least = depth > 1 ? 1 : closed ? 4 : 2;
        if (node.size() < least || !node.isArray()) {
            fault(at, depth > 1 ? "is empty" : "has at least " + least + " positions");
            return;
        }
        if (depth == 1 && closed && !node.path(0).equals(node.path(node.size() - 1))) {
            fault(at, "the ring is not closed; repeat the first position at the end");
        }
        for (int i = 0; i < node.size() && faults.size() < FAULTS_MAX; i++) {
            positions(at + "/" + i, node.path(i), depth - 1, closed);
        }
    }

    private void position(String at, JsonNode position) {
        vertices++;
        boolean good = position.isArray() && position.size() >= 2
                && Math.abs(position.path(0).asDouble()) <= 180
                && Math.abs(position.path(1).asDouble()) <= 90;
        for (JsonNode part : position) {
            good &= part.isNumber();
        }
        if (!good) {
            fault(at, "must be a position: longitude (-180 to 180), then latitude (-90 to 90)");
        }
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    /** @param attribution whose data it is; empty when nobody wants that said */
    static byte[] collection(String attribution, List<JsonNode> features) {
        ObjectNode root = JSON.createObjectNode().put("type", "FeatureCollection");
        root.put(ATTRIBUTION, attribution).putArray("features").addAll(features);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
