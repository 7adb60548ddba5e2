package org.muster.recorder;

import java.util.HexFormat;

import org.muster.model.Cursor;
import org.muster.model.Entry;
import org.muster.model.Receipt;
import org.muster.model.StoredEntry;

/** The receipt of a recorded report: a function of its entry, so that it is the same whenever it is asked for. */
final class Receipts {

    private Receipts() {}

    static Receipt of(StoredEntry stored, String epoch) {
        Entry entry = stored.entry();
        Entry.ReportRecorded recorded = recorded(stored);
        return new Receipt(recorded.report().id(), entry.seq(), new Cursor(epoch, entry.seq()),
                entry.at(), recorded.incident(), recorded.protest(), entry.areas(),
                HexFormat.of().formatHex(stored.leaf()), recorded.similar(), recorded.warnings());
    }

    static Entry.ReportRecorded recorded(StoredEntry stored) {
        if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
            return recorded;
        }
        throw new IllegalStateException("entry " + stored.seq() + " is not of a report");
    }
}
