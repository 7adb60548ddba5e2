package org.muster.app;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench page}, which needs a browser and what drives it: the launcher of a checkout runs it, the jar alone cannot. */
@Command(name = "page", mixinStandardHelpOptions = true, description = {
        "The dashboard in a real browser before a busy service: weight, first paint, map, frames a second,"
                + " longest task, memory, each with its budget.",
        "Run by the launcher of a checkout: ./muster bench page --help"},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench page", "  muster bench page --incidents 1000 --rounds 1"})
public final class BenchPageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> given = List.of();

    @Override
    public Integer call() {
        spec.commandLine()
                .getErr()
                .println("The jar alone holds no browser" + (given.isEmpty() ? "" : " for " + given)
                        + ". In a checkout run ./muster bench page instead.");
        return CommandLine.ExitCode.USAGE;
    }
}
