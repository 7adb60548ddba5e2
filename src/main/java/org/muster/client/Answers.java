package org.muster.client;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What bodies of answers say; one that is no JSON says nothing. */
final class Answers {
    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    /** Why the same should be sent again later; empty when the answer is settled. */
    static String later(int status, String body) {
        if (status != 429 && status != 503) {
            return "";
        }
        var words = problem(body);
        return "the service answers " + status + (words.isEmpty() ? "" : ": " + words);
    }

    /** What is wrong, in the service's words, with every place it names. */
    static String problem(String body) {
        return problem(json(body));
    }

    /** The same of a document. */
    static String problem(JsonNode body) {
        var words = new StringBuilder(body.path("detail").asText(body.path("title").asText()));
        for (var error : body.path("errors")) {
            words.append("; ")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        return words.toString();
    }

    /** A receipt names the subject of the report; a planned protest answers with itself. */
    static Recorded recorded(int status, JsonNode body) {
        var subject = Stream.of("incident", "protest", "id")
                .map(name -> body.path(name).asText(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        return new Recorded(subject, status == 200);
    }

    /** The document, or an empty one. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
