package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.tls.Papers;

/** The proxies' configurations of docs/operations.md, each tried with the real proxy where it is installed. */
final class ProxyIT {
    private static final int BURST = 10;

    @TempDir
    private Path folder;
    private Papers papers;
    private int port;

    @BeforeEach
    void prepare() throws Exception {
        papers = Papers.make(folder, "papers");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @Test
    void nginx_as_the_documents_have_it() throws Exception {
        Path program = program("nginx");
        try (var service = service()) {
            String block = documented("nginx").replace("listen 443", "listen 127.0.0.1:" + port)
                    .replace("muster.example", "127.0.0.1");
            Path file = Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off;
                    pid nginx.pid;
                    error_log stderr;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxy;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                    %s
                    }
                    """.formatted(inPlace(block, service)));
            tried(service,
                    List.of(program.toString(), "-p", folder.toString(), "-c", file.toString()));
        }
    }

    @Test
    void caddy_as_the_documents_have_it() throws Exception {
        Path program = program("caddy");
        try (var service = service()) {
            String block = documented("caddy").replace("muster.example",
                    "https://127.0.0.1:" + port);
            Path file = Files.writeString(folder.resolve("Caddyfile"),
                    "{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system "
                            + folder.resolve("caddy") + "\n}\n" + inPlace(block, service));
            tried(service, List.of(program.toString(), "run", "--adapter", "caddyfile", "--config",
                    file.toString()));
        }
    }

    /** One signs in with the cookie that TLS gives, the stream lives, and a forged chain is nobody else. */
    private void tried(ServiceProcess service, List<String> words) throws Exception {
        var process = MusterJar.start(words, Map.of("HOME", folder.toString()));
        var output = new Output(process);
        try (var client = HttpClient.newBuilder().sslContext(papers.trusted()).build()) {
            Eventually.until("the proxy listens", this::isOpen, output::toString);
            var token = service.token("controller", "desk-1");
            var signedIn = client.send(request("api/v1/session")
                    .header("Content-Type", "application/json")
                    .header("Origin", "https://127.0.0.1:" + port)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                    .build(), HttpResponse.BodyHandlers.ofString());
            assertThat(signedIn.statusCode()).as("%s\n%s", signedIn.body(), output).isEqualTo(200);
            assertThat(signedIn.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-muster-session=")
                    .contains("Secure");
            var spoken = new CountDownLatch(3);
            var socket = client.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .subprotocols("muster.v1")
                    .buildAsync(URI.create("wss://127.0.0.1:" + port + "/api/v1/stream"),
                            counting(spoken))
                    .join();
            socket.sendText("{\"type\":\"subscribe\"}", true).join();
            assertThat(spoken.await(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s", output)
                    .isTrue();
            socket.abort();
            assertThat(statuses(client)).startsWith(401).contains(429);
        } finally {
            process.destroy();
            MusterJar.codeOf(process, output);
        }
    }

    /** Of a stranger who claims to be somebody else each time. */
    private List<Integer> statuses(HttpClient client) throws IOException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 2 * BURST; i++) {
            statuses.add(client.send(
                    request("api/v1/picture").header("X-Forwarded-For", "203.0.113." + i).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode());
        }
        return statuses;
    }

    private static WebSocket.Listener counting(CountDownLatch spoken) {
        return new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece,
                    boolean last) {
                if (last) {
                    spoken.countDown();
                }
                socket.request(1);
                return null;
            }
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/" + path));
    }

    private boolean isOpen() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ServiceProcess service() throws IOException {
        return ServiceProcess.start(folder.resolve("data"), Map.of("MUSTER_SERVER_BEHIND_PROXY",
                "127.0.0.1", "MUSTER_LIMITS_RATES_ADDRESS_PER_SECOND", "1"));
    }

    private String inPlace(String block, ServiceProcess service) {
        return block.replace("/etc/muster/tls/muster.pem", papers.certificate().toString())
                .replace("/etc/muster/tls/muster.key", papers.key().toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + service.url().getPort());
    }

    /** The block of a language in the documents. */
    private static String documented(String language) throws IOException {
        String text = Files.readString(MusterJar.HOME.resolve("docs/operations.md"));
        int begin = text.indexOf("```" + language + "\n");
        assertThat(begin).as("a block of " + language).isPositive();
        int from = text.indexOf('\n', begin) + 1;
        return text.substring(from, text.indexOf("```", from));
    }

    private static Path program(String name) {
        var found = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "not tried: there is no " + name + " here");
        return found.orElseThrow();
    }
}
