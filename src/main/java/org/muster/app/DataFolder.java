package org.muster.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The folder that holds the record. While it is open no other service can open it. */
final class DataFolder implements AutoCloseable {
    private static final String SQLITE_SCRATCH = "org.sqlite.tmpdir";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder if need be and locks it. Fails with words for the operator. */
    static DataFolder open(Path folder) {
        try {
            make(folder);
            FileChannel channel = FileChannel.open(folder.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailed("Another Muster service uses the data folder " + folder
                        + ". Stop that one first, or give this one a folder of its own with --data.");
            }
            scratch(folder.resolve("scratch"));
            return new DataFolder(folder, channel);
        } catch (IOException failed) {
            throw new StartFailed("The data folder " + folder + " cannot be used: " + failed
                    + ". Check that it can be written to, or name another with --data.");
        }
    }

    /** Whether a service has the folder open now. */
    static boolean isInUse(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"),
                StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Makes the folder, readable by its owner alone, unless it is there. */
    static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions
                    .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Where SQLite's driver unpacks its library: what a killed process left behind goes at the next start. */
    private static void scratch(Path scratch) throws IOException {
        make(scratch);
        try (Stream<Path> left = Files.list(scratch)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        System.setProperty(SQLITE_SCRATCH, scratch.toAbsolutePath().toString());
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    Path journal() {
        return folder.resolve("journal.db");
    }

    Path snapshots() {
        return folder.resolve("snapshots.db");
    }

    Path index() {
        return folder.resolve("index.db");
    }

    Path path() {
        return folder;
    }

    /** Free and whole size of the disk, in bytes. */
    Space space() {
        try {
            var store = Files.getFileStore(folder);
            return new Space(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return new Space(0, 0);
        }
    }

    /** Bytes of a disk. */
    record Space(long free, long total) {}

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
