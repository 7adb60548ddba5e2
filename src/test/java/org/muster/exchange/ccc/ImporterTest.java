package org.muster.exchange.ccc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.client.Courier;
import org.muster.client.Door;
import org.muster.client.FakePace;

final class ImporterTest {
    private final FakePace pace = new FakePace(Instant.parse("2026-01-02T12:00:00Z"));
    private final List<Integer> told = new ArrayList<>();
    private Door door;
    private Courier courier;
    private Importer importer;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
        courier = new Courier(door.address(), pace, said -> {});
        importer = new Importer(courier, "t", (protests, all) -> told.add(protests));
    }

    @AfterEach
    void close() {
        courier.close();
        door.close();
    }

    @Test
    void each_protest_is_sent_before_its_report_and_all_are_counted() {
        var imported = importer.run(rows(450));
        assertThat(imported.isWhole()).isTrue();
        assertThat(told).containsExactlyElementsOf(IntStream.rangeClosed(1, 450).boxed().toList());
        assertThat(imported.summary()).containsExactly("451 rows read from 1 file",
                "  450 protests: 450 recorded, 0 there already", "  1 row left out: 1 no date",
                "225 reports of them: 225 recorded, 0 there already",
                "  0 with an estimate, 225 with arrests (675 persons), 0 with injured people",
                "450 rows read in a stated way");
        var sent = door.received();
        assertThat(sent).hasSize(675);
        for (var report : sent.stream().filter(one -> one.message().has("protest")).toList()) {
            var ids = sent.stream().map(one -> one.message().path("id")).toList();
            assertThat(ids.indexOf(report.message().path("protest"))).isBetween(0,
                    ids.indexOf(report.message().path("id")) - 1);
        }
    }

    @Test
    void a_second_run_finds_all_there_already() {
        importer.run(rows(10));
        var again = new Importer(courier, "t", (protests, all) -> {}).run(rows(10));
        assertThat(again.isWhole()).isTrue();
        assertThat(again.summary().get(1)).isEqualTo("  10 protests: 0 recorded, 10 there already");
        assertThat(again.summary().get(3))
                .isEqualTo("5 reports of them: 0 recorded, 5 there already");
    }

    @ParameterizedTest
    @CsvSource({"401,does not know this token", "403,needs a controller or supervisor"})
    void a_token_that_may_not_ends_it_with_words_that_say_what_to_do(int status, String words) {
        door.answerNext(IntStream.range(0, 100).map(one -> status).toArray());
        var imported = importer.run(rows(450));
        assertThat(imported.isWhole()).isFalse();
        assertThat(door.received()).hasSizeLessThanOrEqualTo(Importer.UNDER_WAY);
        assertThat(imported.summary())
                .contains("  450 protests: 0 recorded, 0 there already, 450 not sent")
                .anyMatch(line -> line.contains(words) && line.contains("not today"))
                .anyMatch(line -> line.contains("Give the same command again"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_service_that_goes_away_ends_it_and_what_was_recorded_is_told(boolean refuses) {
        if (refuses) {
            door.answerNext(IntStream.range(0, 1_000).map(one -> one < 3 ? 201 : 503).toArray());
        } else {
            door.close();
        }
        var imported = importer.run(rows(20));
        assertThat(imported.isWhole()).isFalse();
        assertThat(imported.summary().get(1))
                .isEqualTo(refuses ? "  20 protests: 3 recorded, 0 there already, 17 not sent"
                        : "  20 protests: 0 recorded, 0 there already, 20 not sent");
        assertThat(imported.summary())
                .anyMatch(line -> line.startsWith("The service takes nothing now ("));
    }

    @Test
    void what_the_service_refuses_or_has_otherwise_is_listed_and_the_rest_goes_on()
            throws Exception {
        // One row at a time, so that it is known which answer belongs to which.
        var rows = List.of(row(2), row(4), row(6));
        door.answerNext(422);
        var first = importer.run(rows.subList(0, 1));
        door.answerNext(409);
        var second = importer.run(rows.subList(1, 2));
        door.answerNext(201, 413);
        var third = importer.run(rows.subList(2, 3));
        assertThat(List.of(first.isWhole(), second.isWhole(), third.isWhole()))
                .containsExactly(false, true, false);
        assertThat(first.summary().get(1))
                .isEqualTo("  1 protest: 0 recorded, 0 there already, 1 refused by the service");
        assertThat(second.summary().get(1)).isEqualTo("  1 protest: 0 recorded, 0 there already,"
                + " 1 there already with other content or by another sender, left as they are");
        assertThat(second.summary().get(3))
                .isEqualTo("1 report of them: 1 recorded, 0 there already");
        assertThat(particulars(first))
                .contains("a.csv,2,left out,the protest was refused by the service: 422 not today");
        assertThat(particulars(second))
                .contains("a.csv,4,left as it is,the protest is there already: not today");
        assertThat(particulars(third))
                .contains("a.csv,6,left out,its report was refused by the service: 413 not today");
    }

    @Test
    void a_stop_lets_what_is_under_way_end_and_says_how_to_go_on() {
        var stopped = new Importer[1];
        stopped[0] = new Importer(courier, "t", (protests, all) -> {
            if (protests == 5) {
                stopped[0].stop();
            }
        });
        var imported = stopped[0].run(rows(450));
        assertThat(imported.stopped()).isTrue();
        assertThat(imported.isWhole()).isFalse();
        var protests = (int) imported.protests().stream().filter(Fate::isThere).count();
        assertThat(protests).isBetween(5, 5 + Importer.UNDER_WAY);
        // What was begun is whole: each protest that is there has its report.
        assertThat(door.received()).hasSize(protests + (int) door.received()
                .stream()
                .filter(one -> one.message().has("protest"))
                .count());
        for (var i = 0; i < imported.rows().size(); i++) {
            if (imported.rows().get(i) instanceof Row.Taken row && row.report() != null) {
                assertThat(imported.reports().get(i).isThere())
                        .isEqualTo(imported.protests().get(i).isThere());
            }
        }
        assertThat(imported.summary()).contains("Stopped before the end.")
                .anyMatch(line -> line.contains("Give the same command again"));
    }

    @Test
    void the_particulars_name_every_row_that_was_left_out_or_read_in_a_stated_way()
            throws Exception {
        assertThat(particulars(importer.run(rows(2)))).containsExactly("file,line,what,reason",
                "a.csv,1,read in a stated way,\"read, somehow\"",
                "a.csv,2,read in a stated way,\"read, somehow\"", "a.csv,99999,left out,no date");
    }

    private static List<String> particulars(Imported imported) throws IOException {
        var text = new StringWriter();
        Particulars.write(imported, text);
        return text.toString().lines().toList();
    }

    /** So many protests, of which every second has a report, and a row that is none. */
    private static List<Row> rows(int protests) {
        var rows = new ArrayList<Row>();
        for (var i = 1; i <= protests; i++) {
            rows.add(row(i));
        }
        rows.add(new Row.LeftOut(line(99_999), "no date", ""));
        return rows;
    }

    private static Row row(int number) {
        var plan = JsonNodeFactory.instance.objectNode().put("id", "protest-" + number);
        var report = JsonNodeFactory.instance.objectNode()
                .put("id", "report-" + number)
                .put("protest", "protest-" + number)
                .put("observedAt", "2017-04-22T14:00:00-05:00");
        report.putArray("arrests").addObject().put("count", 3);
        return new Row.Taken(line(number), plan, number % 2 == 0 ? report : null,
                List.of("read, somehow"));
    }

    private static Line line(int number) {
        return new Line("a.csv", number, Map.of());
    }
}
