package org.muster.app;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.ServerBench;

/** {@code bench stream}. */
@Command(name = "stream", mixinStandardHelpOptions = true, description = {
        "Reports that many screens watch: how many deliveries a second, and how long from a"
                + " report to the screens.",
        "The bare Vert.x writes each message to each socket. The service's limits of connections are"
                + " raised for it."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench stream", "  muster bench stream --watchers 200 --rate 50",
                "  muster bench stream --watchers 100 --stuck 10"},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:measured",
                "1:it failed, or something was not shown", "2:wrong arguments"})
public final class BenchStreamCommand implements Callable<Integer> {
    private static final int WATCHERS = 1_000;
    /** Loopback has little more ports than this for one address. */
    private static final int WATCHERS_MAX = 20_000;
    private static final int THREADS_MAX = 64;
    private static final int BURST_MAX = 10_000;
    private static final double RATE_MAX = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Mixin
    private BenchServers servers;

    @Option(names = "--watchers", paramLabel = "N",
            description = "screens (default: 1000, or as many as the open files of a process allow)")
    private @Nullable Integer watchers;

    @Option(names = "--stuck", paramLabel = "N", defaultValue = "0",
            description = "of them read nothing once they are there (default: ${DEFAULT-VALUE})")
    private int stuck;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2",
            description = "threads of the load that serve the screens (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--burst", paramLabel = "N", defaultValue = "200",
            description = "reports of one burst (default: ${DEFAULT-VALUE})")
    private int burst;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "20",
            description = "single reports a second after the bursts (default: ${DEFAULT-VALUE})")
    private double rate;

    @Override
    public Integer call() throws InterruptedException {
        var screens = watchers == null ? (int) BenchServers.connectionsMax(WATCHERS) : watchers;
        options.between("--watchers", screens, 1, WATCHERS_MAX);
        options.between("--stuck", stuck, 0, screens - 1);
        options.between("--threads", threads, 1, THREADS_MAX);
        options.between("--burst", burst, 1, BURST_MAX);
        options.between("--rate", rate, 1, RATE_MAX);
        BenchServers.check(options, "--watchers", screens);
        var run = new BenchRun(spec, options);
        return run
                .run(site -> servers
                        .bench(new ServerBench.Watching(screens, stuck, threads, burst, rate),
                                run.children())
                        .run(site));
    }
}
