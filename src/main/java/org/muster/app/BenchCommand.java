package org.muster.app;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures what the service does on this machine, against the least that anything could do. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        subcommands = {BenchIngestCommand.class, BenchBatchCommand.class, BenchStreamCommand.class,
                BenchCoreCommand.class, BenchPageCommand.class, BenchBareCommand.class},
        description = {
                "Measures the service on this machine, on throw-away data and loopback alone.",
                "Beside it, in turns, a bare Vert.x does the same and keeps nothing: the ratio of the two says"
                        + " more than either."},
        footerHeading = "%nExamples:%n",
        footer = {
                "  muster bench ingest                             single reports, about a minute",
                "  muster bench batch --json batch.json", "  muster bench stream --watchers 200",
                "  muster bench core --seconds 2 --rounds 1        a quick look",
                "  muster bench page                               the dashboard in a real browser",
                "  muster bench ingest --data-root /var/lib        on the disk that counts"})
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
