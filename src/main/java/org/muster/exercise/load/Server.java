package org.muster.exercise.load;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process that listens.
 *
 * @param token with which reports come in and are watched
 * @param auditor with which the record is read back
 */
record Server(Child child, URI address, String token, String auditor) implements AutoCloseable {
    static final String MUSTER = "Muster";
    static final String BARE = "bare Vert.x";
    /** Room for what the bench asks beside its load. */
    private static final int MORE_CONNECTIONS = 32;
    /** As many single reports a second as nothing will ever send. */
    private static final String RATE = "1000000";

    /**
     * The service on an empty folder: as shipped, but for a token without a rate and as many connections as the load
     * needs.
     */
    static Server muster(Builder builder, int connections)
            throws BenchFailed, InterruptedException {
        var site = builder.site();
        var data = site.folder().resolve("data");
        var most = Integer.toString(Math.max(64, connections + MORE_CONNECTIONS));
        var environment = new HashMap<String, String>();
        environment.put("MUSTER_LIMITS_CONNECTIONS_PER_ADDRESS_MAX", most);
        environment.put("MUSTER_LIMITS_CONNECTIONS_PER_USER_MAX", most);
        environment.put("MUSTER_LIMITS_CONNECTIONS_TOTAL_MAX",
                Integer.toString(Math.max(5_000, connections + MORE_CONNECTIONS)));
        environment.put("MUSTER_SERVER_HOST", "127.0.0.1");
        var child = builder.start("The service", environment, "serve", "--port", "0", "--data",
                data.toString(), "--config", site.config().toString());
        var address = child.awaitReady();
        return new Server(child, address, token(builder, data.toString(), "controller"),
                token(builder, data.toString(), "auditor"));
    }

    private static String token(Builder builder, String data, String role)
            throws BenchFailed, InterruptedException {
        return builder
                .start("token create", Map.of(), "token", "create", "--data", data, "--role", role,
                        "--name", "bench-" + role, "--rate", RATE, "--config",
                        builder.site().config().toString())
                .awaitLastLine();
    }

    /** A bare Vert.x that says as much. */
    static Server bare(Builder builder, BareServer.Sizes sizes)
            throws BenchFailed, InterruptedException {
        var child = builder.start("The bare Vert.x", Map.of(), "bench", "bare", "--receipt",
                Integer.toString(sizes.receipt()), "--line", Integer.toString(sizes.line()),
                "--message", Integer.toString(sizes.message()));
        return new Server(child, child.awaitReady(), "none", "none");
    }

    /** Starts processes of one jar at one site. */
    record Builder(Site site, Jar jar, Children children) {

        Child start(String name, Map<String, String> environment, String... arguments)
                throws BenchFailed {
            return children.start(name, jar.command(site.folder(), arguments), environment);
        }
    }

    /** The text behind a path, asked by whoever may read it. */
    String get(String path) throws BenchFailed {
        try (var wire = new Wire(address, auditor)) {
            var answer = wire.get(path);
            if (answer.status() != 200) {
                throw new BenchFailed(
                        path + " was answered with " + answer.status() + ": " + answer.text());
            }
            return answer.text();
        } catch (IOException broken) {
            child.check();
            throw new BenchFailed(path + " got no answer: " + broken.getMessage());
        }
    }

    /** A number of the metrics page; 0 when it is not there yet. */
    double metric(String name) throws BenchFailed {
        return get("/metrics").lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(List.of(line.split(" ", 3)).get(1)))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        child.close();
    }
}
