package org.muster.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.Role;

/** Whom the door takes for the second person of a deed. */
final class SecondPersonTest {

    private static final Instant UNTIL = Instant.parse("2034-09-06T20:40:00Z");
    private static final String SHELVE = WorkDouble.CRITICAL + "/shelve";
    private static final String BODY = "{\"until\":\"2034-09-06T20:40:00Z\",\"reason\":\"known\"}";
    private static final String WRONG = "Bearer muster_" + "a".repeat(43);

    @TempDir
    private Path folder;
    private AlertsServer server;
    private String token;
    private String other;

    @BeforeEach
    void start() {
        server = new AlertsServer(folder);
        server.recording.takesTwo();
        token = server.token("supervisor-1", Role.SUPERVISOR);
        other = server.token("desk-2", Role.CONTROLLER, "rotherham");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void somebody_else_who_works_alerts_and_sees_it_is_handed_on_by_name() throws Exception {
        assertThat(beside("Bearer " + other).statusCode()).isEqualTo(200);
        assertThat(server.post(token, SHELVE, BODY).statusCode()).isEqualTo(200);
        assertThat(server.recording.asked()).as("nobody is for the core to refuse")
                .containsExactly(shelving("desk-2"), shelving(null));
    }

    @Test
    void everybody_else_is_refused_with_what_to_do_and_nothing_is_done() throws Exception {
        String gone = server.token("gone", Role.SUPERVISOR);
        server.access.revoke("gone", "test");
        refused(WRONG, "not known, or it has ended");
        refused("Bearer " + gone, "not known, or it has ended");
        refused(other, "is not \"Bearer\" and a token");
        refused("Bearer " + token, "is the one who shelves it");
        refused("Bearer " + server.token("viewer", Role.VIEWER), "controller or supervisor");
        refused("Bearer " + server.token("audit", Role.AUDITOR), "controller or supervisor");
        refused("Bearer " + server.token("desk-3", Role.SUPERVISOR, "sheffield"), "who sees this");
        assertThat(server.recording.asked()).isEmpty();
    }

    @Test
    void wrong_tokens_wait_and_right_ones_do_not() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(beside(WRONG).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> late = beside(WRONG);
        assertThat(late.statusCode()).isEqualTo(429);
        assertThat(late.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(800L, 901L);
        assertThat(beside("Bearer " + other).statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_is_looked_for_where_one_is_enough() throws Exception {
        server.recording.shelved(new Alert.Shelf(UNTIL, "supervisor-1", "known", "desk-2"));
        assertThat(beside(WRONG).statusCode()).as("the own repeat").isEqualTo(200);
        assertThat(
                server.beside(WRONG, token, WorkDouble.IN_ROTHERHAM + "/shelve", BODY).statusCode())
                .as("not critical")
                .isEqualTo(200);
        assertThat(server.recording.asked()).containsExactly(shelving(null), shelving(null));
    }

    private void refused(String second, String why) throws Exception {
        HttpResponse<String> answer = beside(second);
        assertThat(answer.statusCode()).as(why).isEqualTo(403);
        assertThat(AlertsServer.json(answer).path("code").asText()).isEqualTo("second-refused");
        assertThat(AlertsServer.json(answer).path("detail").asText()).contains(why);
    }

    private HttpResponse<String> beside(String second) throws Exception {
        return server.beside(second, token, SHELVE, BODY);
    }

    private static AlertAction shelving(@Nullable String second) {
        return new AlertAction.Shelve(UNTIL, "known", second);
    }
}
