package org.muster.core;

import java.util.List;
import java.util.Optional;

import org.muster.journal.MemoryJournal;
import org.muster.journal.Replay;
import org.muster.journal.Resumption;
import org.muster.journal.Snapshots;
import org.muster.model.StoredEntry;

/** What a start makes of a record that was never kept but as entries. */
final class Resumed implements Snapshots {

    private Resumed() {}

    /** The world goes on with it. */
    static void start(World world) {
        MemoryJournal journal = new MemoryJournal("resumed");
        world.entries.forEach(
                entry -> journal.append(List.of(new StoredEntry(entry, new byte[0], new byte[0]))));
        Replay replay = new Replay(journal, new Resumed());
        world.restart(new Resumption(journal, replay).upTo(journal.head(), world.now(),
                world.rulebook, (_, _) -> {}));
    }

    @Override
    public Optional<Snapshot> newest(long seq) {
        return Optional.empty();
    }

    @Override
    public void keep(Snapshot snapshot) {
        throw new AssertionError("nobody keeps one here");
    }

    @Override
    public void close() {}
}
