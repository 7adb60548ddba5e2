package org.muster.app;

import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.config.Limits;
import org.muster.metrics.DiskMeters;
import org.muster.model.Rejection;

/** Watches the free space of the data folder's disk and says when recording must wait for more. One thread. */
final class Space {
    private static final Logger LOG = LoggerFactory.getLogger(Space.class);
    private static final double MIB = 1024 * 1024;

    private final DataFolder folder;
    private final Limits.Disk limits;
    private final DiskMeters meters;
    private boolean warned;
    private boolean refusing;

    Space(DataFolder folder, Limits.Disk limits, DiskMeters meters) {
        this.folder = folder;
        this.limits = limits;
        this.meters = meters;
    }

    /** Why nothing may be recorded now, if so. Blocks for a moment. */
    Optional<Rejection> look() {
        DataFolder.Space space = folder.space();
        long floor = limits.floorBytes(space.total());
        boolean low = space.free() < floor;
        meters.found(space.free(), floor);
        if (low && !refusing) {
            LOG.error(
                    "{} are free on the disk of the data folder: reports are refused (503),"
                            + " reading goes on. Free some space; recording resumes by itself.",
                    mebibytes(space.free()));
        } else if (!low && refusing) {
            LOG.info("{} are free again: recording resumes.", mebibytes(space.free()));
        } else if (space.free() < limits.warnBytes() && !warned) {
            LOG.warn("Only {} are free on the disk of the data folder.", mebibytes(space.free()));
        }
        refusing = low;
        warned = space.free() < limits.warnBytes();
        return low
                ? Optional.of(new Rejection(Rejection.Code.DISK_LOW,
                        "The service's disk is nearly full, so nothing can be recorded now."
                                + " Keep this report and send it again, under the same id."))
                : Optional.empty();
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f MiB", bytes / MIB);
    }
}
