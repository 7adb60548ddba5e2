package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

import org.muster.model.Role;

/** What the meters say of reports on their way to screens, and of screens that stay behind. */
final class TimedTest {
    private static final long A_BEAT = TimeUnit.MILLISECONDS.toNanos(House.BEAT_MILLIS);

    private final House house = new House();
    private final FakeSink sink = new FakeSink();

    @Test
    void each_report_is_timed_from_when_it_was_read_until_it_is_written() {
        watch("{\"type\":\"subscribe\"}");
        house.beat();
        report(A_BEAT - 3_000_000);
        report(A_BEAT - 1_000_000);
        house.commit();
        assertThat(push().count()).isZero();
        house.settle();
        assertThat(push().count()).isEqualTo(2);
        assertThat(push().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(4);
        assertThat(push().max(TimeUnit.MILLISECONDS)).isEqualTo(3);
    }

    @Test
    void a_report_that_nobody_watches_is_not_timed() {
        report(0);
        house.commit();
        house.settle();
        watch("{\"type\":\"subscribe\",\"areas\":[\"b\"]}");
        report(0);
        house.commit();
        house.settle();
        assertThat(push().count()).isZero();
    }

    @Test
    void entries_that_no_report_brought_are_not_timed() {
        watch("{\"type\":\"subscribe\"}");
        house.record.report(FakeRecord.A1, "of before");
        house.commit();
        house.settle();
        assertThat(sink.types()).endsWith("entries");
        assertThat(push().count()).isZero();
    }

    @Test
    void the_lag_is_that_of_the_last_of_all_and_is_gone_when_it_drains() {
        watch("{\"type\":\"subscribe\"}");
        FakeSink other = new FakeSink();
        house.hub.open(other, House.credential(Role.CONTROLLER))
                .received("{\"type\":\"subscribe\"}");
        house.settle();
        sink.room = 0;
        for (int i = 0; i < 3; i++) {
            report(0);
        }
        house.commit();
        house.settle();
        house.beat();
        assertThat(other.types()).contains("entries");
        assertThat(lag()).isEqualTo(3);
        sink.room = Integer.MAX_VALUE;
        house.beat();
        assertThat(sink.types()).contains("entries");
        assertThat(lag()).isZero();
    }

    private void report(long readNanos) {
        house.record.report(FakeRecord.A1, "a crowd");
        house.record.readNanos.add(readNanos);
    }

    private void watch(String subscribe) {
        house.hub.open(sink, House.credential(Role.CONTROLLER)).received(subscribe);
        house.settle();
    }

    private Timer push() {
        return house.registry.get("muster.report.to.push").timer();
    }

    private double lag() {
        return house.registry.get("muster.stream.lag.entries").gauge().value();
    }
}
