package org.muster.exercise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends reports and plans as any client would: what was not answered, or answered with "later", is sent again with the
 * same id.
 */
final class Courier implements AutoCloseable {
    /** Attempts at one message; with the waits between them a restart of the service is outlived. */
    static final int ATTEMPTS_MAX = 30;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final URI service;
    private final Pace pace;
    private final Consumer<String> say;

    /**
     * @param service address of the service, ending in a slash
     * @param say takes one line for people whenever something has to be sent again
     */
    Courier(URI service, Pace pace, Consumer<String> say) {
        this.service = service;
        this.pace = pace;
        this.say = say;
    }

    /** Blocks until the message is recorded, refused or given up. */
    Sent send(Scenario.Kind kind, ObjectNode message, String token) throws InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(switch (kind) {
            case REPORT -> "api/v1/reports";
            case PLAN -> "api/v1/protests";
        }))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.toString()))
                .build();
        var wait = FIRST_WAIT;
        var trouble = "";
        for (var attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                var response = client.send(request, BodyHandlers.ofString());
                if (!isLater(response.statusCode())) {
                    return settled(response);
                }
                trouble = "the service answers " + response.statusCode();
            } catch (IOException lost) {
                trouble = "no answer (" + lost.getClass().getSimpleName() + ")";
            }
            say.accept("    " + trouble + "; sending the same again in " + wait.toMillis() + " ms");
            pace.pause(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2)
                    : LONGEST_WAIT;
        }
        return new Sent.Unanswered(trouble);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static boolean isLater(int status) {
        return status == 429 || status == 503;
    }

    private static Sent settled(HttpResponse<String> response) {
        var body = json(response.body());
        return switch (response.statusCode()) {
            case 200, 201 -> new Sent.Recorded(subject(body), response.statusCode() == 200);
            default -> new Sent.Refused(response.statusCode(), problem(body));
        };
    }

    /** A receipt names the subject of the report; a planned protest answers with itself. */
    private static String subject(JsonNode body) {
        return Stream.of("incident", "protest", "id")
                .map(name -> body.path(name).asText(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String problem(JsonNode body) {
        var words = new StringBuilder(body.path("detail").asText(body.path("title").asText()));
        for (var error : body.path("errors")) {
            words.append("; ")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        return words.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }
}
