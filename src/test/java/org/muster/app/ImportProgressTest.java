package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

final class ImportProgressTest {
    private final AtomicLong nanos = new AtomicLong();
    private final StringWriter out = new StringWriter();

    @Test
    void on_a_terminal_a_bar_grows_with_rate_and_time_left() {
        var progress = progress(true);
        after(Duration.ofMillis(100));
        progress.at(5, 3_000);
        after(Duration.ofMillis(9_900));
        progress.at(1_000, 3_000);
        assertThat(out).hasToString("\r\u001b[K[##########--------------------] "
                + "1,000 of 3,000 protests, 100 a second, 20 s left");
        after(Duration.ofMillis(5));
        progress.at(3_000, 3_000);
        assertThat(out.toString()).contains("[##############################] 3,000 of 3,000");
    }

    @Test
    void words_do_not_run_into_the_bar_and_are_not_said_twice_in_a_row() {
        var progress = progress(true);
        after(Duration.ofSeconds(1));
        progress.at(1, 100);
        progress.say("no answer");
        progress.say("no answer");
        assertThat(out.toString()).endsWith(
                "1 min 39 s left" + System.lineSeparator() + "no answer" + System.lineSeparator());
    }

    @Test
    void elsewhere_there_is_a_line_each_ten_seconds_and_one_at_the_end() {
        var progress = progress(false);
        for (var second = 1; second <= 25; second++) {
            after(Duration.ofSeconds(1));
            progress.at(second * 4, 100);
        }
        assertThat(out.toString().lines()).containsExactly(
                "40 of 100 protests, 4 a second, 15 s left",
                "80 of 100 protests, 4 a second, 5 s left",
                "100 of 100 protests, 4 a second, 0 s left");
        progress.end();
        assertThat(out.toString()).doesNotContain("\r\u001b");
    }

    private ImportProgress progress(boolean terminal) {
        var progress = new ImportProgress(nanos::get, new PrintWriter(out, true), terminal);
        progress.begin();
        return progress;
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
