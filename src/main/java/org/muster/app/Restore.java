package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.muster.journal.Inspection;
import org.muster.journal.JournalException;
import org.muster.journal.sqlite.SqliteCopy;

/** Puts a backup into a data folder that holds nothing yet, checked as a whole, as a new life of the record. */
final class Restore {
    private static final String UNFINISHED = "restore-unfinished";
    /** What opening a folder leaves in it, and what a restore that was killed does. */
    private static final Set<String> NOTHING = Set.of("lock", "scratch", UNFINISHED);

    private final Path backup;
    private final Path data;
    private final Clocks clocks;
    private final Consumer<String> say;

    /** @param say hears how far it is */
    Restore(Path backup, Path data, Clocks clocks, Consumer<String> say) {
        this.backup = backup;
        this.data = data;
        this.clocks = clocks;
        this.say = say;
    }

    /**
     * Restores. Blocks until all of it is on disk; no service can start on the folder before.
     *
     * @throws CopyFailed when nothing was restored
     */
    Manifest run() {
        Manifest manifest = Manifest.read(backup);
        boolean isNew = !Files.exists(data);
        requireEmpty();
        try (DataFolder _ = DataFolder.open(data)) {
            ThrowAwayFolder unfinished = new ThrowAwayFolder(data.resolve(UNFINISHED));
            boolean done = false;
            try {
                unfinished.delete();
                DataFolder.make(unfinished.path());
                fill(unfinished.path(), manifest);
                settle(unfinished.path(), manifest);
                done = true;
                return manifest;
            } finally {
                unfinished.delete();
                if (!done) {
                    leave(isNew);
                }
            }
        } catch (StartFailed | IOException | UncheckedIOException | JournalException failed) {
            throw new CopyFailed(
                    "Nothing was restored: " + failed.getMessage() + ". The backup is as it was.",
                    CopyFailed.NOT_DONE);
        }
    }

    private void requireEmpty() {
        if (!Files.exists(data)) {
            return;
        }
        Set<String> others;
        try (Stream<Path> files = Files.list(data)) {
            others = files.map(file -> file.getFileName().toString())
                    .filter(name -> !NOTHING.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new CopyFailed(
                    data + " cannot be used: " + unreadable
                            + ". Nothing was restored; name another folder with --data.",
                    CopyFailed.NOT_DONE);
        }
        if (!others.isEmpty()) {
            throw new CopyFailed(data + " is not empty (" + String.join(", ", others) + ")"
                    + (DataFolder.isInUse(data) ? ", and a Muster service runs on it" : "")
                    + ". A restore overwrites nothing: nothing was changed. Name a folder that is"
                    + " empty or not there, with --data.", CopyFailed.NOT_DONE);
        }
    }

    private void fill(Path into, Manifest manifest) throws IOException {
        for (Manifest.Content content : manifest.files()) {
            Path from = backup.resolve(content.name());
            Path to = into.resolve(content.name());
            if (!Files.isRegularFile(from)) {
                throw unsound(content.name() + " is missing");
            }
            String sha256 = OnDisk.copy(from, to,
                    new Headway(clocks.nanos(), say, "copying " + content.name(), "MiB"));
            if (!sha256.equals(content.sha256()) || Files.size(to) != content.bytes()) {
                throw unsound(content.name() + " is not as it was written: its SHA-256 is " + sha256
                        + ", not " + content.sha256() + where(content, to));
            }
            SqliteCopy.fault(to).ifPresent(fault -> {
                throw unsound(content.name() + " is damaged: " + fault);
            });
        }
        Inspection found = inspect(into.resolve(Manifest.JOURNAL));
        if (found.head() != manifest.head() || !found.epoch().equals(manifest.epoch())
                || !Objects.equals(found.newestAt(), manifest.newestAt())) {
            throw unsound("its manifest tells of another record than it holds");
        }
    }

    /** Which entry it is that was changed, as far as that can be said. */
    private String where(Manifest.Content content, Path copy) {
        if (!content.name().equals(Manifest.JOURNAL)) {
            return "";
        }
        try {
            Inspection _ = Inspections.of(copy, (done, total) -> {});
            return SqliteCopy.fault(copy).map(fault -> "; " + fault).orElse("");
        } catch (Inspection.Unsound | JournalException broken) {
            return "; " + broken.getMessage();
        }
    }

    private Inspection inspect(Path journal) {
        try {
            return Inspections.of(journal,
                    new Headway(clocks.nanos(), say, "checking the record", "entries"));
        } catch (Inspection.Unsound | JournalException broken) {
            throw unsound(String.valueOf(broken.getMessage()));
        }
    }

    /** The record comes last: without it no service takes the folder for a whole one. */
    private void settle(Path from, Manifest manifest) throws IOException {
        SqliteCopy.begin(from.resolve(Manifest.JOURNAL), RecordKeeping.newEpoch());
        List<String> names = manifest.files().stream().map(Manifest.Content::name).toList();
        for (String name : names) {
            OnDisk.sync(from.resolve(name));
        }
        for (String name : names.reversed()) {
            Files.move(from.resolve(name), data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        OnDisk.sync(data);
    }

    /** As it was before. */
    private void leave(boolean isNew) throws IOException {
        new ThrowAwayFolder(data.resolve("scratch")).delete();
        for (String name : List.of("lock", Manifest.ACCESS)) {
            Files.deleteIfExists(data.resolve(name));
        }
        if (isNew) {
            Files.deleteIfExists(data);
        }
    }

    private CopyFailed unsound(String why) {
        return new CopyFailed("Nothing was restored, because the backup in " + backup
                + " is damaged: " + why + ". Take another backup.", CopyFailed.UNSOUND);
    }
}
