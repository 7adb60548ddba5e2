package org.muster.it;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The check of the kill test goes red for each of the things that it is there to find. */
final class RecordCheckTest {
    private final List<RawEntry> journal = new ArrayList<>();
    private final List<Sender.Acknowledged> acknowledged = new ArrayList<>();

    RecordCheckTest() {
        journal.add(entry("{\"seq\":1,\"type\":\"settings\"}"));
        for (var seq = 2; seq <= 5; seq++) {
            var report = "{\"id\":\"r%d\",\"text\":\"says %d\"}".formatted(seq, seq);
            var entry = entry(
                    "{\"seq\":%d,\"at\":\"t\",\"type\":\"report\",\"areas\":[\"a\"],\"body\":{\"report\":%s,\"incident\":\"i\"}}"
                            .formatted(seq, report));
            journal.add(entry);
            acknowledged.add(new Sender.Acknowledged(object(report), object(
                    "{\"seq\":%d,\"receivedAt\":\"t\",\"areas\":[\"a\"],\"incident\":\"i\",\"leafHash\":\"%s\"}"
                            .formatted(seq, entry.leafHash())),
                    1, false));
        }
    }

    @Test
    void a_sound_record_passes() {
        assertThatCode(() -> RecordCheck.check(journal, acknowledged, reports()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_lost_report_is_found() {
        var watched = reports();
        journal.removeLast();
        assertRed(watched);
        assertRed(reports());
    }

    @Test
    void a_report_that_stands_twice_is_found() {
        journal.add(entry(journal.getLast().text().replace("\"seq\":5", "\"seq\":6")));
        assertRed(reports());
    }

    @Test
    void an_altered_report_is_found() {
        journal.set(2, entry(journal.get(2).text().replace("says", "said")));
        assertRed(reports());
    }

    @Test
    void a_gap_a_repeat_and_a_swap_on_the_stream_are_found() {
        var gap = reports();
        gap.remove(1);
        assertRed(gap);
        var repeat = reports();
        repeat.add(repeat.getLast());
        assertRed(repeat);
        assertRed(reports().reversed());
    }

    private void assertRed(List<RawEntry> watched) {
        assertThatThrownBy(() -> RecordCheck.check(journal, acknowledged, watched))
                .isInstanceOf(AssertionError.class);
    }

    private List<RawEntry> reports() {
        return new ArrayList<>(journal.stream().filter(RawEntry::isReport).toList());
    }

    private static RawEntry entry(String text) {
        return new RawEntry(Api.parsed(text), text);
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) Api.parsed(text);
    }
}
