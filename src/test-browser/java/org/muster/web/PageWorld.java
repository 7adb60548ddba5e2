package org.muster.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** A real service with as many open incidents as were asked for, an alert about each, and reports that keep coming. */
final class PageWorld implements AutoCloseable {
    /** Raises one alert about each incident at once; of a severity that makes no sound. */
    private static final String RULE = """

              - id: somebody-is-there
                title: Somebody is there
                severity: low
                scope: incident
                when: incident.crowd.high > 0
                message: '{string(incident.crowd.high)} people at {incident.title}'
            """;
    /** Crowds that raise nothing more, by the rules as shipped: the number of alerts stays as it is. */
    private static final int CROWD_LOW = 20;
    private static final int CROWD_SPREAD = 10;
    private static final int ROW = 100;
    private static final int FILL = 1_000;
    private static final int EACH_SECOND = 10;
    private static final long PATIENCE_SECONDS = 60;
    private static final double SOUTH = 53.35;
    private static final double WEST = -1.45;
    private static final double STEP = 0.0028;

    private final ServiceProcess service;
    private final Api api;
    private final List<String> incidents = new ArrayList<>();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final AtomicLong sent = new AtomicLong();
    private final ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();

    PageWorld(Path shipped, Path folder, int count) throws IOException, InterruptedException {
        var config = folder.resolve("config");
        try (var files = Files.walk(shipped)) {
            for (var file : files.toList()) {
                Files.copy(file, config.resolve(shipped.relativize(file)));
            }
        }
        Files.writeString(config.resolve("rules.yaml"), RULE, StandardOpenOption.APPEND);
        service = ServiceProcess.start(folder.resolve("data"), "--config", config.toString());
        api = new Api(service::url, service.token("controller", "radio-room", "--rate", "1000000"));
        for (var from = 0; from < count; from += FILL) {
            open(from, Math.min(from + FILL, count));
        }
    }

    private void open(int from, int to) throws IOException, InterruptedException {
        var reports = new ArrayList<ObjectNode>();
        for (var index = from; index < to; index++) {
            var report = ServiceIT.disturbance("Street " + index);
            report.putObject("location")
                    .put("lat", SOUTH + STEP * Math.floorDiv(index, ROW))
                    .put("lon", WEST + STEP * (index % ROW));
            report.put("observedAt", Instant.now().toString());
            report.withObject("/crowd").put("low", CROWD_LOW).put("high", CROWD_LOW + CROWD_SPREAD);
            report.remove("officers");
            reports.add(report);
        }
        for (var line : api.reports(reports).lines()) {
            if (line.path("status").asInt() != 201) {
                throw new IllegalStateException("a report was not taken: " + line);
            }
            incidents.add(line.path("incident").asText());
        }
    }

    /** Reports about any of the incidents from now on, at this rate, until it is closed. */
    void keepReporting(int perSecond) {
        var each = Math.max(1, perSecond / EACH_SECOND);
        var _ = traffic.scheduleAtFixedRate(() -> report(each), 0, 1_000 / EACH_SECOND,
                TimeUnit.MILLISECONDS);
    }

    private void report(int count) {
        var reports = new ArrayList<ObjectNode>();
        for (var index = 0; index < count; index++) {
            var low = CROWD_LOW + random.nextInt(CROWD_SPREAD);
            var report = Api.JSON.createObjectNode()
                    .put("incident", incidents.get(random.nextInt(incidents.size())))
                    .put("observedAt", Instant.now().toString());
            report.putObject("crowd")
                    .put("low", low)
                    .put("high", low + CROWD_SPREAD)
                    .put("method", "estimate");
            reports.add(report);
        }
        try {
            sent.addAndGet(api.reports(reports)
                    .lines()
                    .stream()
                    .filter(line -> line.path("status").asInt() == 201)
                    .count());
        } catch (IOException | InterruptedException ended) {
            // The service is gone: what was sent so far counts.
            traffic.shutdown();
        }
    }

    /** Reports that were taken since the incidents were opened. */
    long sent() {
        return sent.get();
    }

    /** Reports no more. @return how many are recorded in all */
    long stop() throws IOException, InterruptedException {
        traffic.shutdown();
        if (!traffic.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a report is still on its way");
        }
        return api.get("areas/south-yorkshire").path("reports").path("total").asLong();
    }

    /** Stops the service where it is: it keeps its connections and says nothing. */
    void freeze() throws IOException, InterruptedException {
        service.freeze();
    }

    /** Lets it go on. */
    void thaw() throws IOException, InterruptedException {
        service.thaw();
    }

    String origin() {
        return Desk.origin(service);
    }

    /** A desk of its own. */
    String token(int number) throws IOException, InterruptedException {
        return service.token("controller", "desk-" + number);
    }

    @Override
    public void close() {
        traffic.shutdownNow();
        service.close();
    }
}
