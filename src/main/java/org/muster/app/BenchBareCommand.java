package org.muster.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.BareServer;

/** {@code bench bare}: the process that the others start to hold the service against. */
@Command(name = "bare", hidden = true, mixinStandardHelpOptions = true,
        description = "Answers on a free port of loopback and keeps nothing, until SIGTERM.",
        footerHeading = "%nExamples:%n",
        footer = "  muster bench bare --receipt 299 --line 322 --message 721")
public final class BenchBareCommand implements Callable<Integer> {
    private static final long LISTENS_SECONDS = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--receipt", required = true, paramLabel = "BYTES",
            description = "answer to a report")
    private int receipt;

    @Option(names = "--line", required = true, paramLabel = "BYTES",
            description = "answer to a line of a batch")
    private int line;

    @Option(names = "--message", required = true, paramLabel = "BYTES",
            description = "what a report becomes on a socket")
    private int message;

    @Override
    public Integer call() throws InterruptedException {
        var server = new BareServer(new BareServer.Sizes(receipt, line, message));
        try {
            var port = server.listen().await(LISTENS_SECONDS, TimeUnit.SECONDS);
            var out = spec.commandLine().getOut();
            out.println("A bare Vert.x listens on http://127.0.0.1:" + port + "/");
            out.flush();
        } catch (TimeoutException late) {
            spec.commandLine().getErr().println("Nothing listens after " + LISTENS_SECONDS + " s.");
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }
}
