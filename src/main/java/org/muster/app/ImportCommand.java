package org.muster.app;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings other people's data into a running service; a subcommand for each format. */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = CccCommand.class,
        description = "Brings other people's data into a running service, through its API.",
        footerHeading = "%nExamples:%n",
        footer = {"  muster import ccc sheets/*.csv --places places.csv"
                + " --url http://127.0.0.1:8080 --token T", "  muster import ccc --help"})
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
