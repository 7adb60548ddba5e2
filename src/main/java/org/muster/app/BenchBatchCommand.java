package org.muster.app;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.ServerBench;

/** {@code bench batch}. */
@Command(name = "batch", mixinStandardHelpOptions = true, description = {
        "Many reports in one request (NDJSON), each answered by a line when it is recorded.",
        "At the end the record is read back: what was accepted must be stored."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench batch", "  muster bench batch --connections 1 --lines 100000",
                "  muster bench batch --seconds 2 --rounds 1"},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:measured",
                "1:it failed, or something accepted was not stored", "2:wrong arguments"})
public final class BenchBatchCommand implements Callable<Integer> {
    private static final int CONNECTIONS_MAX = 1_000;
    private static final int LINES_MAX = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Mixin
    private BenchServers servers;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "4",
            description = "batches at once (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "20000",
            description = "lines of one request, in hundreds; then the next begins (default: ${DEFAULT-VALUE})")
    private int lines;

    @Override
    public Integer call() throws InterruptedException {
        options.between("--connections", connections, 1, CONNECTIONS_MAX);
        options.between("--lines", lines, 1, LINES_MAX);
        BenchServers.check(options, "--connections", connections);
        var run = new BenchRun(spec, options);
        return run.run(
                site -> servers.bench(new ServerBench.Batches(connections, lines), run.children())
                        .run(site));
    }
}
