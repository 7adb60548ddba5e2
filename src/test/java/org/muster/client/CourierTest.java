package org.muster.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CourierTest {
    private final List<String> said = new ArrayList<>();
    private final FakePace pace = new FakePace(Instant.parse("2026-01-02T12:00:00Z"));
    private Door door;
    private Courier courier;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
        courier = new Courier(door.address(), pace, said::add);
    }

    @AfterEach
    void close() {
        courier.close();
        door.close();
    }

    @Test
    void a_429_that_says_how_long_is_waited_for_so_long_and_is_no_trouble() throws Exception {
        door.retryAfter(7);
        door.answerNext(429, 429);
        assertThat(courier.send(Courier.PROTESTS, message(1), "t")).isInstanceOf(Reply.Good.class);
        assertThat(pace.gone()).isEqualTo(Duration.ofSeconds(14));
        assertThat(said).isEmpty();
    }

    @Test
    void another_credential_does_not_wait_for_it() throws Exception {
        door.retryAfter(7);
        door.answerNext(429);
        courier.send(Courier.PROTESTS, message(1), "t");
        var before = pace.gone();
        courier.send(Courier.PROTESTS, message(2), "u");
        assertThat(pace.gone()).isEqualTo(before);
    }

    @Test
    void a_refusal_comes_back_in_the_services_words() throws Exception {
        door.answerNext(403);
        assertThat(courier.send(Courier.PROTESTS, message(1), "t"))
                .isEqualTo(new Reply.Refused<>(403, "not today"));
    }

    @Test
    void nobody_there_is_found_out_soon() throws Exception {
        door.close();
        assertThat(courier.knock("api/v1/catalogue", "t")).isInstanceOfSatisfying(
                Reply.Unanswered.class,
                reply -> assertThat(reply.words()).asString().contains("no answer"));
        assertThat(pace.gone()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_question_gets_the_document() throws Exception {
        door.answerNext(201);
        assertThat(courier.ask("api/v1/catalogue", "t")).isInstanceOf(Reply.Good.class)
                .extracting(reply -> ((Reply.Good<?>) reply).value())
                .isInstanceOf(JsonNode.class);
    }

    @Test
    void each_line_of_a_batch_has_its_own_answer_in_order() throws Exception {
        door.answerNext(201, 422, 200, 409);
        assertThat(batch(4)).containsExactly(recorded(1, false),
                new Reply.Refused<>(422, "not today"), recorded(3, true),
                new Reply.Refused<>(409, "not today"));
        assertThat(door.received()).hasSize(4);
    }

    @Test
    void lines_without_an_answer_are_sent_again_and_no_others() throws Exception {
        door.answerNext(201, 503, 201, 0);
        assertThat(batch(5)).containsExactly(recorded(1, false), recorded(2, true),
                recorded(3, false), recorded(4, true), recorded(5, false));
        assertThat(door.received()).extracting(one -> one.message().path("id").asText())
                .containsExactly("1", "2", "3", "4", "2", "4", "5");
        assertThat(said).hasSize(1);
    }

    @Test
    void a_batch_that_nobody_takes_is_unanswered_in_every_line() throws Exception {
        door.close();
        assertThat(batch(2)).hasSize(2)
                .allSatisfy(reply -> assertThat(reply).isInstanceOf(Reply.Unanswered.class));
        assertThat(pace.gone()).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
    }

    private List<Reply<Recorded>> batch(int reports) throws InterruptedException {
        return new Batch(courier, "t")
                .send(IntStream.rangeClosed(1, reports).mapToObj(CourierTest::report).toList());
    }

    private static Reply<Recorded> recorded(int id, boolean replayed) {
        return new Reply.Good<>(new Recorded("incident-of-" + id, replayed));
    }

    private static ObjectNode message(int id) {
        return JsonNodeFactory.instance.objectNode().put("id", Integer.toString(id));
    }

    private static ObjectNode report(int id) {
        return message(id).put("observedAt", "2026-01-02T12:00:00Z");
    }
}
