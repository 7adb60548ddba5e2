package org.muster.docs;

import com.fasterxml.jackson.databind.JsonNode;

/** The stream for people: how to begin, what is said on either side, topics, and why it ends. */
final class StreamPart {
    private final Html out;
    private final JsonNode document;
    private final SchemaPart schemas;

    /** @param schemas of this very document */
    StreamPart(Html out, JsonNode document, SchemaPart schemas) {
        this.out = out;
        this.document = document;
        this.schemas = schemas;
    }

    void write() {
        JsonNode stream = document.at("/channels/stream");
        out.open("p", "class", "address")
                .element("span", "WebSocket", "class", "method ws")
                .text(" ")
                .element("code", stream.path("address").asText())
                .close("p");
        out.raw(Markup.blocks(stream.path("description").asText()));
        document.path("operations").forEach(this::side);
        topics();
        closeCodes();
    }

    private void side(JsonNode operation) {
        out.element("h3", operation.path("title").asText())
                .raw(Markup.blocks(operation.path("summary").asText()));
        for (JsonNode reference : operation.path("messages")) {
            JsonNode message = at(at(reference));
            String name = message.path("name").asText();
            out.open("article", "id", "message-" + name, "class", "operation")
                    .open("h4")
                    .element("code", name)
                    .text(": " + message.path("title").asText())
                    .close("h4");
            schemas.body(at(message.path("payload")));
            for (JsonNode example : message.path("examples")) {
                schemas.example(example.path("summary").asText("Example"), example.path("payload"));
            }
            out.close("article");
        }
    }

    private void topics() {
        out.element("h3", "Topics").open("dl", "class", "fields");
        for (JsonNode topic : document.path("x-topics")) {
            out.open("div").open("dt").element("code", topic.path("topic").asText()).text(" ");
            out.element("span", topic.path("who").asText(), "class", "kind").close("dt");
            out.open("dd")
                    .text("Entries: ")
                    .raw(Markup.words(topic.path("entries").asText()))
                    .text(". Objects: ")
                    .raw(Markup.words(topic.path("objects").asText()))
                    .text(".")
                    .close("dd")
                    .close("div");
        }
        out.close("dl");
    }

    private void closeCodes() {
        out.element("h3", "Close codes", "id", "close-codes").open("dl", "class", "answers");
        for (JsonNode code : document.path("x-close-codes")) {
            out.open("div").open("dt").element("code", code.path("code").asText()).close("dt");
            out.open("dd")
                    .text(code.path("means").asText() + ' ')
                    .raw(Markup.words(code.path("do").asText()))
                    .close("dd")
                    .close("div");
        }
        out.close("dl");
    }

    private JsonNode at(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
