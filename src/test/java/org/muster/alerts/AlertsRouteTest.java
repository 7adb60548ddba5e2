package org.muster.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.AlertAction;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** Working an alert over HTTP: who may, what is said, what comes back. */
final class AlertsRouteTest {

    private static final String ALERT = WorkDouble.IN_ROTHERHAM + "/";

    @TempDir
    private Path folder;
    private AlertsServer server;
    private String token;

    @BeforeEach
    void start() {
        server = new AlertsServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_first_gets_the_alert_as_it_is_by_now_and_again_at_each_repeat() throws Exception {
        HttpResponse<String> first = server.post(token, ALERT + "acknowledge", null);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(AlertsServer.json(first).path("state").asText()).isEqualTo("acknowledged");
        assertThat(AlertsServer.json(first).path("acknowledgedBy").asText()).isEqualTo("desk-1");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        HttpResponse<String> again = server.post(token, ALERT + "acknowledge", "{}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void the_second_gets_409_with_the_alert_as_it_is() throws Exception {
        HttpResponse<String> first = server.post(token, ALERT + "acknowledge", null);
        HttpResponse<String> second = server.post(server.token("desk-2", Role.SUPERVISOR),
                ALERT + "acknowledge", null);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = AlertsServer.json(second);
        assertThat(problem.path("code").asText()).isEqualTo("alert-changed");
        assertThat(problem.path("detail").asText()).contains("desk-1");
        assertThat(problem.path("alert")).isEqualTo(AlertsServer.json(first));
    }

    @Test
    void what_is_said_is_handed_on_as_it_was_said() throws Exception {
        server.token("desk-2", Role.SUPERVISOR, "rotherham");
        assertThat(status("unacknowledge", null)).isEqualTo(200);
        assertThat(status("assign", "{\"to\":\"desk-2\",\"from\":\"desk-9\"}")).isEqualTo(200);
        assertThat(status("assign", "{\"to\":null}")).isEqualTo(200);
        assertThat(status("comment", "{\"text\":\"two lines,\\none remark\"}")).isEqualTo(200);
        assertThat(status("clear", "{\"reason\":\"a slip\"}")).isEqualTo(200);
        assertThat(server.recording.asked()).containsExactly(new AlertAction.Unacknowledge(),
                new AlertAction.Assign("desk-2", "desk-9"), new AlertAction.Assign(null, null),
                new AlertAction.Comment("two lines,\none remark"), new AlertAction.Clear("a slip"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"acknowledge|{\"by\":\"me\"}|/by", "assign|{}|/to",
                    "assign|{\"too\":\"desk-1\"}|/to", "assign|{\"to\":7}|/to",
                    "assign|{\"to\":\"desk-1\",\"from\":\" \"}|/from", "comment|{}|/text",
                    "comment|{\"text\":\"  \"}|/text", "comment|{\"text\":\"a\\u0000b\"}|/text",
                    "comment|{\"text\":null}|/text", "clear|{\"reason\":\"\\n\"}|/reason",
                    "clear|{\"text\":\"no reason\"}|/reason", "shelve|{\"reason\":\"x\"}|/until",
                    "shelve|{\"until\":\"soon\",\"reason\":\"x\"}|/until",
                    "shelve|{\"until\":\"2034-09-06T20:40:00Z\"}|/reason",
                    "unshelve|{\"reason\":\"x\"}|/reason", "unacknowledge|[]|''"})
    void what_cannot_be_read_is_refused_with_its_place_and_nothing_is_done(String verb, String body,
            String pointer) throws Exception {
        HttpResponse<String> answer = server.post(token, ALERT + verb, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(AlertsServer.json(answer).path("errors"))
                .anySatisfy(fault -> assertThat(fault.path("pointer").asText()).isEqualTo(pointer));
        assertThat(server.recording.asked()).isEmpty();
    }

    @Test
    void words_may_be_two_thousand_characters_and_no_more() throws Exception {
        String most = "\uD83D\uDE00".repeat(2_000);
        assertThat(status("comment", "{\"text\":\"" + most + "\"}")).isEqualTo(200);
        assertThat(status("comment", "{\"text\":\"" + most + "a\"}")).isEqualTo(422);
        assertThat(status("clear", "{\"reason\":\"" + "a".repeat(2_001) + "\"}")).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assign", "comment", "shelve", "clear"})
    void a_body_that_is_needed_must_be_there(String verb) throws Exception {
        assertThat(status(verb, null)).isEqualTo(415);
        assertThat(status(verb, "")).isEqualTo(400);
        assertThat(server.recording.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"CONTROLLER", "SUPERVISOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void others_may_not(Role role) throws Exception {
        String other = server.token("other", role);
        for (Verb verb : Verb.values()) {
            assertThat(server.post(other, ALERT + verb.slug(), null).statusCode()).isEqualTo(403);
        }
        assertThat(server.get(other, "assignees").statusCode()).isEqualTo(403);
    }

    @Test
    void what_lies_outside_ones_areas_is_not_there() throws Exception {
        String bound = server.token("desk-3", Role.SUPERVISOR, "sheffield");
        for (Verb verb : Verb.values()) {
            assertThat(server.post(bound, ALERT + verb.slug(), "{}").statusCode()).isEqualTo(404);
            assertThat(server.post(token, "nothing/" + verb.slug(), "{}").statusCode())
                    .isEqualTo(404);
        }
        assertThat(server.post(token, WorkDouble.ELSEWHERE + "/acknowledge", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void it_is_given_only_to_who_can_work_it() throws Exception {
        server.token("desk-2", Role.CONTROLLER, "sheffield");
        server.token("viewer", Role.VIEWER);
        server.token("gone", Role.CONTROLLER);
        server.access.revoke("gone", "test");
        for (String to : new String[] {"desk-2", "viewer", "gone", "nobody"}) {
            HttpResponse<String> answer = server.post(token, ALERT + "assign",
                    "{\"to\":\"" + to + "\"}");
            assertThat(answer.statusCode()).as(to).isEqualTo(422);
            assertThat(AlertsServer.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/to");
        }
        assertThat(server.post(token, ALERT + "assign", "{\"to\":\"dekc-1\"}").body())
                .contains("did you mean \\\"desk-1\\\"?");
        assertThat(server.recording.asked()).isEmpty();
    }

    @Test
    void names_to_choose_from_are_those_whose_areas_overlap() throws Exception {
        server.token("desk-2", Role.SUPERVISOR, "sheffield");
        server.token("desk-3", Role.CONTROLLER, "south-yorkshire");
        String inRotherham = server.token("desk-4", Role.CONTROLLER, "rotherham");
        server.token("RT21", Role.FIELD);
        assertThat(server.get(token, "assignees").body())
                .isEqualTo("{\"items\":[\"desk-1\",\"desk-2\",\"desk-3\",\"desk-4\"]}");
        assertThat(server.get(inRotherham, "assignees").body())
                .isEqualTo("{\"items\":[\"desk-1\",\"desk-3\",\"desk-4\"]}");
    }

    @Test
    void when_nothing_is_recorded_that_is_said() throws Exception {
        server.recording.stop(Rejection.Code.DISK_LOW);
        HttpResponse<String> answer = server.post(token, ALERT + "acknowledge", null);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(AlertsServer.json(answer).has("alert")).isFalse();
    }

    private int status(String verb, @Nullable String body) throws Exception {
        return server.post(token, ALERT + verb, body).statusCode();
    }
}
