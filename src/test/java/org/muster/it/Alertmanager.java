package org.muster.it;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A real Alertmanager on a port and a storage of its own, that can be away for a while. Close ends it. */
final class Alertmanager implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String NAME = "prometheus-alertmanager";

    private final Path folder;
    private final Path configuration;
    private final int port;
    private @Nullable Process process;
    private @Nullable Output output;

    /** @param receiver is called within a second, for all alerts of a rule together, and told of ends */
    Alertmanager(Path folder, String receiver) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration = Files.writeString(folder.resolve("alertmanager.yml"), """
                route:
                  receiver: pager
                  group_by: [alertname]
                  group_wait: 1s
                  group_interval: 1s
                  repeat_interval: 4h
                receivers:
                  - name: pager
                    webhook_configs:
                      - {url: '%s', send_resolved: true}
                """.formatted(receiver));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws IOException {
        var program = program();
        // One that was only unpacked finds its template from its own folder.
        var root = Objects.requireNonNull(Path.of(program).toAbsolutePath().getParent())
                .resolve("../..")
                .normalize();
        var started = MusterJar.start(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"",
                root.toString(), program, "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("storage"),
                "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address="));
        process = started;
        output = new Output(started);
        Eventually.until("Alertmanager is ready", () -> !started.isAlive() || isReady(),
                this::toString);
    }

    /** Ends it as an operator would; what it knows is kept. */
    void stop() throws InterruptedException {
        var running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Alertmanager does not end\n" + this);
            }
        }
    }

    /** Those that fire, as it shows them. */
    JsonNode alerts() {
        return get("/api/v2/alerts");
    }

    JsonNode groups() {
        return get("/api/v2/alerts/groups");
    }

    private JsonNode get(String path) {
        try {
            return Api.JSON
                    .readTree(CLIENT.send(HttpRequest.newBuilder(URI.create(url() + path)).build(),
                            BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(this.toString(), broken);
        }
    }

    private boolean isReady() {
        try {
            return CLIENT
                    .send(HttpRequest.newBuilder(URI.create(url() + "/-/ready")).build(),
                            BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    /** What {@code ./muster test} found or was told of; else what is on PATH. */
    private static String program() {
        var told = System.getenv("MUSTER_ALERTMANAGER");
        if (told != null) {
            return told;
        }
        var unpacked = Path.of(System.getProperty("user.home"),
                ".cache/muster/prometheus-alertmanager/usr/bin");
        return Stream
                .concat(Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of),
                        Stream.of(unpacked))
                .map(each -> each.resolve(NAME))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError(NAME + " is not there: ./muster test fetches"
                        + " it on Debian, or set MUSTER_ALERTMANAGER"));
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return String.valueOf(output);
    }
}
