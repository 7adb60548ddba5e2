package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a record must be to keep the promises made by the receipts, and a stream to have shown it once. */
final class RecordCheck {

    private RecordCheck() {}

    /**
     * Fails unless every acknowledged report stands in the journal exactly once, with its content and its receipt, and
     * was watched exactly once, in order.
     *
     * @param acknowledged everything that was sent: each sender waits for its answer
     */
    static void check(List<RawEntry> journal, Collection<Sender.Acknowledged> acknowledged,
            List<RawEntry> watched) {
        assertThat(journal).extracting(RawEntry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, journal.size()).boxed().toList());
        var reports = journal.stream().filter(RawEntry::isReport).toList();
        assertThat(reports).extracting(RawEntry::reportId).doesNotHaveDuplicates();
        var byId = reports.stream()
                .collect(Collectors.toMap(RawEntry::reportId, Function.identity()));
        for (var one : acknowledged) {
            checkReceipt(one, byId);
        }
        assertThat(reports).hasSameSizeAs(acknowledged);
        assertThat(watched).extracting(RawEntry::text)
                .containsExactlyElementsOf(reports.stream().map(RawEntry::text).toList());
    }

    private static void checkReceipt(Sender.Acknowledged one, Map<String, RawEntry> byId) {
        var entry = byId.get(one.report().path("id").asText());
        assertThat(entry).as("the entry of %s", one).isNotNull();
        var receipt = one.receipt();
        assertThat(entry.seq()).isEqualTo(receipt.path("seq").asLong());
        assertThat(entry.leafHash()).isEqualTo(receipt.path("leafHash").asText());
        assertThat(entry.json().path("at")).isEqualTo(receipt.path("receivedAt"));
        assertThat(entry.areas()).isEqualTo(RawEntry.strings(receipt.path("areas")));
        assertThat(entry.json().path("body").path("incident")).isEqualTo(receipt.path("incident"));
        for (var field : one.report().properties()) {
            // As they would be read: a number made here and one that was parsed differ in their type only.
            assertThat(entry.report().path(field.getKey()))
                    .isEqualTo(Api.parsed(field.getValue().toString()));
        }
    }
}
