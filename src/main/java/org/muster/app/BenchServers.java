package org.muster.app;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import org.muster.exercise.load.BenchFailed;
import org.muster.exercise.load.Children;
import org.muster.exercise.load.Machine;
import org.muster.exercise.load.ServerBench;

/** What the benches that start servers are asked alike. */
final class BenchServers {
    /** What a process needs beside its connections: jars, the record, its own log. */
    private static final int OTHER_DESCRIPTORS = 256;

    @Option(names = "--jar", paramLabel = "FILE",
            description = "a built muster.jar to measure (default: this one)")
    private @Nullable Path jar;

    @Option(names = "--java-opts", paramLabel = "OPTIONS", split = " ",
            description = "more options for the Java of both servers, in one word, such as"
                    + " '-Xmx512m -XX:+UseZGC'")
    private List<String> javaOptions = List.of();

    /** A bench of this kind. */
    ServerBench bench(ServerBench.Kind kind, Children children) throws BenchFailed {
        return ServerBench.of(kind, jar == null ? own() : jar.toAbsolutePath(), javaOptions,
                children);
    }

    /** How many connections a process may have here; the most that a person may ask for. */
    static long connectionsMax(long wanted) {
        return Math.min(wanted, Machine.descriptorsMax() - OTHER_DESCRIPTORS);
    }

    /** Fails with clear words when a process may not have so many. */
    static void check(BenchOptions options, String option, long connections) {
        if (connectionsMax(connections) < connections) {
            throw options.wrong(
                    option + " " + connections + " needs " + (connections + OTHER_DESCRIPTORS)
                            + " open files and sockets; this process may have "
                            + Machine.descriptorsMax() + ". Ask for fewer, or raise 'ulimit -n'.");
        }
    }

    private static Path own() throws BenchFailed {
        try {
            return Path.of(
                    BenchServers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException strange) {
            throw new BenchFailed(
                    "Where this program lies cannot be told. --jar names muster.jar.");
        }
    }
}
