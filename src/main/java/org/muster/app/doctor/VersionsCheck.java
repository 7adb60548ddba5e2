package org.muster.app.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;

import org.muster.app.Version;
import org.muster.journal.sqlite.Glance;

/** What runs here, in which version. */
final class VersionsCheck implements Check {
    private static final int JAVA_MIN = 25;
    /** Before it a WAL could be corrupted by a reader at the wrong moment. */
    private static final int[] SQLITE_MIN = {3, 51, 3};

    @Override
    public String subject() {
        return "versions";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) {
        String sqlite = Glance.sqliteVersion();
        String found = "Muster " + Version.current() + ", Java " + Runtime.version() + ", SQLite "
                + sqlite + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch");
        if (Runtime.version().feature() < JAVA_MIN) {
            return List.of(Remark.fail(subject(), found, "Install a JDK of version " + JAVA_MIN
                    + " or newer, or name one in MUSTER_JAVA_HOME."));
        }
        int[] parts = Arrays.stream(sqlite.split("\\."))
                .limit(SQLITE_MIN.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        return List
                .of(Arrays.compare(parts, SQLITE_MIN) < 0
                        ? Remark.fail(subject(), found,
                                "SQLite 3.51.3 or newer belongs into the jar: build"
                                        + " it again from clean sources.")
                        : Remark.ok(subject(), found));
    }
}
