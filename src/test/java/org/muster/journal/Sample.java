package org.muster.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.StoredEntry;
import org.muster.wire.EntryJson;
import org.muster.wire.ReportJson;

/** Small entries to fill a journal with. */
public final class Sample {
    private static final Instant START = Instant.parse("2014-09-06T20:00:00Z");

    private Sample() {}

    /** The id of the report of entry {@code seq}. */
    public static UUID reportId(long seq) {
        return new UUID(0x7000L, seq);
    }

    /** A report that opens an incident in Thurcroft, as entry {@code seq}. */
    public static StoredEntry stored(long seq) {
        Report report = Report.of(reportId(seq), START.plusSeconds(seq))
                .category("disturbance")
                .title("No. " + seq)
                .location(new Location(53.3966, -1.2537, null, null))
                .build();
        Entry entry = new Entry(seq, START.plusSeconds(seq), "RT21", List.of("thurcroft"),
                new Entry.ReportRecorded(report, new UUID(1, seq), null, true, "RT21",
                        START.plusSeconds(seq), false, null, List.of(), List.of(),
                        ReportJson.contentSha256(report), List.of()));
        byte[] bytes = EntryJson.encode(entry);
        return new StoredEntry(entry, bytes, Leaf.hash(bytes));
    }
}
