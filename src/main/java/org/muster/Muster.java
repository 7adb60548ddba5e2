package org.muster;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.muster.app.BackupCommand;
import org.muster.app.BenchCommand;
import org.muster.app.DemoCommand;
import org.muster.app.DoctorCommand;
import org.muster.app.ImportCommand;
import org.muster.app.RehearseCommand;
import org.muster.app.RestoreCommand;
import org.muster.app.ServeCommand;
import org.muster.app.TokenCommand;
import org.muster.app.Version;

/** The command line. Each command is a class of {@link org.muster.app}. */
@Command(name = "muster", mixinStandardHelpOptions = true, versionProvider = Version.class,
        subcommands = {ServeCommand.class, DemoCommand.class, TokenCommand.class,
                ImportCommand.class, BackupCommand.class, RestoreCommand.class, BenchCommand.class,
                DoctorCommand.class, RehearseCommand.class},
        description = "Takes reports of crowds and crimes from the street and shows one live picture.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster demo                 two nights in Rotherham, on throw-away data",
                "  muster serve --data data    the service, until Ctrl-C",
                "  muster token create --data data --role controller --name desk-2",
                "  muster import ccc --help    protests of other people's sheets, through the API",
                "  muster backup --to FOLDER   a checked copy of the record, while the service runs",
                "  muster restore FOLDER       makes a data folder of it",
                "  muster rehearse RULES       what other rules would have done in the past",
                "  muster bench ingest         what this machine takes",
                "  muster doctor               is this machine fit for it?",
                "  muster test                 everything that CI runs (muster test --help)"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong arguments or configuration"})
public final class Muster implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and gives its exit code. */
    static int run(String... args) {
        return new CommandLine(new Muster()).execute(args);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
