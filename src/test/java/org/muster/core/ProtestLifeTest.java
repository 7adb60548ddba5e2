package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.model.ProtestStatus.CANCELLED;
import static org.muster.model.ProtestStatus.ENDED;
import static org.muster.model.ProtestStatus.LIVE;
import static org.muster.model.ProtestStatus.PLANNED;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.model.Crime;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Plan;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;

/**
 * The contract's sentences on protests. One protest from 12:00 to 13:00; reports as words with the time they were
 * observed at: {@code people} counts some, {@code words} says something, {@code unit} moves officers, {@code nobody}
 * counts 0, {@code closed} and {@code ongoing} are statuses, {@code cancel} calls it off.
 */
class ProtestLifeTest {

    private static final String DAY = "2014-09-13T";

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
            // Planned; live at its start.
            "'', 09:00, planned", "'', 11:59, planned", "'', 12:00, live since 12:00",
            // Live at a report observed up to two hours before, whatever it says.
            "10:00 words, 10:00, live since 10:00", "09:59 words, 10:00, planned",
            "09:59 people, 11:00, planned", "11:00 unit, 11:00, live since 11:00",
            "11:00 nobody, 11:30, live since 11:00",
            "10:30 words; 11:00 people, 11:00, live since 10:30",
            "12:10 words, 12:10, live since 12:00",
            // Ended by status closed.
            "12:20 closed, 12:20, ended at 12:20", "12:20 closed, 15:00, ended at 12:20",
            "11:00 closed, 12:30, ended at 11:00",
            "12:20 closed; 12:40 closed, 12:50, ended at 12:40",
            // Ended at its end and 30 minutes.
            "'', 13:29, live since 12:00", "'', 13:30, ended at 13:30", "'', 18:00, ended at 13:30",
            "13:10 words, 13:30, ended at 13:30", "13:10 ongoing, 13:30, ended at 13:30",
            "13:10 unit, 13:30, ended at 13:30", "13:10 nobody, 13:30, ended at 13:30",
            // Unless an estimate above 0 is under 30 minutes old.
            "13:10 people, 13:30, live since 12:00", "13:10 people, 13:39, live since 12:00",
            "13:10 people, 13:40, ended at 13:40", "13:00 people, 13:30, ended at 13:30",
            "13:10 people; 13:35 people, 13:50, live since 12:00",
            "13:30 people, 13:30, live since 12:00",
            "13:10 people; 13:20 nobody, 13:40, ended at 13:40",
            // Cancelled.
            "09:00 cancel, 09:00, cancelled at 09:00", "09:00 cancel, 12:30, cancelled at 09:00",
            "12:20 cancel, 12:20, cancelled at 12:20", "09:00 cancel, 20:00, cancelled at 09:00",
            "11:00 words; 11:30 cancel, 12:00, cancelled at 11:30",
            // What only moves units or counts nobody changes nothing that is over.
            "12:20 closed; 12:30 unit, 12:30, ended at 12:20",
            "12:20 closed; 12:30 nobody, 12:30, ended at 12:20",
            "09:00 cancel; 11:00 unit, 12:30, cancelled at 09:00",
            "14:00 unit, 14:00, ended at 13:30",
            // A later observation makes it live again, also when cancelled.
            "12:20 closed; 12:30 people, 12:30, live since 12:30",
            "12:20 closed; 12:30 words, 12:30, live since 12:30",
            "12:20 closed; 12:30 ongoing, 12:30, live since 12:30",
            "12:20 closed; 12:30 reopen, 12:30, live since 12:30",
            "12:20 closed; 12:30 people, 13:30, ended at 13:30",
            "12:20 closed; 12:30 people; 12:40 closed, 12:50, ended at 12:40",
            "12:30 people; 12:30 closed, 12:30, ended at 12:30",
            "09:00 cancel; 11:00 words, 11:00, live since 11:00",
            "09:00 cancel; 12:30 people, 12:30, live since 12:30",
            "09:00 cancel; 09:30 people, 09:30, cancelled at 09:00",
            "09:00 cancel; 09:30 people, 12:30, cancelled at 09:00",
            "09:00 cancel; 11:00 words; 11:10 cancel, 12:00, cancelled at 11:10",
            "14:00 people, 14:00, live since 14:00", "14:00 words, 14:29, live since 14:00",
            "14:00 words, 14:30, ended at 14:30",
            "14:00 words; 14:20 words, 14:40, live since 14:00",
            "14:00 people; 14:40 people, 14:40, live since 14:40",
            "12:20 closed; 14:00 words, 14:10, live since 14:00",
            // A closing that comes before the cancellation, or after it, is what ended it.
            "12:20 closed; 12:30 cancel, 13:00, ended at 12:20",
            "09:00 closed; 09:30 reopen, 09:40, planned", "09:00 closed, 12:30, ended at 09:00"})
    void how_it_stands(String reports, String at, String expected) {
        ProtestLife.Standing standing = life(reports).at(at(at));
        assertThat(said(standing)).isEqualTo(expected);
    }

    @Test
    void without_an_end_it_lasts_four_hours() {
        ProtestLife life = new ProtestLife(plan(null));
        assertThat(said(life.at(at("16:29")))).isEqualTo("live since 12:00");
        assertThat(said(life.at(at("16:30")))).isEqualTo("ended at 16:30");
    }

    @Test
    void it_says_when_time_alone_will_change_it() {
        assertThat(life("").at(at("09:00")).nextAt()).isEqualTo(at("12:00"));
        assertThat(life("").at(at("12:00")).nextAt()).isEqualTo(at("13:30"));
        assertThat(life("13:10 people").at(at("13:10")).nextAt()).isEqualTo(at("13:40"));
        assertThat(life("").at(at("13:30")).nextAt()).isEqualTo(ProtestLife.NEVER);
        assertThat(life("09:00 cancel").at(at("09:00")).nextAt()).isEqualTo(ProtestLife.NEVER);
        assertThat(life("12:20 closed").at(at("12:30")).nextAt()).isEqualTo(ProtestLife.NEVER);
    }

    @Test
    void one_that_was_over_before_it_could_start_never_started() {
        assertThat(life("09:00 cancel").at(at("15:00")).startedAt()).isNull();
        assertThat(life("09:00 closed").at(at("15:00")).startedAt()).isNull();
        assertThat(life("12:20 cancel").at(at("15:00")).startedAt()).isEqualTo(at("12:00"));
        assertThat(life("11:00 words").at(at("15:00")).startedAt()).isEqualTo(at("11:00"));
    }

    @Test
    void the_order_in_which_reports_come_changes_nothing() {
        List<String> words = List.of("14:00 words", "12:20 closed", "12:30 people", "11:00 unit",
                "13:05 nobody", "14:20 people");
        String inOrder = said(life("11:00 unit; 12:20 closed; 12:30 people; 13:05 nobody;"
                + " 14:00 words; 14:20 people").at(at("14:45")));
        Marks marks = new Marks();
        for (int i = 0; i < words.size(); i++) {
            marks.add(new Moment(at(words.get(i).split(" ", 2)[0]), i),
                    mark(words.get(i).split(" ", 2)[1]));
        }
        assertThat(said(marks.life(plan("13:00"), null).at(at("14:45")))).isEqualTo(inOrder)
                .isEqualTo("live since 14:00");
    }

    @Test
    void a_mark_taken_out_leaves_the_life_as_if_it_had_never_been_there() {
        Marks marks = new Marks();
        marks.add(new Moment(at("12:20"), 7), mark("closed"));
        marks.add(new Moment(at("12:20"), 8), mark("people"));
        assertThat(said(marks.life(plan("13:00"), null).at(at("12:25"))))
                .isEqualTo("live since 12:20");
        marks.remove(new Moment(at("12:20"), 8));
        assertThat(said(marks.life(plan("13:00"), null).at(at("12:25"))))
                .isEqualTo("ended at 12:20");
        assertThat(Marks.restore(marks.state()).state()).isEqualTo(marks.state());
        marks.remove(new Moment(at("12:20"), 7));
        assertThat(said(marks.life(plan("13:00"), null).at(at("12:25"))))
                .isEqualTo("live since 12:00");
    }

    private static ProtestLife life(String reports) {
        Marks marks = new Marks();
        Moment cancelled = null;
        long seq = 0;
        for (String report : reports.isEmpty() ? new String[0] : reports.split("; ", -1)) {
            seq++;
            String[] words = report.split(" ", 2);
            if (words[1].equals("cancel")) {
                cancelled = new Moment(at(words[0]), seq);
            } else {
                marks.add(new Moment(at(words[0]), seq), mark(words[1]));
            }
        }
        return marks.life(plan("13:00"), cancelled);
    }

    private static Mark mark(String word) {
        ReportBuilder report = Report.of(new UUID(1, 1), Instant.EPOCH);
        return Mark.of(switch (word) {
            case "people" -> report.crowd(crowd(5)).build();
            case "nobody" -> report.crowd(crowd(0)).build();
            case "words" -> report.text("they are still here").build();
            case "unit" -> report
                    .officers(List.of(new Deployment("RT21", "psu", 5, DeploymentState.RELEASED)))
                    .text("off")
                    .build();
            case "closed" -> report.status(IncidentStatus.CLOSED).build();
            case "ongoing" -> report.status(IncidentStatus.ONGOING).crowd(crowd(0)).build();
            case "reopen" -> report.reopen(true).injured(new Injured(1, 0)).build();
            default -> throw new AssertionError(word);
        });
    }

    @Test
    void what_counts_as_seen() {
        ReportBuilder report = Report.of(new UUID(1, 1), Instant.EPOCH);
        assertThat(Mark.of(report.build()).seen()).isTrue();
        assertThat(Mark.of(report.crime(Crime.ALLEGED).build()).seen()).isFalse();
        assertThat(Mark.of(report.crime(null).injured(new Injured(1, 0)).build()).seen()).isFalse();
        assertThat(Mark.of(report.injured(null).allQuiet(true).build()).seen()).isFalse();
        assertThat(Mark.of(report.allQuiet(false).emergency(true).build()).seen()).isTrue();
        Mark closing = Mark.of(report.crowd(crowd(7)).status(IncidentStatus.CLOSED).build());
        assertThat(closing).isEqualTo(new Mark(true, false, true));
    }

    private static CrowdEstimate crowd(int high) {
        return new CrowdEstimate(0, null, high, CrowdMethod.COUNT, null);
    }

    private static Plan plan(@Nullable String end) {
        return new Plan("March", "march", null, List.of(), Instant.ofEpochMilli(at("12:00")),
                end == null ? null : Instant.ofEpochMilli(at(end)), null, null, null, null, null);
    }

    private static long at(String time) {
        return Instant.parse(DAY + time + ":00Z").toEpochMilli();
    }

    private static String said(ProtestLife.Standing standing) {
        ProtestStatus status = standing.status();
        assertThat(standing.overAt() != null).isEqualTo(status == ENDED || status == CANCELLED);
        if (status == LIVE) {
            return "live since " + time(standing.startedAt());
        }
        return status == PLANNED ? "planned" : status.slug() + " at " + time(standing.overAt());
    }

    private static String time(@Nullable Long millis) {
        assertThat(millis).isNotNull();
        return Instant.ofEpochMilli(millis == null ? 0 : millis).toString().substring(11, 16);
    }
}
