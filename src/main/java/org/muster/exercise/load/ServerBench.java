package org.muster.exercise.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bench of the service against a bare Vert.x, each a process of its own. */
public final class ServerBench implements Bench {
    private static final Duration LOOK = Duration.ofMillis(300);

    private final Kind kind;
    private final Jar jar;
    private final Children children;

    private ServerBench(Kind kind, Jar jar, Children children) {
        this.kind = kind;
        this.jar = jar;
        this.children = children;
    }

    /** What is sent. */
    public sealed interface Kind {

        /** Its command. */
        String bench();

        /** What is counted. */
        String noun();

        /** Connections that the service must allow. */
        int connections();

        /** What is different from run to run. */
        Map<String, String> settings();

        /** For people: how to read the figures. */
        List<String> remarks();
    }

    /** Single reports; {@code rate} 0 is as fast as they go. */
    public record Ingest(int connections, double rate) implements Kind {

        @Override
        public String bench() {
            return "ingest";
        }

        @Override
        public String noun() {
            return "reports";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("connections",
                    connections + (rate == 0 ? ", each sends when its last report was answered"
                            : ", all together " + rate + " reports a second at appointed times"));
        }

        @Override
        public List<String> remarks() {
            return rate == 0 ? List.of()
                    : List.of("Latencies count from the appointed time, not from when there was"
                            + " room to send.");
        }
    }

    /** Batches of lines. */
    public record Batches(int connections, int lines) implements Kind {

        @Override
        public String bench() {
            return "batch";
        }

        @Override
        public String noun() {
            return "lines";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("connections",
                    connections + ", requests of " + lines + " lines one after the other");
        }

        @Override
        public List<String> remarks() {
            return List.of("Latencies are those of " + BatchLoad.BLOCK
                    + " lines, of which 4,000 are under way on each connection: from handing them to it to"
                    + " the last answer.");
        }
    }

    /** Screens. */
    public record Watching(int watchers, int stuck, int threads, int burst,
            double rate) implements Kind {

        @Override
        public String bench() {
            return "stream";
        }

        @Override
        public String noun() {
            return "deliveries";
        }

        @Override
        public int connections() {
            return watchers;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("watchers",
                    watchers + (stuck == 0 ? "" : ", of which " + stuck + " never read") + ", on "
                            + threads + (threads == 1 ? " thread" : " threads")
                            + "; in each turn first bursts of " + burst + " reports, then " + rate
                            + " single reports a second");
        }

        @Override
        public List<String> remarks() {
            return List.of("Deliveries a second are those of the bursts, each awaited on every"
                    + " screen before the next. Latencies are those of the single reports, from the"
                    + " appointed time of sending to the arrival on each screen.");
        }
    }

    /**
     * A bench that starts its processes from a jar.
     *
     * @param javaOptions more words for the Java of both servers
     * @param children ended with the bench, and by whoever interrupts it
     */
    public static ServerBench of(Kind kind, Path jar, List<String> javaOptions, Children children)
            throws BenchFailed {
        return new ServerBench(kind, Jar.of(jar, javaOptions), children);
    }

    @Override
    public Findings run(Site site) throws BenchFailed, InterruptedException {
        try (children) {
            var machine = Machine.here();
            var disk = disk(site);
            var builder = new Server.Builder(site, jar, children);
            site.progress().say("Starting the service …");
            var muster = Server.muster(builder, kind.connections());
            var seed = Seed.plant(muster, site.pace());
            site.progress().say("Starting a bare Vert.x …");
            var bare = Server.bare(builder, seed.sizes());
            return measured(site, machine, disk, muster, bare, seed);
        }
    }

    private Findings measured(Site site, Machine machine, Disk disk, Server muster, Server bare,
            Seed seed) throws BenchFailed, InterruptedException {
        var look = look(disk);
        var watched = new ArrayList<StreamLoad>();
        var own = new ServerSide(Server.MUSTER, muster, load(site, muster, seed, watched), disk);
        var other = new ServerSide(Server.BARE, bare, load(site, bare, seed, watched), null);
        var turns = new Contest(site, 2).run(List.of(own, other));
        var sent = seed.reports()
                + (watched.isEmpty() ? own.accepted() : watched.getFirst().reports());
        var checks = new ArrayList<Check>();
        checks.add(new Check("stored of accepted reports", sent,
                Stored.reports(muster, sent, site.progress())));
        for (var load : watched) {
            checks.add(
                    new Check("shown of reports times screens", load.expected(), load.delivered()));
        }
        return new Findings(kind.bench(), kind.noun(), machine, settings(site, disk),
                List.of(Server.MUSTER, Server.BARE), turns, checks, remarks(disk, look, seed));
    }

    private Load load(Site site, Server server, Seed seed, List<StreamLoad> watched) {
        return switch (kind) {
            case Ingest ingest -> new IngestLoad(server.address(), server.token(),
                    ingest.connections(), ingest.rate(), seed.incidents(), site.pace());
            case Batches batches -> new BatchLoad(server.address(), server.token(),
                    batches.connections(), batches.lines(), seed.incidents(), site.pace());
            case Watching watching -> {
                var load = new StreamLoad(server, watching, seed.incidents(), site.pace());
                watched.add(load);
                yield load;
            }
        };
    }

    private Map<String, String> settings(Site site, Disk disk) {
        var settings = new LinkedHashMap<>(kind.settings());
        var timing = site.timing();
        settings.put("rounds", timing.rounds() + " of " + seconds(timing.turn())
                + " s each side, in turns, after " + seconds(timing.warmUp()) + " s of warming up");
        settings.put("data on", disk.fileSystem());
        return settings;
    }

    private List<String> remarks(Disk disk, Disk.Flushes look, Seed seed) {
        var remarks = new ArrayList<>(kind.remarks());
        if (disk.isMemory()) {
            remarks.add("ATTENTION: " + disk.fileSystem() + " is memory. Flushing is free there, so"
                    + " these figures say nothing of a durable record."
                    + " --data-root names a folder on a disk.");
        }
        remarks.add(String.format(Locale.ROOT,
                "The disk alone: a page written anew and flushed takes %.3f ms (p50), %.3f ms (p99).",
                look.p50Millis(), look.p99Millis()));
        remarks.add("Load, service and bare Vert.x share these cores: read the ratios, not the"
                + " absolute numbers. The service knew " + seed.incidents().size()
                + " open incidents at the beginning.");
        return remarks;
    }

    private static Disk disk(Site site) throws BenchFailed {
        try {
            return Disk.of(site.folder(), site.pace()::nanos);
        } catch (IOException failed) {
            throw new BenchFailed(site.folder() + " cannot be looked at: " + failed.getMessage());
        }
    }

    private static Disk.Flushes look(Disk disk) throws BenchFailed {
        try {
            return disk.measure(LOOK);
        } catch (IOException failed) {
            throw new BenchFailed("The disk of " + disk.folder() + " takes no writes: "
                    + failed.getMessage() + ". --data-root names another folder.");
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }
}
