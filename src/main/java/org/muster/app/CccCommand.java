package org.muster.app;

import java.io.Console;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.muster.client.Courier;
import org.muster.client.Reply;
import org.muster.exchange.ccc.Halt;
import org.muster.exchange.ccc.Imported;
import org.muster.exchange.ccc.Importer;
import org.muster.exchange.ccc.Particulars;
import org.muster.exchange.ccc.Sheets;

/** {@code import ccc}: the monthly sheets of the Crowd Counting Consortium. */
@Command(name = "ccc", mixinStandardHelpOptions = true, description = {
        "Brings the monthly sheets of the Crowd Counting Consortium into a running service.",
        "Each row becomes a protest, and a report of its crowd, arrests and injured people.",
        "The same command again adds nothing; it goes on where another one was ended."},
        footerHeading = "%nExamples:%n",
        footer = {"  TOKEN=$(muster token create --role controller --name import --rate 500)",
                "  muster import ccc ccc-2017-04.csv --places location_lookup_2017.csv \\",
                "      --url http://127.0.0.1:8080 --token $TOKEN",
                "  muster import ccc sheets/*.csv --places places.csv --url https://muster.example \\",
                "      --token @token.txt --report left-out.csv    token from a file, rows left out to another"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all that could be made of the rows is recorded, now or before",
                "1:the service was not there, or did not take all of it",
                "2:wrong arguments, or files that are no such sheets; nothing was sent",
                "130:ended by Ctrl-C"})
final class CccCommand implements Callable<Integer> {
    /** What is under way ends within this time, or is given up. */
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;
    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "sheets as CSV, in any usual encoding, with commas, semicolons or tabs")
    private List<Path> files = new ArrayList<>();
    @Option(names = "--places", required = true, paramLabel = "FILE",
            description = "table of CityTown, StateTerritory, lat, lon; a town that is not in it has no place")
    private Path places = Path.of("");
    @Option(names = "--url", required = true, paramLabel = "URL",
            description = "where the service listens, for example http://127.0.0.1:8080")
    private URI url = URI.create("");
    @Option(names = "--token", required = true, paramLabel = "T",
            description = "token of a controller or supervisor without areas; @FILE takes it from a file")
    private String token = "";
    @Option(names = "--report", paramLabel = "FILE",
            description = "writes every row that was left out or read in a stated way, with its line and the reason")
    private @Nullable Path report;

    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException, IOException {
        var service = service();
        return switch (Sheets.read(files, places)) {
            case Sheets.Faulty(var faults) -> {
                faults.forEach(this::say);
                say("Nothing was sent.");
                yield 2;
            }
            case Sheets.Good sheets -> {
                try (var particulars = particulars()) {
                    yield bring(sheets, service, particulars);
                } finally {
                    ended.countDown();
                }
            }
        };
    }

    private int bring(Sheets.Good sheets, URI service, Writer particulars)
            throws InterruptedException, IOException {
        var clocks = Clocks.system();
        var progress = new ImportProgress(clocks.nanos(), spec.commandLine().getErr(),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
        try (var courier = new Courier(service, new ClockPace(clocks), progress::say)) {
            var categories = categories(courier);
            if (categories.isEmpty()) {
                return 1;
            }
            var importer = new Importer(courier, token, progress);
            var hook = endedBy(importer, Thread.currentThread());
            Runtime.getRuntime().addShutdownHook(hook);
            var rows = sheets.rows(categories.get(), clocks.day().instant());
            progress.begin();
            var imported = importer.run(rows);
            progress.end();
            Particulars.write(imported, particulars);
            sum(imported, progress);
            release(hook);
            return imported.isWhole() ? 0 : 1;
        }
    }

    private void sum(Imported imported, ImportProgress progress) {
        var out = spec.commandLine().getOut();
        imported.summary().forEach(out::println);
        out.println("in " + progress.taken()
                + (report == null ? "" : "; rows left out or read in a stated way: " + report));
        out.flush();
    }

    /** The service's categories of protests; empty when it cannot be asked, which is said. */
    private Optional<List<String>> categories(Courier courier) throws InterruptedException {
        var reply = courier.knock("api/v1/catalogue", token);
        var halt = Halt.of(reply);
        if (halt == null && reply instanceof Reply.Refused<JsonNode>(var status, var words)) {
            halt = new Halt(status, words);
        }
        var categories = new ArrayList<String>();
        if (reply instanceof Reply.Good<JsonNode>(var catalogue)) {
            for (var category : catalogue.path("categories")) {
                if (category.path("kind").asText().equals("protest")) {
                    categories.add(category.path("id").asText());
                }
            }
            halt = categories.isEmpty() ? new Halt(200, "without a category of protests") : null;
        }
        if (halt != null) {
            say(halt.explained());
            say("Nothing was sent.");
            return Optional.empty();
        }
        return Optional.of(categories);
    }

    /** Ctrl-C: what is under way comes to its end, the sum is told, and the process ends as the signal wants. */
    private Thread endedBy(Importer importer, Thread working) {
        return Thread.ofPlatform().unstarted(() -> {
            importer.stop();
            try {
                if (!ended.await(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    working.interrupt();
                    var _ = ended.await(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException atOnce) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void release(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException leaving) {
            // The process ends already: the hook waits for us, not we for it.
            return;
        }
    }

    private URI service() {
        var scheme = url.getScheme();
        if (url.getHost() == null || (!"http".equals(scheme) && !"https".equals(scheme))) {
            throw new ParameterException(spec.commandLine(),
                    "--url " + url + " is no address like http://127.0.0.1:8080");
        }
        return URI.create(url + (url.toString().endsWith("/") ? "" : "/"));
    }

    /** Opened before anything is sent, so that it is not the last step that fails. */
    private Writer particulars() throws IOException {
        if (report == null) {
            return Writer.nullWriter();
        }
        var inputs = new ArrayList<>(files);
        inputs.add(places);
        for (var input : inputs) {
            if (Files.exists(report) && Files.isSameFile(report, input)) {
                throw new ParameterException(spec.commandLine(),
                        "--report " + report + " is a file to be read; it would be lost");
            }
        }
        try {
            return Files.newBufferedWriter(report);
        } catch (IOException failed) {
            throw new ParameterException(spec.commandLine(), "--report " + report
                    + " cannot be written (" + failed.getClass().getSimpleName() + ")", failed);
        }
    }

    private void say(String line) {
        var err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
