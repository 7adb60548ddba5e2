package org.muster.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.muster.wire.Json;

/** Alertmanager's API v2, as far as it is needed: the one call that takes alerts. */
final class Alertmanager implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int WORDS_MAX = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI alerts;
    private final String tokenFile;

    /** @param tokenFile empty for none */
    Alertmanager(String url, String tokenFile) {
        alerts = URI.create(url + (url.endsWith("/") ? "" : "/") + "api/v2/alerts");
        this.tokenFile = tokenFile;
    }

    /** One that it will never take as it is, and why. */
    record Refused(Notice notice, String why) {}

    /**
     * It has them when this returns, but for those that it refuses for what they are. Sent again, they are the same.
     * Fails when it takes none at all, and then some may have arrived.
     */
    List<Refused> send(List<Notice> notices) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(notices);
        if (answer.statusCode() / 100 == 2) {
            return List.of();
        }
        if (!isOfContent(answer.statusCode()) || notices.isEmpty()) {
            throw new IOException(words(answer));
        }
        if (notices.size() == 1) {
            // What refuses even nothing refuses it not for what it is.
            send(List.of());
            return List.of(new Refused(notices.getFirst(), words(answer)));
        }
        int half = notices.size() / 2;
        List<Refused> refused = new ArrayList<>(send(notices.subList(0, half)));
        refused.addAll(send(notices.subList(half, notices.size())));
        return refused;
    }

    private HttpResponse<String> post(List<Notice> notices)
            throws IOException, InterruptedException {
        byte[] body = Json.bytes(out -> {
            out.writeStartArray();
            for (Notice notice : notices) {
                notice.write(out);
            }
            out.writeEndArray();
        });
        HttpRequest.Builder request = HttpRequest.newBuilder(alerts)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!tokenFile.isEmpty()) {
            request.header("Authorization", "Bearer "
                    + Files.readString(Path.of(tokenFile), StandardCharsets.UTF_8).strip());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether it says so of what was sent: malformed, too large, or of no sense to it. */
    private static boolean isOfContent(int status) {
        return status == 400 || status == 413 || status == 422;
    }

    private static String words(HttpResponse<String> answer) {
        String words = answer.body().strip();
        return "it answered " + answer.statusCode() + " "
                + words.substring(0, Math.min(WORDS_MAX, words.length()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
