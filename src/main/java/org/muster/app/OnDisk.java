package org.muster.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.muster.journal.Replay;

/** Files that their owner alone may read, made, copied and flushed. All of it blocks. */
final class OnDisk {
    private static final int CHUNK = 1 << 20;

    private OnDisk() {}

    /** Makes an empty file. */
    static void make(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createFile(file,
                posix ? new FileAttribute<?>[] {PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                        : new FileAttribute<?>[0]);
    }

    /** Comes back when what is in a file, or which files are in a folder, is on the disk. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Copies a file and gives the SHA-256, in hex, of what was read. */
    static String copy(Path from, Path to, Replay.Progress progress) throws IOException {
        make(to);
        try (OutputStream out = Files.newOutputStream(to)) {
            return read(from, out, progress);
        }
    }

    /** The SHA-256 of a file, in hex. */
    static String sha256(Path file, Replay.Progress progress) throws IOException {
        return read(file, OutputStream.nullOutputStream(), progress);
    }

    private static String read(Path file, OutputStream to, Replay.Progress progress)
            throws IOException {
        long total = Files.size(file);
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                to.write(chunk, 0, read);
                done += read;
                progress.at(done / CHUNK, total / CHUNK);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
