package org.muster.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Schemas for people: what kind of value it is in a few words, and the fields of objects one by one. */
final class SchemaPart {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final int DEPTH_MAX = 4;

    private final Html out;
    private final JsonNode document;

    /** @param document in which references are looked up */
    SchemaPart(Html out, JsonNode document) {
        this.out = out;
        this.document = document;
    }

    /** The address on the page of what a reference names. */
    static String anchor(String name) {
        return "schema-" + name;
    }

    private static String name(JsonNode schema) {
        return schema.path("$ref").asText().replace(SCHEMAS, "");
    }

    /** A named schema as a section of its own. */
    void named(String name, JsonNode schema) {
        out.open("section", "id", anchor(name), "class", "schema").element("h3", name);
        describe(schema);
        if (isPlain(schema)) {
            out.open("p").raw(kind(schema)).close("p");
        }
        fields(schema, 0);
        for (JsonNode example : schema.path("examples")) {
            example("Example", example);
        }
        out.close("section");
    }

    /** What a message or a body is made of, where it is used. */
    void body(JsonNode schema) {
        describe(schema);
        fields(schema, 0);
    }

    /** What a value is, in words with links. */
    void kindOf(JsonNode schema) {
        out.raw(kind(schema));
    }

    /** A JSON value as one would send it. */
    void example(String label, JsonNode value) {
        out.open("figure")
                .element("figcaption", label)
                .open("pre")
                .element("code", value.isTextual() ? value.textValue() : Pretty.text(value))
                .close("pre")
                .close("figure");
    }

    private void describe(JsonNode schema) {
        if (schema.has("description")) {
            out.raw(Markup.blocks(schema.path("description").asText()));
        }
    }

    private static boolean isPlain(JsonNode schema) {
        return !schema.has("properties") && !schema.has("allOf");
    }

    private void fields(JsonNode schema, int depth) {
        List<JsonNode> parts = new ArrayList<>();
        schema.path("allOf").forEach(part -> {
            if (part.has("$ref")) {
                parts.add(resolved(part));
            }
        });
        parts.add(schema);
        if (parts.stream().anyMatch(part -> part.path("properties").size() > 0)) {
            out.open("dl", "class", "fields");
            for (JsonNode part : parts) {
                part.path("properties")
                        .properties()
                        .forEach(field -> field(field.getKey(), field.getValue(),
                                isRequired(part, field.getKey())
                                        || isRequired(schema, field.getKey()),
                                depth));
            }
            out.close("dl");
        }
        choices(schema);
    }

    private void choices(JsonNode schema) {
        if (schema.path("oneOf").size() > 0) {
            out.open("p").text("Beside these the fields of ");
            String between = "";
            for (JsonNode each : schema.path("oneOf")) {
                out.text(between).raw(kind(each));
                between = ", or of ";
            }
            out.text(".").close("p");
        }
        boolean byType = false;
        for (JsonNode rule : schema.path("allOf")) {
            if (rule.has("if")) {
                out.raw(byType ? "" : "<h4>body, by type</h4><dl class=\"choices\">");
                byType = true;
                out.open("div")
                        .open("dt")
                        .element("code", rule.at("/if/properties/type/const").asText())
                        .close("dt")
                        .open("dd")
                        .raw(kind(rule.at("/then/properties/body")))
                        .close("dd")
                        .close("div");
            }
        }
        out.raw(byType ? "</dl>" : "");
    }

    private void field(String name, JsonNode schema, boolean required, int depth) {
        out.open("div").open("dt").element("code", name).text(" ");
        out.open("span", "class", "kind").raw(kind(schema)).close("span");
        if (required) {
            out.text(" ").element("span", "always", "class", "always");
        }
        out.close("dt").open("dd");
        // Who names a kind of value and says no more of it means what the kind says of itself.
        out.raw(Markup
                .words((schema.has("description") ? schema : resolved(schema)).path("description")
                        .asText()));
        JsonNode items = schema.path("type").asText().equals("array") ? schema.path("items")
                : schema;
        if (items.has("properties") && depth < DEPTH_MAX) {
            fields(items, depth + 1);
        }
        out.close("dd").close("div");
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (JsonNode each : schema.path("required")) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private String kind(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = name(schema);
            return new Html().element("a", name, "href", '#' + anchor(name)).toString();
        }
        if (schema.has("anyOf") || (schema.has("oneOf") && !schema.has("properties"))) {
            List<String> any = new ArrayList<>();
            schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").forEach(one -> any.add(kind(one)));
            return String.join(" or ", any);
        }
        if (schema.has("const")) {
            return code(schema.path("const").asText());
        }
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.path("enum").forEach(word -> words.add(code(word.asText())));
            return String.join(", ", words);
        }
        return typed(schema);
    }

    private String typed(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText() + limits(schema) + " or null";
        }
        return switch (type.asText()) {
            case "array" ->
                    "list of " + (schema.has("items") ? kind(schema.path("items")) : "values")
                            + (schema.has("maxItems")
                                    ? ", at most " + schema.path("maxItems").asText()
                                    : "");
            case "object" -> schema.path("additionalProperties").isObject()
                    ? "object: each a " + kind(schema.path("additionalProperties"))
                    : "object";
            case "integer" -> "whole number" + limits(schema);
            case "" -> "anything";
            default -> type.asText() + limits(schema);
        };
    }

    private static String limits(JsonNode schema) {
        StringBuilder said = new StringBuilder();
        if (schema.has("format")) {
            said.append(" (").append(schema.path("format").asText()).append(')');
        }
        if (schema.has("maximum")) {
            said.append(" from ")
                    .append(number(schema.path("minimum")))
                    .append(" to ")
                    .append(number(schema.path("maximum")));
        } else if (schema.has("minimum")) {
            said.append(" from ").append(number(schema.path("minimum")));
        }
        if (schema.has("maxLength")) {
            said.append(" of at most ").append(number(schema.path("maxLength")));
        }
        return said.toString();
    }

    private static String number(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }

    private static String code(String text) {
        return new Html().element("code", text).toString();
    }
}
