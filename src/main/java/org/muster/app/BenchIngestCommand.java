package org.muster.app;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.ServerBench;

/** {@code bench ingest}. */
@Command(name = "ingest", mixinStandardHelpOptions = true,
        description = {
                "Single reports on keep-alive connections, each recorded before it is answered.",
                "At the end the record is read back: what was accepted must be stored."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench ingest", "  muster bench ingest --connections 4 --seconds 2",
                "  muster bench ingest --rate 2000 --json ingest.json"},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:measured",
                "1:it failed, or something accepted was not stored", "2:wrong arguments"})
public final class BenchIngestCommand implements Callable<Integer> {
    private static final int CONNECTIONS_MAX = 5_000;
    private static final double RATE_MAX = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Mixin
    private BenchServers servers;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "32",
            description = "connections that send (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0",
            description = "reports a second at appointed times, over all connections; latencies then count from"
                    + " the appointed time (default: as fast as they are answered)")
    private double rate;

    @Override
    public Integer call() throws InterruptedException {
        options.between("--connections", connections, 1, CONNECTIONS_MAX);
        options.between("--rate", rate, 0, RATE_MAX);
        BenchServers.check(options, "--connections", connections);
        var run = new BenchRun(spec, options);
        return run.run(
                site -> servers.bench(new ServerBench.Ingest(connections, rate), run.children())
                        .run(site));
    }
}
