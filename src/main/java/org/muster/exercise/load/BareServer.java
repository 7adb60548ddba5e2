package org.muster.exercise.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/**
 * What the service is held against: Vert.x with the service's own transport and number of acceptors, which reads each
 * body and answers as many bytes, and writes a message for each report to each socket; and neither understands nor keeps
 * anything.
 */
public final class BareServer {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final List<BareAcceptor> acceptors = new CopyOnWriteArrayList<>();
    private final Sizes sizes;

    /**
     * How many bytes it says.
     *
     * @param receipt body of an answer to a single report
     * @param line answer to a line of a batch, with its end
     * @param message what a report becomes on a socket; its own bytes are the beginning
     */
    public record Sizes(int receipt, int line, int message) {}

    /** Not listening yet. */
    public BareServer(Sizes sizes) {
        this.sizes = sizes;
    }

    /** Listens on a free port of loopback, which the future gives. */
    public Future<Integer> listen() {
        return vertx
                .deployVerticle(() -> new BareAcceptor(sizes, acceptors),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .map(deployed -> acceptors.getFirst().port());
    }
}
