package org.muster.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.wire.Mapper;

/**
 * What a backup holds, written last, as {@code manifest.json}.
 *
 * @param format of the backup
 * @param muster the version that made it
 * @param epoch of the record
 * @param head the newest entry's number; 0 when there is none
 * @param newestAt when that was received; null when there is none
 * @param reports among the entries
 */
record Manifest(int format, String muster, String epoch, long head, @Nullable Instant newestAt,
        long reports, List<Content> files) {
    static final String FILE = "manifest.json";
    static final int FORMAT = 1;
    static final String JOURNAL = "journal.db";
    static final String ACCESS = "access.db";

    /**
     * One file of it.
     *
     * @param sha256 of its bytes, in hex
     */
    record Content(String name, long bytes, String sha256) {}

    Manifest {
        files = List.copyOf(files);
    }

    /** Reads that of a backup; fails with words for the operator. */
    static Manifest read(Path backup) {
        Path file = backup.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CopyFailed(backup + " is no backup: it holds no " + FILE
                    + ". Name the folder that muster backup made.", CopyFailed.NOT_DONE);
        }
        try {
            Manifest manifest = Mapper.RECORDS.readValue(file.toFile(), Manifest.class);
            List<String> names = manifest.files().stream().map(Content::name).toList();
            if (manifest.format() != FORMAT || !names.contains(JOURNAL)
                    || !Set.of(JOURNAL, ACCESS).containsAll(names)) {
                throw new IOException("it is of another format than this version reads");
            }
            return manifest;
        } catch (IOException | RuntimeException broken) {
            throw new CopyFailed(file + " cannot be read: " + broken.getMessage()
                    + ". Nothing was restored; take another backup.", CopyFailed.UNSOUND);
        }
    }

    void write(Path folder) throws IOException {
        OnDisk.make(folder.resolve(FILE));
        Mapper.RECORDS.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(FILE).toFile(), this);
        OnDisk.sync(folder.resolve(FILE));
    }

    /** All its files together. */
    long bytes() {
        return files.stream().mapToLong(Content::bytes).sum();
    }
}
