package org.muster.app;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.door.SecurityHeaders;

/** The dashboard's files at the root. A browser asks each time whether one has changed, so that a new version is seen at once. */
final class Pages {
    private static final String INDEX = "index";
    private static final String PAGE = ".html";
    private static final String LOST = "lost.html";
    /** Where programs ask, they are told as of every other problem. */
    private static final String NOT_THE_API = "/(?!api/).*";
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** As RFC 9110 writes it. */
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final PageFiles files;
    private final InstantSource time;
    private final Optional<String> pictures;

    private Pages(PageFiles files, InstantSource time, Optional<String> pictures) {
        this.files = files;
        this.time = time;
        this.pictures = pictures;
    }

    /**
     * Serves them at the root alone: what does not exist elsewhere is not found, whatever the method.
     *
     * @param pictures the other origin that the dashboard may have pictures from
     */
    static void install(Router router, InstantSource time, Optional<String> pictures) {
        var pages = new Pages(PageFiles.ofProgram(), time, pictures);
        for (var path : new String[] {"/", "/:file"}) {
            router.route(path)
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .handler(pages::handle);
        }
        router.getWithRegex(NOT_THE_API).last().handler(pages::lost);
    }

    /** Tells a person that there is nothing at a path; programs are told as of every other problem. */
    private void lost(RoutingContext request) {
        var isForPeople = request.parsedHeaders().accept().stream().anyMatch(Pages::isPage);
        if (isForPeople) {
            var page = files.find(LOST).orElseThrow();
            request.response()
                    .setStatusCode(NOT_FOUND)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.CONTENT_TYPE, page.type())
                    .end(page.plain());
        } else {
            request.next();
        }
    }

    private static boolean isPage(MIMEHeader accepted) {
        return accepted.component().equals("text") && accepted.subComponent().equals("html");
    }

    /** A page goes by its name without an ending. */
    private void handle(RoutingContext request) {
        var asked = request.pathParam("file");
        var name = asked == null ? INDEX : asked;
        var found = files.find(name).or(() -> files.find(name + PAGE));
        if (found.isEmpty()) {
            request.next();
        } else {
            answer(request,
                    name.startsWith(INDEX) ? withPictures(request, found.get()) : found.get());
        }
    }

    /** A browser keeps the policy with the page: another policy is another version of it. */
    private PageFiles.Kept withPictures(RoutingContext request, PageFiles.Kept page) {
        return pictures.map(SecurityHeaders::withPicturesFrom).map(policy -> {
            request.response().putHeader(SecurityHeaders.CSP, policy);
            return page.tagged(Integer.toHexString(policy.hashCode()));
        }).orElse(page);
    }

    /** Each answer says the time: the page compares the clocks by it. */
    private void answer(RoutingContext request, PageFiles.Kept file) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.DATE, DATE.format(time.instant()))
                .putHeader(HttpHeaders.ETAG, file.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (request.isFresh()) {
            response.setStatusCode(NOT_MODIFIED).end();
            return;
        }
        var packed = file.gzipped().filter(_ -> takesGzip(request));
        packed.ifPresent(_ -> response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip"));
        var body = packed.orElse(file.plain());
        response.putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static boolean takesGzip(RoutingContext request) {
        return request.parsedHeaders()
                .acceptEncoding()
                .stream()
                .anyMatch(coding -> coding.value().equals("gzip") && coding.weight() > 0);
    }
}
