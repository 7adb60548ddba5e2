package org.muster.journal;

import java.util.Optional;

import org.muster.core.PictureState;

/** Pictures kept so that replay need not begin at the first entry. They may vanish at any time without loss. */
public interface Snapshots extends AutoCloseable {

    /** A picture as it stood after the entry {@code seq}. */
    record Snapshot(long seq, PictureState state) {}

    /** The newest one, made by this version of the core, that stands at or before {@code seq}. */
    Optional<Snapshot> newest(long seq);

    /** Keeps it, and may forget others: those left are spread over the whole record, so that any moment is near one. */
    void keep(Snapshot snapshot);

    @Override
    void close();
}
