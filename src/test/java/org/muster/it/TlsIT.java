package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.tls.Papers;

/** The service under TLS, with certificates made for the test. */
final class TlsIT {
    @TempDir
    private Path folder;

    @Test
    void a_renewed_certificate_is_shown_without_cutting_anybody_and_a_broken_one_is_not()
            throws Exception {
        Papers papers = Papers.make(folder, "first");
        X509Certificate first = papers.read();
        try (var service = start(papers)) {
            assertThat(service.url().getScheme()).isEqualTo("https");
            var auditor = service.token("auditor", "prometheus");
            var stream = new Listening();
            try (var trusting = HttpClient.newBuilder().sslContext(papers.trusted()).build()) {
                assertThat(get(trusting, service, "health/ready", "").statusCode()).isEqualTo(200);
                var socket = connect(trusting, service, auditor, stream);
                Eventually.until("the stream speaks", () -> stream.messages.get() > 1,
                        service.output()::toString);

                Files.writeString(papers.key(), "half a key");
                Eventually.until("the broken key is refused",
                        () -> service.output().toString().contains("refused"),
                        service.output()::toString);
                assertThat(shown(service)).isEqualTo(first);
                assertThat(metric(trusting, service, auditor, "muster_tls_certificate_refused"))
                        .isEqualTo("1");

                Papers next = Papers.make(folder, "next", "-validity", "300");
                next.replace(papers);
                Eventually.until("the new certificate is shown",
                        () -> shown(service).equals(next.read()), service.output()::toString);
                int before = stream.messages.get();
                Eventually.until("the stream goes on", () -> stream.messages.get() > before + 1,
                        service.output()::toString);
                assertThat(stream.closed).isFalse();
                // The connection of before goes on too; a new client does not trust the old one.
                assertThat((long) Double.parseDouble(metric(trusting, service, auditor,
                        "muster_tls_certificate_expiry_timestamp_seconds")))
                        .isEqualTo(next.read().getNotAfter().toInstant().getEpochSecond());
                assertThat(metric(trusting, service, auditor, "muster_tls_certificate_refused"))
                        .isEqualTo("0");
                socket.abort();
            }
            assertThat(service.stop()).as("%s", service.output()).isZero();
        }
    }

    @Test
    void plain_http_and_old_versions_on_the_port_are_closed_and_harm_nobody() throws Exception {
        Papers papers = Papers.make(folder, "only");
        try (var service = start(papers)) {
            try (var plain = new Socket(InetAddress.getLoopbackAddress(),
                    service.url().getPort())) {
                plain.setSoTimeout(30_000);
                plain.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                // A TLS alert at most, and then the end; never an answer.
                assertThat(new String(plain.getInputStream().readAllBytes(),
                        StandardCharsets.ISO_8859_1)).doesNotContain("HTTP/", "live");
            }
            assertThatThrownBy(() -> handshake(service, "TLSv1.1"))
                    .isInstanceOf(SSLException.class);
            assertThat(handshake(service, "TLSv1.2")).startsWith("TLS_ECDHE_ECDSA_WITH_");
            assertThat(handshake(service, "TLSv1.3")).startsWith("TLS_");
            assertThat(service.output().err()).noneMatch(line -> line.contains("Exception"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,,", "::,,", "192.0.2.7,,", "0.0.0.0,missing.pem,missing.key"})
    void without_tls_or_a_proxy_it_does_not_leave_this_machine(String host,
            @Nullable String certificate, @Nullable String key) throws Exception {
        var environment = certificate == null || key == null ? Map.of("MUSTER_SERVER_HOST", host)
                : Map.of("MUSTER_SERVER_HOST", host, "MUSTER_SERVER_TLS_CERTIFICATE", certificate,
                        "MUSTER_SERVER_TLS_KEY", key);
        try (var service = ServiceProcess.launch(folder.resolve("data"), environment)) {
            assertThat(service.exitCode()).as("%s", service.output()).isEqualTo(2);
            assertThat(service.output().out()).isEmpty();
            assertThat(String.join("\n", service.output().err())).contains("server.tls.certificate",
                    "Nothing was started");
            if (certificate == null) {
                assertThat(String.join("\n", service.output().err())).contains("server.behindProxy",
                        "listen on 127.0.0.1");
            }
        }
        assertThat(folder.resolve("data/journal.db")).doesNotExist();
    }

    private ServiceProcess start(Papers papers) throws IOException {
        return ServiceProcess.start(folder.resolve("data"), Map.of("MUSTER_SERVER_TLS_CERTIFICATE",
                papers.certificate().toString(), "MUSTER_SERVER_TLS_KEY", papers.key().toString()));
    }

    private static HttpResponse<String> get(HttpClient client, ServiceProcess service, String path,
            String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.url().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String metric(HttpClient client, ServiceProcess service, String token,
            String name) throws IOException, InterruptedException {
        var answer = get(client, service, "metrics", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).replaceFirst("\\.0$", ""))
                .orElseThrow(() -> new AssertionError("no " + name + " in\n" + answer.body()));
    }

    private static WebSocket connect(HttpClient client, ServiceProcess service, String token,
            WebSocket.Listener listener) {
        var socket = client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .subprotocols("muster.v1")
                .buildAsync(URI.create(
                        service.url().toString().replaceFirst("^https", "wss") + "api/v1/stream"),
                        listener)
                .join();
        socket.sendText("{\"type\":\"subscribe\"}", true).join();
        return socket;
    }

    /** What a new connection is shown. */
    private static X509Certificate shown(ServiceProcess service) {
        var seen = new CopyOnWriteArrayList<X509Certificate>();
        try (var client = HttpClient.newBuilder().sslContext(Papers.seeing(seen)).build()) {
            get(client, service, "health/live", "");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        return seen.getFirst();
    }

    /** The cipher suite of a handshake in one version. */
    private static String handshake(ServiceProcess service, String version) throws Exception {
        SSLSocketFactory factory = Papers.seeing(new CopyOnWriteArrayList<>()).getSocketFactory();
        try (var socket = (SSLSocket) factory.createSocket(InetAddress.getLoopbackAddress(),
                service.url().getPort())) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getCipherSuite();
        }
    }

    /** Counts what comes. */
    private static final class Listening implements WebSocket.Listener {
        private final AtomicInteger messages = new AtomicInteger();
        private volatile boolean closed;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece,
                boolean last) {
            if (last) {
                messages.incrementAndGet();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed = true;
        }
    }
}
