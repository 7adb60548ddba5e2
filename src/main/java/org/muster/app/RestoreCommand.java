package org.muster.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.muster.wire.Times;

/** Makes a data folder of a backup. */
@Command(name = "restore", mixinStandardHelpOptions = true, description = {
        "Makes a data folder of a backup, after it was checked as a whole. The folder must be empty"
                + " or new: nothing is ever overwritten.",
        "The record begins a new life: whoever followed it by stream or cursor is told to begin"
                + " anew with the picture, and screens do so by themselves."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster restore /backups/2026-11-22-1305 --data /var/lib/muster-restored",
                "  muster serve --data /var/lib/muster-restored",
                "  a rehearsal, beside the service:",
                "  muster restore /backups/2026-11-22-1305 --data /tmp/rehearsal"
                        + " && muster serve --data /tmp/rehearsal --port 8081"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:restored, checked and on disk",
                "1:nothing was restored: the folder is not empty, or cannot be written",
                "2:wrong arguments", "3:nothing was restored, because the backup is damaged"})
public final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "A backup that muster backup made.")
    private Path backup;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "Data folder to make (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Manifest restored = new Restore(backup, data, Clocks.system(), line -> {
                err.println(line);
                err.flush();
            }).run();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Restored " + what(restored));
            out.println("It is in " + data + ", as a new life of the record: whoever follows it"
                    + " begins anew with the picture.");
            out.println("Not in it: everything recorded after that. Senders that kept their reports"
                    + " may send them again under the same ids; what is there counts once.");
            out.println("Tokens are as they were at the backup: those revoked by then stay revoked,"
                    + " those made since are unknown, and those revoked since HOLD AGAIN."
                    + " Look through muster token list --data " + data + " before you start.");
            out.flush();
            return 0;
        } catch (CopyFailed failed) {
            err.println(failed.getMessage());
            err.flush();
            return failed.exitCode();
        }
    }

    /** What a backup holds, as one sentence after a verb. */
    static String what(Manifest manifest) {
        Instant newest = manifest.newestAt();
        return newest == null ? "a record without an entry."
                : String.format(Locale.ROOT, "%,d entries, %,d of them reports, the newest of %s.",
                        manifest.head(), manifest.reports(), Times.text(newest));
    }
}
