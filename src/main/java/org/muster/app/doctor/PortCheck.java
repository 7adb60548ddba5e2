package org.muster.app.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

import org.muster.config.Server;

/** Whether the configured port is free or, when a service runs on the folder, whether that one answers there. */
final class PortCheck implements Check {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    @Override
    public String subject() {
        return "port";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Server server = patient.server();
        if (server.port() == 0) {
            return List.of(Remark.ok(subject(), "any free one (server.port is 0)"));
        }
        boolean running = patient.service().isPresent();
        String here = server.host() + " port " + server.port();
        // Bound for a moment without listening, so that a service that starts now is not kept from it.
        try (var socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(server.host()), server.port()));
        } catch (BindException refused) {
            return List.of(String.valueOf(refused.getMessage()).contains("in use")
                    ? answered(reachable(server), server, running)
                    : Remark.fail(subject(), here + " cannot be used: " + refused.getMessage(),
                            "Take an address of this machine, and a port above 1023 or the right to"
                                    + " a lower one (AmbientCapabilities=CAP_NET_BIND_SERVICE)."));
        }
        return List.of(running
                ? Remark.warn(subject(),
                        "a service runs on the folder, and nobody answers at " + here,
                        "Is it starting, or was it started with another --port or configuration?"
                                + " Its log says where it listens.")
                : Remark.ok(subject(), here + " is free"));
    }

    /** Where a client of this machine would ask. */
    private static InetSocketAddress reachable(Server server) throws IOException {
        InetAddress host = InetAddress.getByName(server.host());
        return new InetSocketAddress(
                host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host, server.port());
    }

    private Remark answered(InetSocketAddress there, Server server, boolean running)
            throws InterruptedException {
        String ready = ready(there, server.tls().isOn());
        boolean muster = ready.contains("\"status\":\"ready\"")
                || ready.contains("application/problem+json");
        if (!running) {
            return Remark.fail(subject(),
                    words(there) + " is taken"
                            + (muster ? " by a Muster service, of another data folder" : ""),
                    "Choose another port (--port, server.port), or stop what uses this one: ss -ltnp"
                            + " 'sport = :" + server.port() + "' names it.");
        }
        if (ready.contains("\"status\":\"ready\"")) {
            return Remark.ok(subject(), "the service answers at " + words(there) + " and is ready");
        }
        return muster
                ? Remark.fail(subject(),
                        "the service answers at " + words(there) + " that it is not ready",
                        "Nothing is recorded at the moment; its log says why: " + ready)
                : Remark.fail(subject(), "something else than Muster answers at " + words(there),
                        "Look who it is: ss -ltnp 'sport = :" + server.port() + "'.");
    }

    private static String words(InetSocketAddress there) {
        String host = there.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + there.getPort();
    }

    /** What the readiness there says; empty when it is no HTTP that is understood. */
    private static String ready(InetSocketAddress there, boolean tls) throws InterruptedException {
        URI address = URI.create((tls ? "https://" : "http://") + words(there) + "/health/ready");
        try (var client = HttpClient.newBuilder()
                .sslContext(Anybody.context())
                .connectTimeout(ANSWER)
                .build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(ANSWER).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.body() + " " + answer.headers().firstValue("Content-Type").orElse("");
        } catch (IOException | GeneralSecurityException none) {
            return "";
        }
    }
}
