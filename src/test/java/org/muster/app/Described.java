package org.muster.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import org.slf4j.LoggerFactory;

import org.muster.door.RawHttp;

/** What a document says of requests, answers and messages, held against those that were made. */
final class Described {
    static final JsonMapper JSON = new JsonMapper();

    private static final String BASE = "https://muster.invalid/document";

    /** The document. */
    final JsonNode document;
    private final SchemaRegistry registry;
    private final Set<String> everywhere = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Described(JsonNode document) {
        this.document = document;
        // It warns of every word that is OpenAPI's and not JSON Schema's.
        ((Logger) LoggerFactory.getLogger("com.networknt")).setLevel(Level.ERROR);
        document.path("x-headers-of-every-answer").fieldNames().forEachRemaining(everywhere::add);
        registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(BASE, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /**
     * An operation of the document.
     *
     * @param pointer where it stands
     */
    record Operation(String method, String path, String pointer, JsonNode told) {
        String id() {
            return told.path("operationId").asText();
        }

        Set<String> statuses() {
            Set<String> statuses = new TreeSet<>();
            told.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        boolean is(String method, String path) {
            return this.method.equals(method) && path
                    .matches(Pattern.quote(this.path).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"));
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path -> path.getValue()
                                .properties()
                                .forEach(method -> all
                                        .add(new Operation(method.getKey().toUpperCase(Locale.ROOT),
                                                path.getKey(), "/paths/" + escaped(path.getKey())
                                                        + '/' + method.getKey(),
                                                method.getValue()))));
        return all;
    }

    /** The operation of a request; the most literal of several. */
    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(each -> each.is(method, path))
                .min(Comparator.comparingInt(each -> each.path().contains("{") ? 1 : 0));
    }

    /** What a value has that its schema does not say, or the other way round. */
    List<String> faults(String pointer, JsonNode value) {
        return registry.getSchema(SchemaLocation.of(BASE + '#' + pointer))
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** What a request that was taken has that is not told: parameters, media type, body. */
    List<String> faultsOfRequest(Operation operation, String query, Map<String, String> headers,
            String body) {
        List<String> faults = new ArrayList<>();
        Map<String, JsonNode> parameters = new TreeMap<>();
        Map<String, String> pointers = new TreeMap<>();
        for (int i = 0; i < operation.told().path("parameters").size(); i++) {
            String at = resolved(operation.pointer() + "/parameters/" + i);
            JsonNode parameter = document.at(at);
            parameters.put(parameter.path("name").asText(), parameter);
            pointers.put(parameter.path("name").asText(), at);
        }
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String name = pair.substring(0, pair.indexOf('='));
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1),
                    StandardCharsets.UTF_8);
            if (!parameters.containsKey(name)) {
                faults.add("the parameter " + name + " is not described");
                continue;
            }
            faults.addAll(faults(pointers.get(name) + "/schema",
                    asSaid(parameters.get(name).path("schema"), value)));
        }
        if (!body.isEmpty()) {
            String type = mediaType(headers.getOrDefault("Content-Type", ""));
            String at = operation.pointer() + "/requestBody/content/" + escaped(type);
            if (document.at(at).isMissingNode()) {
                faults.add("a body of " + type + " is not described");
            } else if (!document.at(at).has("x-line")) {
                // A batch is taken whatever its lines are; each line's answer says what it was.
                faults.addAll(faultsOfBody(at, body));
            }
        }
        return faults;
    }

    /** What an answer has that is not told: status, header, media type, body. */
    List<String> faultsOfAnswer(Operation operation, RawHttp.Answer answer) {
        String at = resolved(operation.pointer() + "/responses/" + answer.status());
        JsonNode told = document.at(at);
        if (told.isMissingNode()) {
            return List.of("the status " + answer.status() + " is not described: " + answer.body());
        }
        List<String> faults = new ArrayList<>();
        Set<String> headers = new TreeSet<>(everywhere);
        told.path("headers").fieldNames().forEachRemaining(headers::add);
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(everywhere);
        known.addAll(headers);
        answer.headers()
                .keySet()
                .stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("the header " + name + " is not described"));
        if (!answer.headers().containsKey("x-request-id")) {
            faults.add("there is no X-Request-Id");
        }
        if (answer.body().isEmpty()) {
            return faults;
        }
        String type = mediaType(answer.headers().getOrDefault("content-type", ""));
        String media = at + "/content/" + escaped(type);
        if (document.at(media).isMissingNode()) {
            faults.add("an answer of " + type + " is not described");
        } else {
            faults.addAll(faultsOfBody(media, answer.body()));
        }
        return faults;
    }

    private List<String> faultsOfBody(String media, String body) {
        boolean text = document.at(resolved(media + "/schema"))
                .path("type")
                .asText()
                .equals("string");
        List<String> faults = new ArrayList<>();
        String[] values = document.at(media).has("x-line") ? body.split("\n", -1)
                : new String[] {body};
        for (String value : values) {
            if (!value.isBlank()) {
                faults.addAll(faults(media + "/schema",
                        text ? JSON.getNodeFactory().textNode(value) : read(value)));
            }
        }
        return faults;
    }

    /** Every example of the document, by where it stands, with the schema that it must keep to. */
    Map<String, String> examples() {
        Map<String, String> found = new TreeMap<>();
        look("", document, found);
        return found;
    }

    private void look(String at, JsonNode node, Map<String, String> found) {
        if (node.has("schema")) {
            if (node.has("example")) {
                found.put(at + "/example", at + "/schema");
            }
            node.path("examples")
                    .fieldNames()
                    .forEachRemaining(
                            name -> found.put(at + "/examples/" + name + "/value", at + "/schema"));
        } else if (node.path("examples").isArray() && node.has("payload")) {
            for (int i = 0; i < node.path("examples").size(); i++) {
                found.put(at + "/examples/" + i + "/payload", at + "/payload");
            }
        } else if (node.path("examples").isArray()) {
            for (int i = 0; i < node.path("examples").size(); i++) {
                found.put(at + "/examples/" + i, at);
            }
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> look(at + '/' + escaped(each.getKey()), each.getValue(),
                            found));
        }
    }

    /** Where it leads, if it is a reference. */
    String resolved(String pointer) {
        JsonNode node = document.at(pointer);
        return node.has("$ref") && node.size() == 1
                ? resolved(node.path("$ref").asText().substring(1))
                : pointer;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(json, broken);
        }
    }

    private JsonNode asSaid(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "array" -> {
                var list = JSON.createArrayNode();
                for (String each : value.split(",", -1)) {
                    list.add(each);
                }
                yield list;
            }
            case "integer" -> JSON.getNodeFactory().numberNode(Long.parseLong(value));
            default -> JSON.getNodeFactory().textNode(value);
        };
    }

    private static String mediaType(String header) {
        return header.split(";", -1)[0].strip();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
