package org.muster.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.muster.wire.Mapper;

/**
 * How far the record was told, and what Alertmanager takes to be firing: one small file in the data folder, replaced as
 * a whole.
 *
 * @param epoch of the record
 * @param seq the last entry of which all was told
 * @param firing by the alert
 */
record Memory(String epoch, long seq, Map<UUID, Fired> firing) {

    Memory {
        firing = Map.copyOf(firing);
    }

    /** An alert as it was told. */
    record Fired(Map<String, String> labels, Instant startsAt) {

        Fired {
            labels = Map.copyOf(labels);
        }
    }

    /** Nothing was told of this record. */
    static Memory none(String epoch) {
        return new Memory(epoch, 0, Map.of());
    }

    /** What the file holds; nothing when there is none. Fails when it cannot be read. */
    static Memory read(Path file, String epoch) throws IOException {
        try {
            return Mapper.RECORDS.readValue(Files.readAllBytes(file), Memory.class);
        } catch (NoSuchFileException none) {
            return none(epoch);
        }
    }

    /** Replaces the file; on disk when it returns. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next,
                Mapper.RECORDS.writeValueAsBytes(new Memory(epoch, seq, new TreeMap<>(firing))));
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
