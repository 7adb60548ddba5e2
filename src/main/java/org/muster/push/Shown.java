package org.muster.push;

import java.util.LinkedHashMap;
import java.util.Map;

import org.muster.model.Settings;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.ReducedJson;

/**
 * The bytes of an entry as every watcher gets it: the stored ones, or the reduced ones when it is of something sensitive
 * by now. Those are made once for all watchers, and the last few are kept. Any thread.
 */
final class Shown {

    /** So many reduced entries are kept: as many as one piece of the record has at most. */
    static final int KEPT_MAX = Stretch.ALIGN;

    private final Map<Long, byte[]> reduced = new LinkedHashMap<>(KEPT_MAX, 0.75f, true);
    private Settings settings = Settings.NONE;

    /** @param view one that holds the entry, and the newest there is: what is sensitive stands there */
    byte[] bytes(StoredEntry stored, View view) {
        return view.conceals(stored.entry()) ? reduced(stored, view.settings()) : stored.bytes();
    }

    private synchronized byte[] reduced(StoredEntry stored, Settings now) {
        if (!settings.equals(now)) {
            // Another map has other centres.
            settings = now;
            reduced.clear();
        }
        byte[] known = reduced.get(stored.seq());
        if (known == null) {
            known = ReducedJson.of(stored, now.centre(stored.entry().areas()));
            reduced.put(stored.seq(), known);
            if (reduced.size() > KEPT_MAX) {
                reduced.remove(reduced.keySet().iterator().next());
            }
        }
        return known;
    }
}
