package org.muster.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Whether the data folder is there, whose it is, and who can get at it. */
final class FolderCheck implements Check {
    private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    @Override
    public String subject() {
        return "data folder";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) throws IOException {
        Path data = patient.data();
        if (!Files.exists(data)) {
            Path above = patient.nearestFolder();
            return List.of(Files.isWritable(above)
                    ? Remark.ok(subject(), data + " is not there yet; the first start makes it")
                    : Remark.fail(subject(),
                            data + " is not there, and " + above + " may not be written to",
                            "Make it, and give it to the service's user: mkdir " + data
                                    + " && chown USER " + data + "."));
        }
        if (!Files.isDirectory(data)) {
            return List
                    .of(Remark.fail(subject(), data + " is a file", "Name a folder with --data."));
        }
        if (!Files.isWritable(data)) {
            return List.of(Remark.fail(subject(),
                    data + " may not be written to by " + System.getProperty("user.name")
                            + ", or its file system is read-only",
                    "Run this as the service's user; else look at mount and chown."));
        }
        return List.of(access(data));
    }

    private Remark access(Path data) throws IOException {
        if (!Files.getFileStore(data).supportsFileAttributeView("posix")) {
            return Remark.ok(subject(), data.toString());
        }
        var about = Files.readAttributes(data, PosixFileAttributes.class);
        String found = data + ", of " + about.owner().getName();
        boolean open = about.permissions().stream().anyMatch(OTHERS::contains);
        return open
                ? Remark.warn(subject(), found + ", and others of this machine can get at it",
                        "What is sensitive lies there readable: chmod 700 " + data + ".")
                : Remark.ok(subject(), found + ", for nobody else");
    }
}
