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
 * Sends reports, plans and work on alerts as any client would: what was not answered, or answered with "later", is sent
 * again, the same to the letter.
 */
final class Courier implements AutoCloseable {
    /** Attempts at one message; with the waits between them a restart of the service is outlived. */
    static final int ATTEMPTS_MAX = 30;
    /** Looks for an alert that is to be worked on: with what lies between them, 30 s. */
    static final int LOOKS_MAX = 120;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
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

    /** What an answer came to; it is none of those that say "later". */
    private interface Reading {

        Sent of(HttpResponse<String> answer);
    }

    /** Blocks until the message is recorded, refused or given up. */
    Sent send(Scenario.Kind kind, ObjectNode message, String token) throws InterruptedException {
        return switch (kind) {
            case REPORT -> post("api/v1/reports", message, token, Courier::settled);
            case PLAN -> post("api/v1/protests", message, token, Courier::settled);
            case ALERT -> work(message, token);
        };
    }

    /** Waits for the newest alert of a rule and a subject, and does with it what is to be done. */
    private Sent work(ObjectNode deed, String token) throws InterruptedException {
        var rule = word(deed, "rule");
        var subject = deed.has("about") ? word(deed, "about") : word(deed, "unit");
        var action = word(deed, "action");
        deed.remove(StepReader.WHICH_ALERT);
        for (var look = 1; look <= LOOKS_MAX; look++) {
            switch (deliver(request("api/v1/alerts?rule=" + rule, token).GET(),
                    answer -> newest(answer, subject))) {
                case Sent.Recorded(var id, _) when id.isEmpty() -> pace.pause(LOOK_EVERY);
                case Sent.Recorded(var id, _) -> {
                    return post("api/v1/alerts/" + id + "/" + action, deed, token, Courier::worked);
                }
                case Sent other -> {
                    return other;
                }
            }
        }
        return new Sent.Unanswered("no alert " + rule + " was raised");
    }

    private static String word(ObjectNode deed, String field) {
        return deed.path(field).asText();
    }

    private Sent post(String path, ObjectNode body, String token, Reading reading)
            throws InterruptedException {
        return deliver(request(path, token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())), reading);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private Sent deliver(HttpRequest.Builder request, Reading reading) throws InterruptedException {
        var built = request.build();
        var wait = FIRST_WAIT;
        var trouble = "";
        for (var attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                var response = client.send(built, BodyHandlers.ofString());
                if (!isLater(response.statusCode())) {
                    return reading.of(response);
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

    /** The newest alert of a list with this subject; none is an empty id. */
    private static Sent newest(HttpResponse<String> list, String subject) {
        var body = json(list.body());
        return list.statusCode() == 200 ? new Sent.Recorded(body.path("items")
                .valueStream()
                .filter(alert -> alert.path("subject").path("id").asText().equals(subject))
                .findFirst()
                .map(alert -> alert.path("id").asText())
                .orElse(""), false) : new Sent.Refused(list.statusCode(), problem(body));
    }

    private static Sent worked(HttpResponse<String> response) {
        var body = json(response.body());
        return switch (response.statusCode()) {
            case 200 -> new Sent.Recorded(body.path("id").asText(), false);
            case 409 -> new Sent.Overtaken(problem(body));
            default -> new Sent.Refused(response.statusCode(), problem(body));
        };
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
