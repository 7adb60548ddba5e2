package org.muster.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.client.Door;
import org.muster.client.FakePace;

final class ScenarioPlayerTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
    private static final Map<String, String> TOKENS = Map.of("RT21", "token-21", "desk-2",
            "token-d");
    private static final String TWO_STEPS = """
            title: t
            about: a
            speed: 60
            senders: {RT21: field, desk-2: controller}
            steps:
              - at: 0s
                by: RT21
                act: First night
                key: road
                report: {category: disturbance, title: Road, location: {lat: 53.4, lon: -1.25}}
              - at: 12m
                by: desk-2
                report: {incident: road, text: Later.}
            """;
    private static final String STORY = """
            title: t
            about: a
            speed: 60
            senders: {desk-2: controller}
            steps:
              - at: 0s
                by: desk-2
                key: road
                report: {category: disturbance, location: {lat: 53.4, lon: -1.25}}
              - at: 1m
                by: desk-2
                report: {corrects: road, links: [{incident: road, relation: connected}]}
              - at: 2m
                by: desk-2
                key: march
                plan: {title: March, startsIn: 1h, endsIn: 2h, noticeGivenAgo: 60h}
              - at: 3m
                by: desk-2
                key: counter
                plan: {title: Counter, opposes: [march], startsIn: 1h}
              - at: 4m
                by: desk-2
                report: {protest: counter, text: a}
            """;

    private static final String ALERTS = """
            title: t
            about: a
            speed: 60
            senders: {RT21: field, desk-2: controller}
            steps:
              - at: 0s
                by: desk-2
                key: road
                report: {category: disturbance, location: {lat: 53.4, lon: -1.25}}
              - at: 0s
                by: desk-2
                alert: {rule: crowd-per-officer, about: road, action: assign, to: desk-2}
              - at: 1m
                by: desk-2
                alert: {rule: officer-emergency, unit: RT21, action: clear, reason: Nobody is hurt.}
            """;

    private final List<String> said = new ArrayList<>();
    private final FakePace pace = new FakePace(NOON);
    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void reports_are_sent_by_their_units_stamped_with_the_clock_as_it_plays() throws Exception {
        assertThat(player(60).play(door.address())).isEqualTo(new Played(2, 0));
        assertThat(door.received()).extracting(Door.Received::path).containsOnly("/api/v1/reports");
        assertThat(door.received()).extracting(Door.Received::authorization)
                .containsExactly("Bearer token-21", "Bearer token-d");
        assertThat(door.messages()).extracting(report -> report.path("observedAt").asText())
                .containsExactly("2026-01-02T12:00:00.123Z", "2026-01-02T12:00:12.123Z");
    }

    @Test
    void a_key_becomes_the_id_of_the_incident_that_the_receipt_names() throws Exception {
        player(60).play(door.address());
        var opening = door.messages().getFirst();
        assertThat(opening.has("incident")).isFalse();
        assertThat(door.messages().getLast().path("incident").asText())
                .isEqualTo("incident-of-" + opening.path("id").asText());
    }

    @Test
    void keys_become_ids_in_corrections_links_protests_and_opponents() throws Exception {
        assertThat(player(60, STORY).play(door.address())).isEqualTo(new Played(5, 0));
        assertThat(door.received()).extracting(Door.Received::path)
                .containsExactly("/api/v1/reports", "/api/v1/reports", "/api/v1/protests",
                        "/api/v1/protests", "/api/v1/reports");
        var ids = door.messages().stream().map(sent -> sent.path("id").asText()).toList();
        var second = door.messages().get(1);
        assertThat(second.path("corrects").asText()).isEqualTo(ids.get(0));
        assertThat(second.path("links").path(0).path("incident").asText())
                .isEqualTo("incident-of-" + ids.get(0));
        assertThat(door.messages().get(3).path("opposes").path(0).asText()).isEqualTo(ids.get(2));
        assertThat(door.messages().get(4).path("protest").asText()).isEqualTo(ids.get(3));
    }

    @Test
    void times_of_a_plan_are_spans_of_the_story_from_its_step_at_any_speed() throws Exception {
        player(120, STORY).play(door.address());
        var plan = door.messages().get(2);
        assertThat(plan.path("startsAt").asText()).isEqualTo("2026-01-02T12:00:31.123Z");
        assertThat(plan.path("endsAt").asText()).isEqualTo("2026-01-02T12:01:01.123Z");
        assertThat(plan.path("noticeGivenAt").asText()).isEqualTo("2026-01-02T11:30:01.123Z");
        assertThat(plan.has("startsIn") || plan.has("observedAt")).isFalse();
    }

    @Test
    void a_plan_against_one_that_was_refused_is_left_out() throws Exception {
        door.answerNext(201, 201, 409);
        assertThat(player(60, STORY).play(door.address())).isEqualTo(new Played(2, 3));
        assertThat(said).filteredOn(line -> line.contains("left out")).hasSize(2);
    }

    @Test
    void an_alert_is_waited_for_and_worked_on_and_the_story_waits_with_it() throws Exception {
        assertThat(player(60, ALERTS).play(door.address())).isEqualTo(new Played(3, 0));
        var road = door.messages().getFirst().path("id").asText();
        assertThat(door.received()).extracting(Door.Received::path)
                .containsExactly("/api/v1/reports",
                        "/api/v1/alerts/alert-of-incident-of-" + road + "/assign",
                        "/api/v1/alerts/alert-of-RT21/clear");
        assertThat(door.messages().get(1)).hasToString("{\"to\":\"desk-2\"}");
        assertThat(door.messages().get(2)).hasToString("{\"reason\":\"Nobody is hurt.\"}");
        assertThat(door.looks()).isEqualTo(4);
        assertThat(pace.gone()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(said).anyMatch(line -> line.endsWith(
                "step 3 of 3, 0 s left · desk-2: clears the alert officer-emergency of RT21: Nobody is hurt."));
    }

    @Test
    void who_was_faster_with_an_alert_is_told_and_the_story_goes_on() throws Exception {
        door.answerNext(201, 409);
        assertThat(player(60, ALERTS).play(door.address())).isEqualTo(new Played(3, 0));
        assertThat(said).filteredOn(line -> line.contains("somebody was faster")).hasSize(1);
    }

    @Test
    void an_alert_about_what_was_refused_is_left_out_and_one_that_never_comes_is_given_up()
            throws Exception {
        door.answerNext(409);
        assertThat(player(60, ALERTS.replace("unit: RT21", "unit: RT99")).play(door.address()))
                .isEqualTo(new Played(0, 3));
        assertThat(said).filteredOn(line -> line.contains("left out")).hasSize(1);
        assertThat(said).filteredOn(line -> line.contains("given up: no alert officer-emergency"))
                .hasSize(1);
        assertThat(door.looks()).isEqualTo(Courier.LOOKS_MAX);
    }

    @Test
    void ids_are_of_version_7() throws Exception {
        player(60).play(door.address());
        assertThat(door.messages())
                .extracting(report -> UUID.fromString(report.path("id").asText()).version())
                .containsOnly(7);
    }

    @Test
    void twice_the_speed_takes_half_the_time() throws Exception {
        player(120).play(door.address());
        assertThat(pace.gone()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void what_was_not_answered_is_sent_again_as_the_same_report() throws Exception {
        door.answerNext(503, 429, 0);
        assertThat(player(60).play(door.address())).isEqualTo(new Played(2, 0));
        assertThat(door.received()).hasSize(5);
        assertThat(door.messages()).extracting(report -> report.path("id").asText())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(said).filteredOn(line -> line.contains("again")).hasSize(3);
        assertThat(said).anyMatch(line -> line.contains("arrived already"));
    }

    @Test
    void a_refused_report_is_told_and_what_depends_on_it_is_left_out() throws Exception {
        door.answerNext(422);
        assertThat(player(60).play(door.address())).isEqualTo(new Played(0, 2));
        assertThat(door.received()).hasSize(1);
        assertThat(said).anyMatch(line -> line.contains("422") && line.contains("not today"))
                .anyMatch(line -> line.contains("left out"));
    }

    @Test
    void a_service_that_never_answers_is_given_up_after_a_while() throws Exception {
        door.close();
        assertThat(player(60).play(door.address())).isEqualTo(new Played(0, 2));
        assertThat(said).anyMatch(line -> line.contains("given up"));
        assertThat(pace.gone()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
    }

    @Test
    void it_says_the_act_the_step_and_the_time_that_is_left() throws Exception {
        player(60).play(door.address());
        assertThat(said).containsExactly("", "First night", "  step 1 of 2, 12 s left · RT21: Road",
                "  step 2 of 2, 0 s left · desk-2: Later.");
    }

    @Test
    void a_speed_above_zero_and_a_token_for_every_sender_are_needed() {
        assertThatIllegalArgumentException().isThrownBy(() -> player(0));
        assertThatIllegalArgumentException().isThrownBy(() -> player(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScenarioPlayer(scenario(TWO_STEPS), 1, Map.of("RT21", "t"),
                        pace, said::add));
    }

    private ScenarioPlayer player(double speed) {
        return player(speed, TWO_STEPS);
    }

    private ScenarioPlayer player(double speed, String yaml) {
        return new ScenarioPlayer(scenario(yaml), speed, TOKENS, pace, said::add);
    }

    private static Scenario scenario(String yaml) {
        return switch (ScenarioReader.read(yaml.getBytes(StandardCharsets.UTF_8))) {
            case ScenarioRead.Good(var scenario) -> scenario;
            case ScenarioRead.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
