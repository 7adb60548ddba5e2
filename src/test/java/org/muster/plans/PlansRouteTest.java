package org.muster.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Command;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** Planning, changing and calling off over HTTP: who may, which version, what comes back. */
final class PlansRouteTest {

    private static final String ROTHERHAM = "{\"type\":\"Point\",\"coordinates\":[-1.3566,53.4308]}";
    private static final String SHEFFIELD = "{\"type\":\"Point\",\"coordinates\":[-1.4701,53.3811]}";

    @TempDir
    private Path folder;
    private PlansServer server;
    private String token;

    @BeforeEach
    void start() {
        server = new PlansServer(folder);
        token = server.token("desk-1", Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_protest_is_planned_with_everything_that_can_be_said_of_it() throws Exception {
        String id = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        HttpResponse<String> answer = server.post(token, """
                {"id": "%s", "title": "EDL demonstration", "category": "static-assembly",
                 "organisation": "English Defence League", "opposes": ["%s"],
                 "startsAt": "2014-09-13T13:45:00+01:00", "endsAt": "2014-09-13T14:45:00+01:00",
                 "place": %s, "expected": {"low": 50, "high": 100}, "officersPlanned": 60,
                 "noticeGivenAt": "2014-09-01T09:00:00Z", "publicMessage": "Open\\nas usual."}"""
                .formatted(id, other, ROTHERHAM));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/protests/" + id);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        var protest = PlansServer.json(answer);
        assertThat(protest.path("id").asText()).isEqualTo(id);
        assertThat(protest.path("status").asText()).isEqualTo("planned");
        assertThat(protest.path("opposes").path(0).asText()).isEqualTo(other);
        assertThat(protest.path("startsAt").asText()).isEqualTo("2014-09-13T12:45:00.000Z");
        assertThat(protest.path("endsAt").asText()).isEqualTo("2014-09-13T13:45:00.000Z");
        assertThat(protest.path("place")).isEqualTo(PlansServer.JSON.readTree(ROTHERHAM));
        assertThat(protest.path("expected").path("high").asInt()).isEqualTo(100);
        assertThat(protest.path("officersPlanned").asInt()).isEqualTo(60);
        assertThat(protest.path("publicMessage").asText()).isEqualTo("Open\nas usual.");
        assertThat(protest.path("areas")).extracting(area -> area.asText())
                .containsExactly("rotherham", "south-yorkshire");
    }

    @Test
    void without_an_id_it_gets_one_that_grows_with_time_and_without_a_place_it_is_elsewhere()
            throws Exception {
        var protest = PlansServer.json(server.post(token, PlansServer.at("null")));
        assertThat(UUID.fromString(protest.path("id").asText()).version()).isEqualTo(7);
        assertThat(protest.path("areas").path(0).asText()).isEqualTo("elsewhere");
        assertThat(protest.path("place").isNull()).isTrue();
    }

    @Test
    void the_same_plan_again_is_told_as_such_however_it_is_written_and_another_refused()
            throws Exception {
        String named = ", \"id\": \"" + UUID.randomUUID() + "\"";
        assertThat(server.post(token, PlansServer.plan(named)).statusCode()).isEqualTo(201);
        HttpResponse<String> again = server.post(token,
                PlansServer.plan(named + ", \"opposes\": [], \"endsAt\": null")
                        .replace("13:45:00+01:00", "12:45:00.000Z"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(server.post(token, PlansServer.plan(named + ", \"officersPlanned\": 1"))
                .statusCode()).isEqualTo(409);
    }

    @Test
    void a_plan_is_changed_by_whoever_has_read_its_newest_version() throws Exception {
        String id = planned(ROTHERHAM);
        HttpResponse<String> changed = server.put(token, id,
                PlansServer.plan(", \"id\": \"" + id + "\""), "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(changed.headers().firstValue("Location")).isEmpty();
        assertThat(server.put(token, id, PlansServer.plan(""), "\"1\"").statusCode())
                .isEqualTo(412);
        assertThat(server.put(token, id, PlansServer.plan(""), "*").statusCode()).isEqualTo(200);
        assertThat(server.send(token, "PUT", "/" + id, PlansServer.plan(""), "Content-Type",
                "application/json").statusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "W/\"1\"", "\"1\", \"2\"", "\"01\"", "\"\"", "\"one\"", "\"-1\"",
            "\"99999999999999999999\""})
    void what_is_no_tag_of_ours_matches_no_version(String tag) throws Exception {
        String id = planned(ROTHERHAM);
        assertThat(server.put(token, id, PlansServer.plan(""), tag).statusCode()).isEqualTo(412);
        assertThat(server.recording.applied()).hasSize(1);
    }

    @Test
    void a_change_is_of_the_protest_in_the_path() throws Exception {
        String id = planned(ROTHERHAM);
        HttpResponse<String> answer = server.put(token, id,
                PlansServer.plan(
                        ", \"id\": \"" + UUID.randomUUID() + "\", \"opposes\": [\"" + id + "\"]"),
                "*");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(PlansServer.json(answer).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/id", "/opposes");
    }

    @Test
    void a_protest_is_called_off_with_or_without_a_reason() throws Exception {
        String id = planned(ROTHERHAM);
        HttpResponse<String> answer = server.send(token, "POST", "/" + id + "/cancel",
                "{\"reason\": \"Organiser withdrew.\"}", "Content-Type", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PlansServer.json(answer).path("status").asText()).isEqualTo("cancelled");
        assertThat(server.recording.applied().getLast()).isInstanceOfSatisfying(
                Command.CancelProtest.class,
                cancel -> assertThat(cancel.reason()).isEqualTo("Organiser withdrew."));
        HttpResponse<String> again = server.send(token, "POST", "/" + id + "/cancel", "");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void a_reason_is_read_as_strictly_as_a_plan() throws Exception {
        String path = "/" + planned(ROTHERHAM) + "/cancel";
        String[] json = {"Content-Type", "application/json"};
        assertThat(server.send(token, "POST", path, "{\"why\": \"rain\"}", json).statusCode())
                .isEqualTo(422);
        assertThat(server.send(token, "POST", path, "rain", json).statusCode()).isEqualTo(400);
        assertThat(server.send(token, "POST", path, "{}").statusCode()).isEqualTo(415);
        assertThat(server.send(token, "POST", path, "{}", json).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"VIEWER", "FIELD", "AUDITOR", "ADMIN"})
    void who_does_not_plan_is_told_so(Role role) throws Exception {
        String id = planned(ROTHERHAM);
        String other = server.token("x", role);
        assertThat(server.post(other, PlansServer.plan("")).statusCode()).isEqualTo(403);
        assertThat(server.put(other, id, PlansServer.plan(""), "*").statusCode()).isEqualTo(403);
        assertThat(server.send(other, "POST", "/" + id + "/cancel", "").statusCode())
                .isEqualTo(403);
        assertThat(server.recording.applied()).hasSize(1);
    }

    @Test
    void a_protest_outside_ones_areas_is_not_there() throws Exception {
        String id = planned(ROTHERHAM);
        String sheffield = server.token("desk-s", Role.SUPERVISOR, "sheffield");
        HttpResponse<String> put = server.put(sheffield, id, PlansServer.at(SHEFFIELD), "*");
        assertThat(put.statusCode()).isEqualTo(404);
        assertThat(put.body()).doesNotContain("EDL");
        assertThat(server.send(sheffield, "POST", "/" + id + "/cancel", "").statusCode())
                .isEqualTo(404);
        assertThat(server.send(token, "POST", "/nonsense/cancel", "").statusCode()).isEqualTo(404);
        assertThat(server.put(token, UUID.randomUUID().toString(), PlansServer.plan(""), "*")
                .statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_plans_where_he_would_not_see_it() throws Exception {
        String sheffield = server.token("desk-s", Role.CONTROLLER, "sheffield");
        HttpResponse<String> mine = server.post(sheffield, PlansServer.at(SHEFFIELD));
        assertThat(mine.statusCode()).isEqualTo(201);
        assertThat(server.post(sheffield, PlansServer.at(ROTHERHAM)).statusCode()).isEqualTo(403);
        assertThat(server.post(sheffield, PlansServer.at("null")).statusCode()).isEqualTo(403);
        assertThat(server.put(sheffield, PlansServer.json(mine).path("id").asText(),
                PlansServer.at(ROTHERHAM), "*").statusCode()).isEqualTo(403);
        assertThat(server.recording.applied()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/geo+json", "application/x-ndjson",
            "application/json; charset=utf-16"})
    void another_media_type_is_refused(String type) throws Exception {
        assertThat(server.send(token, "POST", "", PlansServer.plan(""), "Content-Type", type)
                .statusCode()).isEqualTo(415);
        assertThat(server.send(token, "POST", "", PlansServer.plan("")).statusCode())
                .isEqualTo(415);
        assertThat(server.send(token, "POST", "", PlansServer.plan(""), "Content-Type",
                "application/json", "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    }

    @Test
    void plans_have_the_limits_of_single_reports() throws Exception {
        assertThat(server.post(token, PlansServer.plan(" ".repeat(64 * 1024))).statusCode())
                .isEqualTo(413);
        server.tempoSeconds = 3;
        HttpResponse<String> soon = server.post(token, PlansServer.plan(""));
        assertThat(soon.statusCode()).isEqualTo(429);
        assertThat(soon.headers().firstValue("Retry-After")).contains("3");
        assertThat(server.send("nobody", "POST", "", PlansServer.plan("")).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(value = Rejection.Code.class, names = {"BUSY", "RECORDER_STOPPED", "DISK_LOW"})
    void what_cannot_be_recorded_now_may_be_sent_again(Rejection.Code why) throws Exception {
        server.recording.stop(why);
        HttpResponse<String> answer = server.post(token, PlansServer.plan(""));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private String planned(String place) throws Exception {
        return PlansServer.json(server.post(token, PlansServer.at(place))).path("id").asText();
    }
}
