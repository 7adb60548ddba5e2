package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.muster.model.Role;

final class PagesTest {

    private static final int PLACES = 5;

    private final FakeRecord record = recorded();
    private final House house = new House(record);

    @Test
    void reads_that_fail_do_not_keep_others_waiting() {
        List<FakeSink> sinks = watchers();
        record.broken = true;
        house.blocking.runAll();
        record.broken = false;
        house.settle();
        assertServedAfterTheFirst(sinks);
    }

    @Test
    void reads_that_find_nothing_do_not_keep_others_waiting() {
        List<FakeSink> sinks = watchers();
        record.forgetful = true;
        house.blocking.runAll();
        record.forgetful = false;
        house.settle();
        assertServedAfterTheFirst(sinks);
    }

    /** Two reads are under way at once; they went wrong, and all that waited must still be served. */
    private static void assertServedAfterTheFirst(List<FakeSink> sinks) {
        for (FakeSink failed : sinks.subList(0, 2)) {
            assertThat(failed.closeCode).isEqualTo(1001);
        }
        for (FakeSink waited : sinks.subList(2, PLACES)) {
            assertThat(waited.types()).startsWith("entries").endsWith("live");
        }
    }

    private List<FakeSink> watchers() {
        List<FakeSink> sinks = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            FakeSink sink = new FakeSink();
            sinks.add(sink);
            house.hub.open(sink, House.credential(Role.CONTROLLER))
                    .received("{\"type\":\"subscribe\",\"after\":\"e1." + i + "\"}");
        }
        return sinks;
    }

    private static FakeRecord recorded() {
        FakeRecord record = new FakeRecord("e1");
        for (int i = 0; i < 10; i++) {
            record.report(FakeRecord.A1, "r");
        }
        record.commit();
        return record;
    }
}
