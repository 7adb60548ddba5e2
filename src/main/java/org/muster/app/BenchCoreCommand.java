package org.muster.app;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.muster.exercise.load.CoreBench;

/** {@code bench core}. */
@Command(name = "core", mixinStandardHelpOptions = true, description = {
        "The core alone, in this process: deciding a report, taking it in, looking what follows.",
        "Against reading the same bytes as a tree and counting, in turns; with 20 rules, 100 areas",
        "and 1,000 open incidents, and beside it with a tenth of the areas and a fifth of the rules."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench core", "  muster bench core --seconds 2 --rounds 5",
                "  muster bench core --config /etc/muster        with other rules"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:it failed", "2:wrong arguments or configuration"})
public final class BenchCoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws InterruptedException {
        var config = Configuration.load(options.namedConfig(), System.getenv(),
                spec.commandLine().getErr());
        return config == null ? 2 : new BenchRun(spec, options).run(new CoreBench(config));
    }
}
