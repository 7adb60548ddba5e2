package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.muster.door.SecurityHeaders;

/** The dashboard's files as a browser fetches them. */
final class PagesTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00.750Z");
    private static int port;

    @BeforeAll
    static void listen() {
        Router router = Router.router(VERTX);
        Pages.install(router, () -> NOW, Optional.empty());
        port = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void a_script_goes_out_gzipped_to_whoever_takes_it_and_holds_the_same() throws Exception {
        var plain = get("/field.js");
        var packed = get("/field.js", "Accept-Encoding", "br, gzip");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Content-Type")).contains("javascript");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void whoever_refuses_gzip_gets_it_plain() throws Exception {
        assertThat(header(get("/field.js", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void the_page_learns_the_services_time_from_each_answer_to_head_and_when_nothing_changed()
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/main.js"))
                .HEAD()
                .build();
        var head = HTTP.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(header(head, "Date")).isEqualTo("Sat, 06 Sep 2014 20:40:00 GMT");
        var same = get("/main.js", "If-None-Match", header(head, "ETag"));
        assertThat(header(same, "Date")).isEqualTo(header(head, "Date"));
    }

    @Test
    void a_file_that_has_not_changed_is_not_sent_again() throws Exception {
        var first = get("/");
        assertThat(header(first, "Content-Type")).contains("text/html", "utf-8");
        var again = get("/", "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/", "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void every_file_may_be_kept_but_is_asked_for_each_time() throws Exception {
        assertThat(header(get("/main.css"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_page_goes_by_its_name_without_an_ending() throws Exception {
        assertThat(get("/index").body()).isEqualTo(get("/").body());
    }

    @Test
    void what_does_not_exist_and_what_lies_elsewhere_is_not_found() throws Exception {
        assertThat(get("/nothing.js").statusCode()).isEqualTo(404);
        assertThat(get("/..%2Flogback.xml").statusCode()).isEqualTo(404);
        assertThat(get("/logback.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_at_an_unknown_path_reads_where_to_go_and_a_program_gets_no_page()
            throws Exception {
        for (var path : new String[] {"/nowhere", "/area/rotherham", "/nowhere.html"}) {
            var page = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(header(page, "Content-Type")).startsWith("text/html");
            assertThat(new String(page.body(), StandardCharsets.UTF_8))
                    .contains("There is no such page", "href=\"/\"");
        }
        assertThat(header(get("/nowhere", "Accept", "*/*"), "ETag")).isEmpty();
        var api = get("/api/v1/nowhere", "Accept", "text/html");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(new String(api.body(), StandardCharsets.UTF_8)).doesNotContain("no such page");
    }

    @Test
    void the_dashboard_alone_may_show_pictures_of_one_other_origin_and_is_another_version_then()
            throws Exception {
        var origin = "http://tiles.internal:8081";
        var router = Router.router(VERTX);
        router.route().handler(new SecurityHeaders());
        Pages.install(router, () -> NOW, Optional.of(origin));
        int other = VERTX.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        for (var path : new String[] {"/", "/index.html", "/index"}) {
            var page = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(header(page, "Content-Security-Policy"))
                    .isEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY.replace(
                            "img-src 'self' data: blob:;",
                            "img-src 'self' data: blob: " + origin + ";"))
                    .isNotEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY);
            assertThat(header(page, "ETag")).isNotEqualTo(header(get(path), "ETag"));
        }
        for (var path : new String[] {"/field", "/main.js", "/docs.js"}) {
            var page = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(header(page, "Content-Security-Policy"))
                    .isEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY);
        }
    }
}
