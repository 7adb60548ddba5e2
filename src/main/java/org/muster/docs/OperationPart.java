package org.muster.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation for people: who may, what goes in, what comes out, what is refused. */
final class OperationPart {
    private final Html out;
    private final JsonNode document;
    private final SchemaPart schemas;

    OperationPart(Html out, JsonNode document, SchemaPart schemas) {
        this.out = out;
        this.document = document;
        this.schemas = schemas;
    }

    /**
     * An operation of the document.
     *
     * @param method in capitals
     */
    record Operation(String method, String path, JsonNode told) {
        String id() {
            return told.path("operationId").asText();
        }

        String tag() {
            return told.path("tags").path(0).asText();
        }
    }

    /** All of them, in the document's order. */
    static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> all
                                .add(new Operation(method.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(), method.getValue()))));
        return all;
    }

    void write(Operation operation) {
        JsonNode told = operation.told();
        out.open("article", "id", operation.id(), "class", "operation");
        out.open("h3").text(told.path("summary").asText()).close("h3");
        out.open("p", "class", "address")
                .element("span", operation.method(), "class",
                        "method " + operation.method().toLowerCase(Locale.ROOT))
                .text(" ")
                .element("code", operation.path())
                .close("p");
        out.raw(Markup.blocks(told.path("description").asText()));
        parameters(told.path("parameters"));
        body(told.path("requestBody"));
        answers(told.path("responses"));
        out.close("article");
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        out.element("h4", "Parameters").open("dl", "class", "fields");
        for (JsonNode each : parameters) {
            JsonNode parameter = resolved(each);
            JsonNode schema = parameter.path("schema");
            boolean list = schema.path("type").asText().equals("array");
            out.open("div").open("dt").element("code", parameter.path("name").asText()).text(" ");
            out.open("span", "class", "kind");
            schemas.kindOf(list ? schema.path("items") : schema);
            out.text(list ? ", more with commas" : "").close("span").text(" ");
            out.element("span", "in the " + parameter.path("in").asText(), "class", "where");
            if (parameter.path("required").asBoolean()) {
                out.text(" ").element("span", "always", "class", "always");
            }
            out.close("dt").open("dd").raw(Markup.words(parameter.path("description").asText()));
            if (schema.has("default")) {
                out.text(" Left out: ").element("code", schema.path("default").asText()).text(".");
            }
            out.close("dd").close("div");
        }
        out.close("dl");
    }

    private void body(JsonNode body) {
        if (body.isMissingNode()) {
            return;
        }
        out.element("h4", body.path("required").asBoolean() ? "Body" : "Body, may be left out");
        if (body.has("description")) {
            out.raw(Markup.blocks(body.path("description").asText()));
        }
        contents(body.path("content"));
    }

    private void answers(JsonNode answers) {
        out.element("h4", "Answers").open("dl", "class", "answers");
        List<String> refusals = new ArrayList<>();
        answers.properties().forEach(answer -> {
            if (answer.getKey().charAt(0) < '4') {
                answer(answer.getKey(), resolved(answer.getValue()));
            } else {
                refusals.add(answer.getKey());
            }
        });
        out.close("dl");
        if (!refusals.isEmpty()) {
            out.open("details")
                    .element("summary", "Refused with " + String.join(", ", refusals))
                    .open("dl", "class", "answers");
            refusals.forEach(status -> answer(status, resolved(answers.path(status))));
            out.close("dl").close("details");
        }
    }

    private void answer(String status, JsonNode answer) {
        out.open("div").open("dt").element("code", status).close("dt").open("dd");
        out.raw(Markup.blocks(answer.path("description").asText()));
        List<String> headers = new ArrayList<>();
        answer.path("headers").fieldNames().forEachRemaining(name -> {
            if (!name.equals("X-Request-Id")) {
                headers.add(name);
            }
        });
        if (!headers.isEmpty()) {
            out.open("p").text("Headers: ").text(String.join(", ", headers)).close("p");
        }
        contents(answer.path("content"));
        out.close("dd").close("div");
    }

    private void contents(JsonNode content) {
        content.properties().forEach(type -> {
            JsonNode media = type.getValue();
            out.open("p").element("code", type.getKey()).text(": ");
            schemas.kindOf(media.path("schema"));
            out.text(media.has("x-line") ? ", one a line" : "").close("p");
            media.path("examples")
                    .properties()
                    .forEach(example -> schemas.example(
                            example.getValue().path("summary").asText("Example"),
                            example.getValue().path("value")));
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
