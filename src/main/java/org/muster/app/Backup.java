package org.muster.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.muster.access.Access;
import org.muster.access.AccessException;
import org.muster.config.SignIn;
import org.muster.journal.Inspection;
import org.muster.journal.JournalException;
import org.muster.journal.sqlite.SqliteCopy;

/**
 * Makes a copy of a data folder, beside the service that writes to it, and keeps it only when it is sound. Until then it
 * stands under a name that nobody takes for a backup.
 */
final class Backup {
    private static final String UNFINISHED = ".muster-backup-unfinished-";
    private static final String LOCK = "lock";
    private static final long MIB = 1 << 20;

    private final Path data;
    private final Path to;
    private final Clocks clocks;
    private final Consumer<String> say;

    /** @param say hears how far it is */
    Backup(Path data, Path to, Clocks clocks, Consumer<String> say) {
        this.data = data;
        this.to = to.toAbsolutePath().normalize();
        this.clocks = clocks;
        this.say = say;
    }

    /**
     * Makes it. Blocks until it is on disk under its name.
     *
     * @throws CopyFailed when there is none, and nothing is left of it
     */
    Manifest make() {
        Path parent = parent();
        if (!Files.isRegularFile(data.resolve(Manifest.JOURNAL))) {
            throw notDone(data + " holds no " + Manifest.JOURNAL
                    + ", so there is nothing to back up: --data names the service's data folder");
        }
        if (Files.exists(to)) {
            throw notDone(to + " is there already, and a backup overwrites nothing:"
                    + " name a folder that is not there, with --to");
        }
        if (!Files.isDirectory(parent)) {
            throw notDone(parent + " is not there, so the backup cannot be put into it:"
                    + " make it first, or see whether its disk is mounted");
        }
        try {
            clean(parent);
            enough(parent);
            return under(ThrowAwayFolder.make(parent, UNFINISHED));
        } catch (IOException | UncheckedIOException failed) {
            throw notDone("the backup could not be written (" + failed.getMessage()
                    + "): see that the disk of " + parent + " has space and takes writes");
        } catch (JournalException | AccessException failed) {
            throw notDone(failed.getMessage() + ": see that the disks of " + data + " and of "
                    + parent + " have space and work");
        }
    }

    private Manifest under(ThrowAwayFolder folder) throws IOException {
        Path unfinished = folder.path();
        // Ctrl-C and SIGTERM leave nothing either; what kill -9 leaves, the next backup takes away.
        Thread leaving = Thread.ofPlatform().unstarted(folder::delete);
        Runtime.getRuntime().addShutdownHook(leaving);
        try (FileChannel lock = FileChannel.open(unfinished.resolve(LOCK),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new IOException(unfinished + " is somebody else's");
            }
            List<String> files = copy(unfinished);
            Inspection found = check(unfinished, files);
            List<Manifest.Content> contents = new ArrayList<>();
            for (String name : files) {
                Path file = unfinished.resolve(name);
                OnDisk.sync(file);
                contents.add(new Manifest.Content(name, Files.size(file),
                        OnDisk.sha256(file, headway("reading " + name + " again", "MiB"))));
            }
            Manifest manifest = new Manifest(Manifest.FORMAT, Version.current(), found.epoch(),
                    found.head(), found.newestAt(), found.reports(), contents);
            manifest.write(unfinished);
            Files.delete(unfinished.resolve(LOCK));
            OnDisk.sync(unfinished);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            OnDisk.sync(parent());
            return manifest;
        } finally {
            folder.delete();
            unhook(leaving);
        }
    }

    /** The record first; then the credentials, so that one revoked meanwhile is not valid in the backup. */
    private List<String> copy(Path into) throws IOException {
        boolean hasAccess = Files.isRegularFile(data.resolve(Manifest.ACCESS));
        long recordedUpTo = hasAccess ? recordedUpTo() : 0;
        copy(Manifest.JOURNAL, into);
        if (!hasAccess) {
            say.accept(data + " holds no " + Manifest.ACCESS + ": the backup has no tokens.");
            return List.of(Manifest.JOURNAL);
        }
        copy(Manifest.ACCESS, into);
        try (Access copied = Access.open(into, clocks.day(), SignIn.defaults())) {
            copied.recordAfter(recordedUpTo);
        }
        SqliteCopy.alone(into.resolve(Manifest.ACCESS));
        return List.of(Manifest.JOURNAL, Manifest.ACCESS);
    }

    private long recordedUpTo() {
        try (Access access = Access.open(data, clocks.day(), SignIn.defaults())) {
            return access.recordedUpTo();
        }
    }

    private void copy(String name, Path into) throws IOException {
        Path from = data.resolve(name);
        Path copy = into.resolve(name);
        OnDisk.make(copy);
        long mebibytes = Files.size(from) / MIB;
        Headway headway = headway("copying " + name, "MiB");
        try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("headway").daemon().factory())) {
            var _ = watch.scheduleWithFixedDelay(() -> headway.at(size(copy) / MIB, mebibytes), 1,
                    1, TimeUnit.SECONDS);
            try {
                SqliteCopy.write(from, copy);
            } finally {
                watch.shutdownNow();
            }
        }
    }

    private Inspection check(Path copy, List<String> files) {
        for (String name : files) {
            SqliteCopy.fault(copy.resolve(name)).ifPresent(fault -> {
                throw unsound(name + " is damaged: " + fault);
            });
        }
        try {
            return Inspections.of(copy.resolve(Manifest.JOURNAL),
                    headway("checking the copy", "entries"));
        } catch (Inspection.Unsound | JournalException broken) {
            throw unsound(String.valueOf(broken.getMessage()));
        }
    }

    /** What a backup that was killed left behind; one that is still at work holds its lock. */
    private void clean(Path parent) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(parent)) {
            left = all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path one : left) {
            try (FileChannel lock = FileChannel.open(one.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                if (lock.tryLock() != null) {
                    new ThrowAwayFolder(one).delete();
                    say.accept("Deleted " + one + ", which a backup left that did not finish.");
                }
            }
        }
    }

    private void enough(Path parent) throws IOException {
        long needed = 0;
        for (String name : List.of(Manifest.JOURNAL, Manifest.JOURNAL + "-wal", Manifest.ACCESS)) {
            needed += size(data.resolve(name));
        }
        long free = Files.getFileStore(parent).getUsableSpace();
        if (free < needed) {
            throw notDone("the backup takes up to %,d MiB, and on the disk of %s only %,d are free"
                    .formatted(needed / MIB + 1, parent, free / MIB));
        }
    }

    private static void unhook(Thread leaving) {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException leavingAlready) {
            // Then it has nothing left to delete.
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException absent) {
            return 0;
        }
    }

    private Path parent() {
        Path parent = to.getParent();
        return parent == null ? to : parent;
    }

    private Headway headway(String what, String unit) {
        return new Headway(clocks.nanos(), say, what, unit);
    }

    private static CopyFailed notDone(String why) {
        return new CopyFailed("No backup was made: " + why + ". The service is not affected.",
                CopyFailed.NOT_DONE);
    }

    private CopyFailed unsound(String why) {
        return new CopyFailed("No backup was kept, because the copy did not stand the check: " + why
                + ". Make another one, in another place. If it says the same, the record in " + data
                + " is damaged: keep all older backups, look at its disk, and restore the newest"
                + " backup into another folder.", CopyFailed.UNSOUND);
    }
}
