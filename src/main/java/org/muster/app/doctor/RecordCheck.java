package org.muster.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

import org.muster.journal.JournalException;
import org.muster.journal.sqlite.Glance;

/** Whether a service holds the record, and what the record says of itself. */
final class RecordCheck implements Check {
    /** The clock of the record never goes back, so it may be a little ahead of one that was set. */
    private static final Duration AHEAD_MAX = Duration.ofSeconds(2);

    @Override
    public String subject() {
        return "record";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) {
        Path file = patient.data().resolve("journal.db");
        if (!Files.exists(file)) {
            return List.of(Remark.ok(subject(), "none yet"));
        }
        OptionalLong service = patient.service();
        String held = service.isPresent()
                ? ", held by the service that runs as process " + service.getAsLong()
                : ", no service runs on it";
        try {
            Glance glance = Glance.at(file);
            return List.of(told(patient, glance, held));
        } catch (JournalException unreadable) {
            Throwable cause = unreadable.getCause();
            return List.of(Remark.fail(subject(),
                    file + " cannot be read: " + unreadable.getMessage()
                            + (cause == null ? "" : " (" + cause.getMessage() + ")"),
                    "Change nothing in the folder. Look at the disk first; restore a copy only if"
                            + " it stays like this."));
        }
    }

    private Remark told(Patient patient, Glance glance, String held) {
        var newest = glance.newest();
        if (newest == null) {
            return Remark.ok(subject(), "epoch " + glance.epoch() + ", empty" + held);
        }
        Instant last = newest.entry().at();
        Duration ahead = Duration.between(patient.clocks().day().instant(), last);
        String found = "epoch " + glance.epoch() + ", last entry " + newest.seq() + " of " + last
                + held;
        var figures = Map.of("head", newest.seq());
        return (ahead.compareTo(AHEAD_MAX) > 0 ? Remark.warn(subject(), found,
                "This machine's clock is " + ahead.toSeconds()
                        + " s behind the record: new entries will bear the last one's time until it"
                        + " has caught up. Set the clock.")
                : Remark.ok(subject(), found)).with(figures);
    }
}
