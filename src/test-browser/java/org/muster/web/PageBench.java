package org.muster.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.it.Api;

/** {@code bench page}: the dashboard in a real browser before a busy service, against a bare page in the same browser. */
@Command(name = "muster bench page", mixinStandardHelpOptions = true, description = {
        "The dashboard in a Chromium without a window, before a real service with open"
                + " incidents, an alert about each, and reports that keep coming.",
        "Beside it, in turns, a bare page that paints one square in each frame: what else the machine"
                + " does meets both."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster bench page                               about four minutes",
                "  muster bench page --incidents 1000 --seconds 5 --rounds 1     a quick look",
                "  muster bench page --json page.json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, and every budget is kept",
                "1:it failed, or a budget is not kept", "2:wrong arguments"})
final class PageBench implements Callable<Integer> {
    private static final String BARE = "bare page";
    private static final String MUSTER = "Muster";
    private static final int INCIDENTS_MAX = 100_000;
    private static final int RATE_MAX = 10_000;
    private static final double SECONDS_MAX = 3_600;
    private static final int ROUNDS_MAX = 100;
    private static final int TURNS = 6;

    @Spec
    private CommandSpec spec;

    @Option(names = "--incidents", paramLabel = "N", defaultValue = "10000",
            description = "open incidents, an alert about each (default: ${DEFAULT-VALUE})")
    private int incidents;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "200",
            description = "reports a second meanwhile (default: ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "15",
            description = "length of each turn, still, panning and scrubbing; warming up takes as long"
                    + " (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
            description = "turns of each side (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE",
            description = "writes everything that was measured, every turn of it")
    private @Nullable Path json;

    private record Turn(String side, int round, Map<PageFigure, Double> figures) {}

    /** Arguments: those of the command line behind {@code bench page}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PageBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        between("--incidents", incidents, 1, INCIDENTS_MAX);
        between("--rate", rate, 1, RATE_MAX);
        between("--seconds", seconds, 1, SECONDS_MAX);
        between("--rounds", rounds, 1, ROUNDS_MAX);
        var began = System.nanoTime();
        var folder = Files.createTempDirectory("muster-bench-");
        try {
            var turns = run(folder, began);
            var kept = tell(turns);
            if (json != null) {
                Files.writeString(json, asJson(turns) + "\n");
                say("Every figure: " + json);
            }
            return kept ? 0 : 1;
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private List<Turn> run(Path folder, long began) throws IOException, InterruptedException {
        var turns = new ArrayList<Turn>();
        say("opening " + incidents + " incidents …");
        var shipped = Path.of(System.getProperty("muster.home", ".")).resolve("config");
        try (var world = new PageWorld(shipped, folder, incidents); var browsing = new Browsing()) {
            world.keepReporting(rate);
            var round = new PageRound(browsing, world, seconds);
            for (var number = 1; number <= rounds; number++) {
                progress(began, number, BARE);
                turns.add(new Turn(BARE, number, round.bare()));
                progress(began, number, MUSTER);
                turns.add(new Turn(MUSTER, number, round.muster(world.token(number))));
            }
            var took = (System.nanoTime() - began) / 1e9;
            say(String.format(Locale.ROOT, "%,d reports were taken meanwhile, in %.0f s.",
                    world.sent(), took));
        }
        return turns;
    }

    /** A round of the bare page takes two turns, one of Muster four. */
    private void progress(long began, int round, String side) {
        var done = (round - 1) * TURNS + (side.equals(BARE) ? 0 : 2);
        var left = Duration.ofMillis(Math.round((rounds * TURNS - done) * seconds * 1_000));
        var gone = Duration.ofNanos(System.nanoTime() - began);
        say(String.format(Locale.ROOT,
                "round %d of %d, %s: %d %%, %d s gone, at least %d s left, %d reports a second",
                round, rounds, side, 100 * done / (rounds * TURNS), gone.toSeconds(),
                left.toSeconds(), rate));
    }

    /** The table. @return whether every budget is kept */
    private boolean tell(List<Turn> turns) {
        var out = spec.commandLine().getOut();
        var row = "%-32s %22s %22s %16s %14s  %s%n";
        out.printf(Locale.ROOT,
                "%d cores; %,d incidents, %d reports a second, %d rounds of %s s%n%n",
                Runtime.getRuntime().availableProcessors(), incidents, rate, rounds,
                PageFigure.PANNING.written(seconds));
        out.printf(Locale.ROOT, row, "", MUSTER, BARE, MUSTER + " ÷ bare", "budget", "");
        var allKept = true;
        for (var figure : PageFigure.values()) {
            var muster = values(turns, MUSTER, figure);
            var bare = values(turns, BARE, figure);
            if (muster.isEmpty()) {
                continue;
            }
            var kept = figure.isKept(median(muster));
            allKept &= kept;
            out.printf(Locale.ROOT, row, figure.title(), spread(figure, muster),
                    bare.isEmpty() ? "–" : spread(figure, bare),
                    bare.isEmpty() || median(bare) == 0 ? "–"
                            : String.format(Locale.ROOT, "%.2f", median(muster) / median(bare)),
                    figure.budget(), figure.budget().isEmpty() ? "" : kept ? "kept" : "NOT KEPT");
        }
        out.flush();
        return allKept;
    }

    private static List<Double> values(List<Turn> turns, String side, PageFigure figure) {
        return turns.stream()
                .filter(turn -> turn.side().equals(side) && turn.figures().containsKey(figure))
                .map(turn -> turn.figures().get(figure))
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static String spread(PageFigure figure, List<Double> sorted) {
        return sorted.size() == 1 ? figure.written(sorted.getFirst())
                : figure.written(median(sorted)) + " (" + figure.written(sorted.getFirst()) + "–"
                        + figure.written(sorted.getLast()) + ")";
    }

    private ObjectNode asJson(List<Turn> turns) {
        var all = Api.JSON.createObjectNode();
        all.put("incidents", incidents).put("reportsPerSecond", rate).put("seconds", seconds);
        var array = all.putArray("turns");
        turns.forEach(turn -> {
            var figures = array.addObject()
                    .put("side", turn.side())
                    .put("round", turn.round())
                    .putObject("figures");
            turn.figures()
                    .forEach((figure, value) -> figures.put(figure.name().toLowerCase(Locale.ROOT),
                            value));
        });
        return all;
    }

    private void between(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.format(Locale.ROOT,
                    "%s must lie between %.0f and %.0f.", option, low, high));
        }
    }

    private void say(String words) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(words);
        err.flush();
    }
}
