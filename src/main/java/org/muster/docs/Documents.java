package org.muster.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The two documents of the interface. What both speak of stands in the first alone; the second is served as one whole,
 * with all that it takes from there. Nobody changes the trees.
 *
 * @param openapi requests and answers (OpenAPI 3.1)
 * @param asyncapi the stream (AsyncAPI 3.0)
 */
public record Documents(JsonNode openapi, JsonNode asyncapi) {
    static final String OPENAPI = "openapi.yaml";
    static final String ASYNCAPI = "asyncapi.yaml";

    private static final String SCHEMAS = "/components/schemas/";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build());

    /** Reads them out of the program. */
    public static Documents load() {
        try {
            JsonNode openapi = YAML.readTree(bytes(OPENAPI));
            JsonNode asyncapi = YAML.readTree(bytes(ASYNCAPI));
            bring(openapi, asyncapi, (ObjectNode) asyncapi.at("/components/schemas"));
            return new Documents(openapi, asyncapi);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A piece of the page that stands in a file of its own. */
    static String page(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The first document as its authors wrote it, in UTF-8. */
    static byte[] openapiFile() {
        return bytes(OPENAPI);
    }

    /** The second as one whole, in UTF-8. */
    byte[] asyncapiFile() {
        try {
            return YAML.writeValueAsBytes(asyncapi);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Makes references to the other document references within this one, and brings what they name along. */
    private static void bring(JsonNode from, JsonNode within, ObjectNode schemas) {
        JsonNode reference = within.path("$ref");
        if (reference.isTextual()) {
            String name = reference.textValue().substring(reference.textValue().indexOf('#') + 1);
            ((ObjectNode) within).put("$ref", '#' + name);
            if (name.startsWith(SCHEMAS) && !schemas.has(name.substring(SCHEMAS.length()))) {
                JsonNode schema = from.at(name).deepCopy();
                schemas.set(name.substring(SCHEMAS.length()), schema);
                bring(from, schema, schemas);
            }
        }
        if (within.isContainerNode()) {
            // A copy, since what is brought is added while one looks.
            List<JsonNode> members = new ArrayList<>();
            within.forEach(members::add);
            members.forEach(each -> bring(from, each, schemas));
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in this program");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
