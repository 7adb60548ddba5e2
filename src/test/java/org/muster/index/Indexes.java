package org.muster.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.muster.journal.JournalReader;
import org.muster.view.Views;

/** Indexes as tests need them. */
public final class Indexes {
    /** Far longer than any of them takes. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LOOKS_MAX = 10_000;

    private Indexes() {}

    /** One that follows a record, from a file in this folder. */
    public static Index following(Path folder, JournalReader journal, Views views) {
        Index index = of(folder, journal, views);
        index.start();
        return index;
    }

    /** The same, and it holds all that the record does. */
    public static Index holding(Path folder, JournalReader journal, Views views) {
        Index index = following(folder, journal, views);
        for (int i = 0; i < LOOKS_MAX; i++) {
            // When it is far behind it does not let anybody wait.
            if (index.holds(views.now().cursor().seq(), PATIENCE)) {
                return index;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("it does not catch up");
    }

    /** One that is of no use to anybody. */
    public static Index none(JournalReader journal, Views views) {
        Index index = of(Path.of("nowhere"), journal, views);
        index.close();
        return index;
    }

    private static Index of(Path folder, JournalReader journal, Views views) {
        return new Index(folder.resolve("index.db"), journal, views, () -> (done, total) -> {});
    }
}
