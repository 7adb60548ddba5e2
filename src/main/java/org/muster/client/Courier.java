package org.muster.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends reports and plans as any client would: what was not answered, or answered with "later", is sent again with the
 * same id. Any thread; each call blocks.
 */
public final class Courier implements AutoCloseable {
    /** Where reports go. */
    public static final String REPORTS = "api/v1/reports";
    /** Where plans go. */
    public static final String PROTESTS = "api/v1/protests";

    /** Attempts at one message; with the waits between them a restart of the service is outlived. */
    static final int ATTEMPTS_MAX = 30;
    /** Attempts to find somebody there: a person waits for the answer, and can try again. */
    static final int KNOCKS_MAX = 3;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    /** The service asks for seconds; whatever stands in its way and asks for more is tried sooner. */
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);
    /** Retry-After in seconds; its other form, a date, is taken for none. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();
    private final URI service;
    private final Pace pace;
    private final Consumer<String> say;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /**
     * @param service address of the service, ending in a slash
     * @param say takes one line for people whenever something has to be sent again for a reason that is a trouble; any
     *            thread
     */
    public Courier(URI service, Pace pace, Consumer<String> say) {
        this.service = service;
        this.pace = pace;
        this.say = say;
    }

    /** Blocks until the message is recorded, refused or given up. */
    public Reply<Recorded> send(String path, ObjectNode message, String token)
            throws InterruptedException {
        return reply(post(path, "application/json", message.toString(), token), ATTEMPTS_MAX, token,
                answer -> new Reply.Good<>(
                        Answers.recorded(answer.statusCode(), Answers.json(answer.body()))));
    }

    /** Asks a question, as patiently as messages are sent. */
    public Reply<JsonNode> ask(String path, String token) throws InterruptedException {
        return ask(path, token, ATTEMPTS_MAX);
    }

    /** Asks whether somebody is there at all, and gives up soon. */
    public Reply<JsonNode> knock(String path, String token) throws InterruptedException {
        return ask(path, token, KNOCKS_MAX);
    }

    private Reply<JsonNode> ask(String path, String token, int attemptsMax)
            throws InterruptedException {
        return reply(to(path, token).GET().build(), attemptsMax, token,
                answer -> new Reply.Good<>(Answers.json(answer.body())));
    }

    /** One request of a batch, for {@link Batch}: its answer as it came. */
    Reply<String> lines(String body, String token) throws InterruptedException {
        return reply(post(REPORTS, "application/x-ndjson", body, token), ATTEMPTS_MAX, token,
                answer -> new Reply.Good<>(answer.body()));
    }

    /** Waits before the attempt after this one, and says so. */
    void again(String trouble, int attempt, Duration asked) throws InterruptedException {
        var backoff = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        var wait = max(asked, min(backoff, LONGEST_WAIT));
        say.accept("    " + trouble + "; sending the same again in " + wait.toMillis() + " ms");
        pace.pause(wait);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private <T> Reply<T> reply(HttpRequest request, int attemptsMax, String token,
            Function<HttpResponse<String>, Reply<T>> settled) throws InterruptedException {
        var gate = gates.computeIfAbsent(token, _ -> new Gate(pace));
        var trouble = "";
        for (var attempt = 1; attempt <= attemptsMax; attempt++) {
            gate.pass();
            var asked = Duration.ZERO;
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                asked = retryAfter(answer);
                trouble = Answers.later(answer.statusCode(), answer.body());
                if (trouble.isEmpty()) {
                    gate.taken();
                    return answer.statusCode() < 300 ? settled.apply(answer)
                            : new Reply.Refused<>(answer.statusCode(),
                                    Answers.problem(answer.body()));
                }
                if (answer.statusCode() == 429 && asked.isPositive()) {
                    gate.refused(asked);
                    continue;
                }
            } catch (IOException lost) {
                trouble = "no answer (" + lost.getClass().getSimpleName() + ")";
            }
            if (attempt < attemptsMax) {
                again(trouble, attempt, asked);
            }
        }
        return new Reply.Unanswered<>(trouble);
    }

    private HttpRequest post(String path, String type, String body, String token) {
        return to(path, token).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        var seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(0L);
        return min(Duration.ofSeconds(seconds), LONGEST_ASKED);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
