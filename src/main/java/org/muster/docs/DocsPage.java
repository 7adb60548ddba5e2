package org.muster.docs;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import org.muster.docs.OperationPart.Operation;

/**
 * Both documents as one page for people, with how to begin before them. It needs nothing but itself, its style and its
 * script; without the script it lacks only the choice of colours.
 */
final class DocsPage {
    private final Html out = new Html();
    private final Documents documents;
    private final List<Operation> operations;
    private final SchemaPart schemas;

    DocsPage(Documents documents) {
        this.documents = documents;
        this.operations = OperationPart.of(documents.openapi());
        this.schemas = new SchemaPart(out, documents.openapi());
    }

    String html() {
        out.raw(Documents.page("head.html"));
        contents();
        out.open("main", "id", "main", "tabindex", "-1").element("h1", "Muster: the interface");
        out.open("section", "id", "begin")
                .raw(Markup.blocks(Documents.page("begin.md")))
                .close("section");
        out.open("section", "id", "conventions").element("h2", "Conventions");
        String description = documents.openapi().at("/info/description").asText();
        out.raw(Markup.blocks(description.substring(description.indexOf("- **Text**"))))
                .close("section");
        for (JsonNode tag : documents.openapi().path("tags")) {
            section(tag);
        }
        out.open("section", "id", "the-stream").element("h2", "The stream");
        new StreamPart(out, documents.asyncapi(), new SchemaPart(out, documents.asyncapi()))
                .write();
        out.close("section");
        errors();
        metrics();
        everyAnswer();
        out.open("section", "id", "schemas").element("h2", "Schemas");
        documents.openapi()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schemas.named(schema.getKey(), schema.getValue()));
        out.close("section").close("main").close("div").raw("</body>\n</html>\n");
        return out.toString();
    }

    private void contents() {
        out.open("nav", "aria-label", "Contents")
                .open("details", "id", "contents", "open", "")
                .element("summary", "Contents")
                .open("ul");
        entry("begin", "How to begin");
        entry("conventions", "Conventions");
        for (JsonNode tag : documents.openapi().path("tags")) {
            String name = tag.path("name").asText();
            out.open("li").element("a", name, "href", '#' + anchor(name)).open("ul");
            for (Operation operation : operations) {
                if (operation.tag().equals(name)) {
                    entry(operation.id(), operation.told().path("summary").asText());
                }
            }
            out.close("ul").close("li");
        }
        entry("the-stream", "The stream");
        entry("errors", "Errors");
        entry("the-metrics", "Metrics");
        entry("every-answer", "Headers of every answer");
        entry("schemas", "Schemas");
        out.close("ul").close("details").close("nav");
    }

    private void entry(String anchor, String words) {
        out.open("li").element("a", words, "href", '#' + anchor).close("li");
    }

    private void section(JsonNode tag) {
        String name = tag.path("name").asText();
        out.open("section", "id", anchor(name)).element("h2", name);
        out.raw(Markup.blocks(tag.path("description").asText()));
        OperationPart part = new OperationPart(out, documents.openapi(), schemas);
        operations.stream().filter(operation -> operation.tag().equals(name)).forEach(part::write);
        out.close("section");
    }

    private void errors() {
        out.open("section", "id", "errors").element("h2", "Errors");
        out.raw(Markup.blocks("Every refusal is a [Problem](#schema-Problem). Its `code` is stable;"
                + " `detail` says in words what is wrong and what would be right."));
        out.open("dl", "class", "fields");
        for (JsonNode problem : documents.openapi().path("x-problems")) {
            out.open("div").open("dt").element("code", problem.path("code").asText()).text(" ");
            out.element("span",
                    problem.path("status").asText() + ' ' + problem.path("title").asText(), "class",
                    "kind").close("dt");
            out.open("dd").raw(Markup.words(problem.path("do").asText())).close("dd").close("div");
        }
        out.close("dl").close("section");
    }

    private void metrics() {
        out.open("section", "id", "the-metrics").element("h2", "Metrics");
        out.raw(Markup.blocks("What [`/metrics`](#metrics) tells. Beside each histogram"
                + " stands a gauge `…_max`, the greatest of the last minutes."));
        out.open("dl", "class", "fields");
        for (JsonNode metric : documents.openapi().at("/paths/~1metrics/get/x-metrics")) {
            out.open("div").open("dt").element("code", metric.path("name").asText()).text(" ");
            out.element("span", metric.path("kind").asText(), "class", "kind").close("dt");
            out.open("dd").raw(Markup.words(metric.path("help").asText()));
            if (metric.has("labels")) {
                out.text(". Labels: ").raw(Markup.words(metric.path("labels").asText()));
            }
            out.close("dd").close("div");
        }
        out.close("dl").close("section");
    }

    private void everyAnswer() {
        out.open("section", "id", "every-answer").element("h2", "Headers of every answer");
        out.open("dl", "class", "fields");
        documents.openapi().path("x-headers-of-every-answer").properties().forEach(header -> {
            out.open("div").open("dt").element("code", header.getKey()).close("dt");
            out.open("dd").raw(Markup.words(header.getValue().asText())).close("dd").close("div");
        });
        out.close("dl").close("section");
    }

    private static String anchor(String tag) {
        return "tag-" + tag.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
