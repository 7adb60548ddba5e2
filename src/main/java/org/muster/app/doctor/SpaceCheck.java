package org.muster.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleConsumer;

import org.muster.config.Limits;

/** Free space of the data folder's disk against the limits of the configuration. */
final class SpaceCheck implements Check {
    private static final double MIB = 1 << 20;

    @Override
    public String subject() {
        return "disk space";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) throws IOException {
        FileStore disk = Files.getFileStore(patient.nearestFolder());
        Limits.Disk limits = patient.limits().disk();
        long free = disk.getUsableSpace();
        long floor = limits.floorBytes(disk.getTotalSpace());
        String found = mebibytes(free) + " of " + mebibytes(disk.getTotalSpace())
                + " are free; below " + mebibytes(floor) + " nothing is recorded";
        Remark remark = free < floor
                ? Remark.fail(subject(), found,
                        "Free some space, or give the folder a larger disk. Recording resumes by"
                                + " itself.")
                : free < limits.warnBytes()
                        ? Remark.warn(subject(), found,
                                "Free some space before it is gone (limits.disk.warnBytes is "
                                        + mebibytes(limits.warnBytes()) + ").")
                        : Remark.ok(subject(), found);
        return List.of(remark.with(Map.of("freeBytes", free, "floorBytes", floor)));
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", bytes / MIB);
    }
}
