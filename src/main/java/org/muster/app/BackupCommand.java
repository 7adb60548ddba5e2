package org.muster.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a data folder while the service runs. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = {
        "Copies the record and the tokens of a data folder into a new folder, while the service"
                + " runs, and checks the copy entry by entry. Only a copy that is sound gets its"
                + " name; nothing is ever overwritten.",
        "What is left of an unfinished one is named .muster-backup-unfinished-… and is deleted by"
                + " the next backup to the same place."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster backup --to /backups/2026-11-22",
                "  muster backup --data /var/lib/muster --to \"/backups/$(date +%%F-%%H%%M)\"",
                "  a line of a crontab, each hour, with a word to somebody when it fails:",
                "  5 * * * * muster backup --data /var/lib/muster --to \"/backups/$(date"
                        + " +\\%%F-\\%%H\\%%M)\" || echo failed"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the backup is on disk and was checked",
                "1:no backup was made: no space, no such folder, the name is taken",
                "2:wrong arguments",
                "3:no backup was kept, because the copy did not stand the check"})
public final class BackupCommand implements Callable<Integer> {
    private static final double MIB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "Data folder of the service (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--to", paramLabel = "FOLDER", required = true,
            description = "Folder to make; the one it lies in must be there.")
    private Path to;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Manifest made = new Backup(data, to, Clocks.system(), line -> {
                err.println(line);
                err.flush();
            }).make();
            PrintWriter out = spec.commandLine().getOut();
            out.println(String.format(Locale.ROOT,
                    "Backed up %s%nIt takes %,.1f MiB in %s. Every entry was read back and checked.",
                    RestoreCommand.what(made), made.bytes() / MIB, to));
            out.flush();
            return 0;
        } catch (CopyFailed failed) {
            err.println(failed.getMessage());
            err.flush();
            return failed.exitCode();
        }
    }
}
