package org.muster.geo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

import org.muster.model.Fault;

/** Reads the features of a GeoJSON text (RFC 7946), each by itself. A {@code crs} member is ignored. */
final class FeatureReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int TEXT_MAX = 64;

    private final Consumer<Fault> faults;

    FeatureReader(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** The faultless features, in the file's order. */
    List<MapArea> read(byte[] file) {
        JsonNode root = parse(file);
        if (root == null) {
            return List.of();
        }
        JsonNode features = root.path("features");
        if (!root.path("type").asText().equals("FeatureCollection") || !features.isArray()
                || features.isEmpty()) {
            fault("", "must be a GeoJSON FeatureCollection with at least one feature");
            return List.of();
        }
        var areas = new ArrayList<MapArea>();
        for (int number = 0; number < features.size(); number++) {
            MapArea area = area(number, features.path(number));
            if (area != null) {
                areas.add(area);
            }
        }
        return areas;
    }

    /** Features put into one collection, in UTF-8. */
    static byte[] collection(List<JsonNode> features) {
        var root = JSON.createObjectNode().put("type", "FeatureCollection");
        root.putArray("features").addAll(features);
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        }
    }

    @Nullable
    JsonNode parse(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException syntax) {
            int line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
            fault("", "this is not JSON, line " + line + ": "
                    + String.valueOf(syntax.getOriginalMessage()).lines().findFirst().orElse(""));
        } catch (IOException unreadable) {
            fault("", "this is not JSON: " + unreadable.getMessage());
        }
        return null;
    }

    private @Nullable MapArea area(int number, JsonNode feature) {
        String where = "/features/" + number;
        JsonNode properties = feature.path("properties");
        String id = id(where + "/properties/id", properties.path("id"));
        String name = name(where + "/properties/name", properties.path("name"));
        JsonNode parent = properties.path("parent");
        boolean parentIsGood = parent.isMissingNode() || parent.isNull() || parent.isTextual();
        if (!parentIsGood) {
            fault(where + "/properties/parent", "must be the id of another feature, or null");
        }
        Geometry geometry = new ShapeReader(faults).read(where + "/geometry",
                feature.path("geometry"));
        return id == null || name == null || geometry == null || !parentIsGood ? null
                : new MapArea(number, id, name, parent.isTextual() ? parent.asText() : null,
                        geometry, feature);
    }

    private @Nullable String id(String where, JsonNode id) {
        String text = id.isTextual() ? id.asText() : "";
        if (text.length() > TEXT_MAX || !SLUG.matcher(text).matches()) {
            fault(where, (text.isEmpty() ? "is missing" : '"' + text + "\" is not a slug")
                    + "; write lower-case letters, digits and single hyphens, at most 64 characters");
            return null;
        }
        return text;
    }

    private @Nullable String name(String where, JsonNode name) {
        String text = name.isTextual() ? name.asText() : "";
        if (text.isBlank() || text.length() > TEXT_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            fault(where, "must be the area's name as people read it, at most 64 characters");
            return null;
        }
        return text;
    }

    private void fault(String pointer, String detail) {
        faults.accept(new Fault(pointer, detail));
    }
}
