package org.muster.app;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Optional;

import picocli.CommandLine.Model.CommandSpec;

import org.muster.exercise.load.Bench;
import org.muster.exercise.load.BenchFailed;
import org.muster.exercise.load.Children;
import org.muster.exercise.load.Findings;
import org.muster.exercise.load.FindingsJson;
import org.muster.exercise.load.FindingsTable;
import org.muster.exercise.load.Site;

/** Runs a bench for a person: a folder of its own, progress, a table, and nothing left when it ends, however that is. */
final class BenchRun {
    private static final String PREFIX = "muster-bench-";

    private final CommandSpec spec;
    private final BenchOptions options;
    private final Children children = new Children();
    private volatile boolean isTidy;

    BenchRun(CommandSpec spec, BenchOptions options) {
        this.spec = spec;
        this.options = options;
    }

    /** What the bench starts, which is ended with it. */
    Children children() {
        return children;
    }

    /** The exit code. Blocks. */
    int run(Bench bench) throws InterruptedException {
        var clocks = Clocks.system();
        var timing = options.timing();
        var json = options.json();
        var root = options.dataRoot();
        var progress = new BenchProgress(clocks.nanos(), err(),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
        ThrowAwayFolder folder;
        try {
            folder = ThrowAwayFolder.make(root, PREFIX);
        } catch (IOException failed) {
            throw options.wrong("--data-root " + root + " takes no folder: " + failed.getMessage());
        }
        var hook = Thread.ofPlatform().unstarted(() -> leave(progress, folder));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            var findings = bench.run(new Site(folder.path(), options.config(), timing,
                    new ClockPace(clocks), progress));
            progress.end();
            tell(findings);
            if (json != null) {
                Files.writeString(json, FindingsJson.text(findings) + "\n");
                err().println("Every figure: " + json);
                err().flush();
            }
            return findings.areSound() ? 0 : 1;
        } catch (BenchFailed | IOException failed) {
            progress.say(String.valueOf(failed.getMessage()));
            return 1;
        } finally {
            tidyUp(folder);
        }
    }

    /** Ctrl-C, or the end. */
    private void leave(BenchProgress progress, ThrowAwayFolder folder) {
        if (!isTidy) {
            progress.say("Interrupted: ending what was started …");
            progress.leave();
        }
        tidyUp(folder);
    }

    /** Once; whoever comes second waits until it is done. */
    private synchronized void tidyUp(ThrowAwayFolder folder) {
        if (!isTidy) {
            children.close();
            folder.delete();
            isTidy = true;
        }
    }

    private void tell(Findings findings) {
        var out = spec.commandLine().getOut();
        FindingsTable.lines(findings).forEach(out::println);
        out.flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
