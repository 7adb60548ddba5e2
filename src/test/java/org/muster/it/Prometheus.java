package org.muster.it;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A real Prometheus on a port and a storage of its own. Close ends it. */
final class Prometheus implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Output output;
    private final String url;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.output = new Output(process);
        this.url = "http://127.0.0.1:" + port;
    }

    /** Starts it with a configuration, and waits until it is ready. */
    static Prometheus start(Path configuration, Path storage) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var prometheus = new Prometheus(MusterJar.start(List.of(program("prometheus"),
                "--config.file=" + configuration, "--storage.tsdb.path=" + storage,
                "--web.listen-address=127.0.0.1:" + port, "--log.level=warn")), port);
        try {
            Eventually.until("Prometheus is ready",
                    () -> !prometheus.process.isAlive() || prometheus.answers("/-/ready"),
                    prometheus.output::toString);
            if (!prometheus.process.isAlive()) {
                throw new AssertionError("Prometheus ended\n" + prometheus.output);
            }
        } catch (AssertionError late) {
            prometheus.close();
            throw late;
        }
        return prometheus;
    }

    /** Runs promtool to its end; fails with its words unless it is content. What it said. */
    static String promtool(@Nullable String input, String... arguments)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(program("promtool")));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(MusterJar.HOME.toFile())
                .redirectErrorStream(true);
        if (input != null) {
            var file = Files.createTempFile("promtool", ".txt");
            Files.writeString(file, input);
            builder.redirectInput(file.toFile());
            file.toFile().deleteOnExit();
        }
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + "\n" + said);
        }
        return said;
    }

    /** What {@code ./muster test} found or was told of; else what is on PATH. */
    private static String program(String name) {
        var told = System.getenv("MUSTER_" + name.toUpperCase(Locale.ROOT));
        if (told != null) {
            return told;
        }
        var unpacked = Path.of(System.getProperty("user.home"), ".cache/muster/prometheus/usr/bin");
        return Stream
                .concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of),
                        Stream.of(unpacked))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not there: ./muster test fetches"
                        + " it on Debian, or set MUSTER_" + name.toUpperCase(Locale.ROOT)));
    }

    /** The samples of an expression now. */
    List<Map<String, String>> now(String expression) throws IOException, InterruptedException {
        return labels(get("/api/v1/query?query=" + coded(expression)));
    }

    /** The newest value of an expression that has one sample. */
    double value(String expression) throws IOException, InterruptedException {
        var found = get("/api/v1/query?query=" + coded(expression)).path("result");
        if (found.size() != 1) {
            throw new AssertionError(expression + " is " + found);
        }
        return Double.parseDouble(found.get(0).path("value").get(1).asText());
    }

    /** The labels of every series that an expression had in a span of time, asked for as a dashboard does. */
    List<Map<String, String>> during(String expression, Instant from, Instant to)
            throws IOException, InterruptedException {
        return labels(get("/api/v1/query_range?query=" + coded(expression) + "&start=" + from
                + "&end=" + to + "&step=1s"));
    }

    /** Anything else of its API: the member {@code data} of its answer. */
    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(url + path)).build(),
                BodyHandlers.ofString());
        var json = Api.JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + json + "\n" + output);
        }
        return json.path("data");
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Output output() {
        return output;
    }

    private static List<Map<String, String>> labels(JsonNode data) {
        return data.path("result").valueStream().map(series -> {
            Map<String, String> labels = new TreeMap<>();
            series.path("metric").forEachEntry((label, value) -> labels.put(label, value.asText()));
            return labels;
        }).collect(Collectors.toList());
    }

    private boolean answers(String path) {
        try {
            return CLIENT
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(),
                            BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
