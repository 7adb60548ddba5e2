package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where it is set that two shelve a critical alert. */
final class SecondPersonIT {
    private static final Map<String, String> TAKES_TWO = Map.of("MUSTER_ALERTS_SECOND_PERSON",
            "true");
    private static final String UNKNOWN = "muster_" + "a".repeat(43);

    @TempDir
    private Path folder;

    @Test
    void a_critical_alert_is_shelved_by_two_whose_names_are_kept_and_whose_tokens_are_not()
            throws Exception {
        var data = folder.resolve("data");
        String token;
        String other;
        String path;
        try (var service = ServiceProcess.start(data, TAKES_TWO)) {
            token = service.token("supervisor", "supervisor-1");
            other = service.token("controller", "desk-2");
            var api = new Api(service::url, token);
            assertThat(api.get("catalogue").path("shelveSecondPerson").asBoolean()).isTrue();
            path = "alerts/" + emergency(api);
            var body = shelving();
            refused(api.ask(path + "/shelve", body), "second-missing", "Muster-Second-Person");
            refused(api.beside(token, path + "/shelve", body), "second-refused", "shelves it");
            refused(api.beside(service.token("viewer", "wall"), path + "/shelve", body),
                    "second-refused", "controller or supervisor");
            refused(api.beside(service.token("controller", "desk-3", "--areas", "sheffield"),
                    path + "/shelve", body), "second-refused", "who sees this alert");
            wrongTokens(service, api, path + "/shelve", body);
            assertThat(api.get(path).path("shelvedUntil").isNull()).isTrue();

            assertThat(api.beside(other, path + "/shelve", body).status()).isEqualTo(200);
            both(api.get(path));
            assertThat(api.ask(path + "/shelve", body).status()).as("the own repeat")
                    .isEqualTo(200);
            assertThat(api.get(path + "/why").path("words").toString())
                    .contains("supervisor-1 and desk-2 put it there");
            assertThat(service.output().toString()).doesNotContain(other);
            service.kill9();
        }
        try (var service = ServiceProcess.start(data, TAKES_TWO)) {
            both(new Api(service::url, token).get(path));
            assertThat(new Api(service::url, other).ask(path + "/unshelve").status())
                    .isEqualTo(200);
            assertThat(service.stop()).isZero();
        }
        isNowhere(other, data);
    }

    /** Revoked and unknown ones; five count, then they wait. */
    private static void wrongTokens(ServiceProcess service, Api api, String path, JsonNode body)
            throws Exception {
        var gone = service.token("controller", "desk-4");
        service.revoke("desk-4");
        var his = new Api(service::url, gone);
        Eventually.until("revoked", () -> status(his) == 401, () -> "still good");
        refused(api.beside(gone, path, body), "second-refused", "not known, or it has ended");
        for (int i = 0; i < 4; i++) {
            refused(api.beside(UNKNOWN, path, body), "second-refused", "not known");
        }
        assertThat(api.beside(UNKNOWN, path, body).status()).isEqualTo(429);
    }

    private static int status(Api api) {
        try {
            return api.status("session");
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void refused(Api.Answer answer, String code, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).contains(words);
    }

    private static void both(JsonNode alert) {
        assertThat(alert.path("shelvedBy").asText()).isEqualTo("supervisor-1");
        assertThat(alert.path("shelvedSecond").asText()).isEqualTo("desk-2");
        JsonNode deed = alert.path("history").path(alert.path("history").size() - 1);
        assertThat(deed.path("what").asText()).isEqualTo("alert-shelved");
        assertThat(deed.path("second").asText()).isEqualTo("desk-2");
    }

    private static void isNowhere(String secret, Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(secret);
            }
        }
    }

    private static String emergency(Api api) throws Exception {
        var answer = api.report(Api.parsed("{\"observedAt\":\"" + Instant.now()
                + "\",\"emergency\":true,\"onBehalfOf\":\"RT21\","
                + "\"location\":{\"lat\":53.3966,\"lon\":-1.2537}}"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return api.get("alerts?severity=critical").path("items").path(0).path("id").asText();
    }

    private static JsonNode shelving() {
        return Api.parsed("{\"until\":\"" + Instant.now().plus(2, ChronoUnit.HOURS)
                + "\",\"reason\":\"Found well\"}");
    }
}
