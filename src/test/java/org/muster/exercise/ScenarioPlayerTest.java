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
        assertThat(door.reports()).extracting(report -> report.path("observedAt").asText())
                .containsExactly("2026-01-02T12:00:00.123Z", "2026-01-02T12:00:12.123Z");
    }

    @Test
    void a_key_becomes_the_id_of_the_incident_that_the_receipt_names() throws Exception {
        player(60).play(door.address());
        var opening = door.reports().getFirst();
        assertThat(opening.has("incident")).isFalse();
        assertThat(door.reports().getLast().path("incident").asText())
                .isEqualTo("incident-of-" + opening.path("id").asText());
    }

    @Test
    void ids_are_of_version_7() throws Exception {
        player(60).play(door.address());
        assertThat(door.reports())
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
        assertThat(door.reports()).extracting(report -> report.path("id").asText())
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
        assertThatIllegalArgumentException().isThrownBy(
                () -> new ScenarioPlayer(scenario(), 1, Map.of("RT21", "t"), pace, said::add));
    }

    private ScenarioPlayer player(double speed) {
        return new ScenarioPlayer(scenario(), speed, TOKENS, pace, said::add);
    }

    private static Scenario scenario() {
        return switch (ScenarioReader.read(TWO_STEPS.getBytes(StandardCharsets.UTF_8))) {
            case ScenarioRead.Good(var scenario) -> scenario;
            case ScenarioRead.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
