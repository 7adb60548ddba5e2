package org.muster.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.it.BadInput.row;
import static org.muster.it.BadInput.storing;
import static org.muster.it.Surroundings.JSON;
import static org.muster.it.Surroundings.LINES;
import static org.muster.it.Surroundings.get;
import static org.muster.it.Surroundings.post;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.muster.door.RawHttp;

/** What a request may not be. In braces stands the Authorization header of a credential, or an incident's id. */
final class BadRequests {
    private static final String OPEN = "GET /api/v1/areas HTTP/1.1\r\nHost: x\r\n{desk}";
    private static final String REPORT = "POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}"
            + JSON;
    private static final String BATCH = "POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}"
            + LINES;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String SIGN_IN = "{\"token\":\"wrong\"}";
    private static final int RATE_BURST = 2;
    private static final int SIGN_INS_MAX = 5;

    private BadRequests() {}

    static List<BadInput> rows() {
        var rows = new ArrayList<>(notAllowed());
        rows.addAll(notThere());
        rows.addAll(notHttp());
        rows.addAll(tooMuch());
        rows.addAll(tooSlow());
        rows.addAll(tooOften());
        return rows;
    }

    private static List<BadInput> notAllowed() {
        return List.of( //
                raw("no credential", get("areas"), 401, "www-authenticate: Bearer"),
                raw("expired credential", get("areas", "{expired}"), 401, "www-authenticate: "),
                raw("unknown credential", get("areas", "{unknown}"), 401, "www-authenticate: "),
                raw("no bearer", get("areas", "Authorization: Basic eDp5\r\n"), 401),
                raw("two credentials", get("areas", "{unknown}", "{desk}"), 401),
                raw("no credential for a report", post("reports", JSON, "{}"), 401),
                raw("a viewer's report", post("reports", "{viewer}" + JSON, "{}"), 403),
                raw("an auditor's report", post("reports", "{auditor}" + JSON, "{}"), 403),
                raw("an admin reads", get("picture", "{admin}"), 403),
                raw("a viewer reads incidents", get("incidents", "{viewer}"), 403),
                raw("a viewer acknowledges", post("alerts/5/acknowledge", "{viewer}", ""), 403),
                raw("an auditor clears", post("alerts/5/clear", "{auditor}" + JSON, "{}"), 403),
                raw("a unit asks for desks", get("alerts/assignees", "{unit}"), 403),
                raw("a controller reads the journal", get("journal", "{desk}"), 403),
                row("a unit states another", BadRequests::anotherUnit), raw("another site signs in",
                        post("session", JSON + "Origin: http://evil.example\r\n", SIGN_IN), 403));
    }

    private static List<BadInput> notThere() {
        return List.of( //
                raw("incident outside one's areas", get("incidents/{incident}", "{far}"), 404),
                raw("area outside one's areas", get("areas/rotherham", "{far}"), 404),
                raw("unknown incident", get("incidents/5", "{desk}"), 404),
                raw("unknown alert", get("alerts/5", "{desk}"), 404),
                raw("work on an unknown alert", post("alerts/5/acknowledge", "{desk}", ""), 404),
                raw("what nobody can do", post("alerts/5/explode", "{desk}", ""), 404),
                raw("timeline of an unknown incident", get("incidents/5/timeline", "{desk}"), 404),
                raw("timeline outside one's areas", get("incidents/{incident}/timeline", "{far}"),
                        404),
                raw("unknown state", get("alerts?state=open", "{desk}"), 422, "/state"),
                raw("unknown severity", get("alerts?severity=low,worst", "{desk}"), 422,
                        "/severity"),
                raw("unknown rule", get("alerts?rule=none", "{desk}"), 422, "/rule"),
                raw("feed of an unknown area", get("feed?area=atlantis", "{desk}"), 422, "/area"),
                raw("feed from an unknown cursor", get("feed?before=elsewhere.1", "{desk}"), 410),
                raw("feed of 1,001", get("feed?limit=1001", "{desk}"), 422, "/limit"),
                raw("unknown path", get("nothing", "{desk}"), 404),
                raw("unknown method", OPEN.replace("GET", "FROB") + "\r\n", 405, "allow: GET"),
                raw("wrong method", "PUT /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}\r\n", 405,
                        "allow: POST"),
                raw("unknown cursor", get("journal?after=elsewhere.1", "{auditor}"), 410),
                raw("cursor that is none", get("journal?after=x", "{auditor}"), 410),
                raw("limit of 0", get("journal?limit=0", "{auditor}"), 422, "/limit"),
                raw("limit of 1,001", get("incidents?limit=1001", "{desk}"), 422, "/limit"),
                raw("unknown parameter", get("incidents?statsu=open", "{desk}"), 422, "/statsu"),
                raw("unknown area", get("incidents?area=atlantis", "{desk}"), 422, "/area"),
                raw("unknown status", get("incidents?status=open", "{desk}"), 422, "/status"),
                raw("a time that is none", get("incidents?since=now", "{desk}"), 422, "/since"),
                raw("percent in a query", get("incidents?area=%zz", "{desk}"), 400),
                raw("percent in a path", get("areas/%zz", "{desk}"), 400),
                raw("not UTF-8 in a path", get("areas/%ff", "{desk}"), 404),
                raw("media type", post("reports", "{desk}Content-Type: text/plain\r\n", "{}"), 415),
                raw("no media type", post("reports", "{desk}", "{}"), 415),
                raw("charset",
                        post("reports", "{desk}Content-Type: application/json; charset=utf-16\r\n",
                                "{}"),
                        415),
                raw("compressed",
                        post("reports", "{desk}" + JSON + "Content-Encoding: gzip\r\n", "{}"), 415),
                raw("no report at all", post("session", JSON, "[]"), 422, "/token"));
    }

    private static List<BadInput> notHttp() {
        return List.of( //
                raw("TE with CL", REPORT + CHUNKED + "Content-Length: 2\r\n\r\n{}", 400, "closed"),
                raw("two CL", REPORT + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400,
                        "closed"),
                raw("two CL alike", REPORT + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                        400, "closed"),
                raw("negative CL", REPORT + "Content-Length: -2\r\n\r\n{}", 400, "closed"),
                raw("endless CL", REPORT + "Content-Length: 99999999999999999999\r\n\r\n{}", 400,
                        "closed"),
                raw("unknown TE", REPORT + "Transfer-Encoding: gzip\r\n\r\n", 400, "closed"),
                raw("bare LF", OPEN.replace("\r\n", "\n") + "\n", 400, "closed"),
                raw("one bare LF", OPEN + "X-A: b\n\r\n", 400, "closed"),
                raw("bare CR", OPEN + "X-A: b\rc\r\n\r\n", 400, "closed"),
                raw("obs-fold", OPEN + "X-A: b\r\n c\r\n\r\n", 400, "closed"),
                raw("obs-fold with tab", OPEN + "X-A: b\r\n\tc\r\n\r\n", 400, "closed"),
                raw("NUL in a header", OPEN + "X-A: b\0c\r\n\r\n", 400, "closed"),
                raw("space before the colon", OPEN + "X-A : b\r\n\r\n", 400, "closed"),
                raw("no colon", OPEN + "X-A\r\n\r\n", 400, "closed"),
                raw("no Host", "GET /api/v1/areas HTTP/1.1\r\n{desk}\r\n", 400),
                raw("two Hosts", OPEN + "Host: y\r\n\r\n", 400, "closed"),
                raw("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, "closed"),
                raw("TLS on the plain port", "\u0016\u0003\u0001\u0002\0\u0001\r\n", 400, "closed"),
                raw("chunk size", REPORT + CHUNKED + "\r\nzz\r\n", 400, "closed"),
                raw("chunk end", REPORT + CHUNKED + "\r\n2\r\n{}x\r\n0\r\n\r\n", 400, "closed"),
                raw("chunk with bare LF", REPORT + CHUNKED + "\r\n2\n{}\n0\n\n", 400, "closed"),
                row("chunk size in a batch", service -> endsEarly(service, 400, "\r\nzz\r\n")));
    }

    private static List<BadInput> tooMuch() {
        var line = "GET /api/v1/areas?" + "a".repeat(4096) + " HTTP/1.1\r\nHost: x\r\n\r\n";
        var half = Integer.toHexString(40_000) + "\r\n" + " ".repeat(40_000) + "\r\n";
        return List.of( //
                raw("request line of 4 KiB", line, 431, "closed"),
                raw("header of 8 KiB", OPEN + "X: " + "a".repeat(8192) + "\r\n\r\n", 431, "closed"),
                raw("1,500 header fields", OPEN + "X-A: b\r\n".repeat(1500) + "\r\n", 431,
                        "closed"),
                raw("65,537 bytes declared", REPORT + "Content-Length: 65537\r\n\r\n", 413,
                        "closed"),
                raw("65,537 bytes in chunks", REPORT + CHUNKED + "\r\n" + half + half, 413,
                        "closed"),
                row("line of 65,537 bytes", BadRequests::longLine),
                storing("batch of 2,500 lines", BadRequests::longBatch),
                row("65 connections", BadRequests::connections).whichStandsAlone());
    }

    private static List<BadInput> tooSlow() {
        return List.of( //
                row("header", service -> cut(service, "GET / HTTP/1.1\r\nX-Slow: ")).whichIsSlow(),
                row("silence", service -> cut(service, "")).whichIsSlow(),
                row("next header", service -> cut(service, OPEN + "\r\nG")).whichIsSlow(),
                row("next request", service -> cut(service, OPEN + "\r\n")).whichIsSlow(),
                row("body of nobody", service -> cut(service, OPEN + "Content-Length: 9\r\n\r\n{"))
                        .whichIsSlow(),
                raw("body", REPORT + "Content-Length: 9\r\n\r\n{", 408, "closed").whichIsSlow(),
                raw("sign-in",
                        "POST /api/v1/session HTTP/1.1\r\nHost: x\r\n" + JSON
                                + "Content-Length: 9\r\n\r\n{",
                        408, "closed").whichIsSlow(),
                row("line of a batch", service -> endsEarly(service, 408, "\r\n1\r\n{\r\n"))
                        .whichIsSlow());
    }

    private static List<BadInput> tooOften() {
        return List.of( //
                often("single reports", RATE_BURST, post("reports", "{hasty}" + JSON, "{}")),
                often("reads", RATE_BURST, get("areas", "{hasty}")),
                often("sign-ins", SIGN_INS_MAX, post("session", JSON, SIGN_IN)),
                fromOneAddress("strangers", get("areas")),
                fromOneAddress("unknown paths", "GET /x HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    private static BadInput raw(String name, String request, int status, String... words) {
        return row(name, service -> {
            try (var http = service.connect()) {
                http.send(service.filled(request));
                new Expected(status, words).check(http);
            }
        });
    }

    private static BadInput often(String name, int burst, String request) {
        return row("too many " + name, service -> until429(service, burst, request))
                .whichStandsAlone();
    }

    /** All rows come from this address: it waits as it was told, and then it is let in again, as the rows after it are. */
    private static BadInput fromOneAddress(String name, String request) {
        return row("too many " + name, service -> {
            var next = until429(service, BadInputIT.STRANGERS_BURST, request);
            Eventually.until("it may ask again", () -> !Instant.now().isBefore(next), () -> "");
            try (var http = service.connect()) {
                assertThat(http.send(request).answer().status()).isIn(401, 404);
            }
        }).whichStandsAlone();
    }

    private static void anotherUnit(Surroundings service) throws IOException {
        var report = service.good();
        report.putArray("officers")
                .addObject()
                .put("unit", "RT99")
                .put("count", 5)
                .put("state", "at-scene");
        try (var http = service.connect()) {
            http.send(service.filled(post("reports", "{unit}" + JSON, report.toString())));
            new Expected(403).check(http);
        }
    }

    /** The connection ends without another word than the answers to whole requests. */
    private static void cut(Surroundings service, String sent) throws IOException {
        try (var http = service.connect()) {
            http.send(service.filled(sent));
            var rest = http.rest();
            assertThat(rest.isEmpty() || rest.startsWith("HTTP/1.1 200 OK\r\n")).as(rest).isTrue();
            assertThat(rest).doesNotContain("HTTP/1.1 4", "HTTP/1.1 5");
        }
    }

    private static void endsEarly(Surroundings service, int status, String chunks)
            throws IOException {
        try (var http = service.connect()) {
            http.send(service.filled(BATCH + CHUNKED + chunks));
            var lines = lines(http);
            assertThat(lines).hasSize(1);
            new Expected(status).checkLine(lines.getFirst());
            assertThat(http.isClosed()).isTrue();
        }
    }

    private static void longLine(Surroundings service) throws IOException {
        try (var http = service.connect()) {
            http.send(service.filled(post("reports", "{desk}" + LINES, " ".repeat(65_537) + "\n")));
            var lines = lines(http);
            assertThat(lines).hasSize(1);
            new Expected(413).checkLine(lines.getFirst());
        }
    }

    /** More lines than may be under way at once; only the last of them is a good one. */
    private static List<String> longBatch(Surroundings service) throws IOException {
        try (var http = service.connect()) {
            http.send(service.filled(post("reports", "{desk}" + LINES,
                    "{}\n".repeat(2_499) + service.update("incident"))));
            var lines = lines(http);
            assertThat(lines).hasSize(2_500);
            lines.subList(0, 2_499).forEach(new Expected(422)::checkLine);
            new Expected(201).checkLine(lines.getLast());
            return List.of(lines.getLast().path("id").asText());
        }
    }

    private static void connections(Surroundings service) throws IOException {
        var open = new ArrayList<RawHttp>();
        try {
            for (var i = 0; i < 64; i++) {
                open.add(service.connect());
            }
            try (var oneMore = service.connect()) {
                assertThat(oneMore.isClosed()).isTrue();
            }
        } finally {
            open.forEach(RawHttp::close);
        }
    }

    /** Who goes on asking is told when to come again, after some more than the burst at the latest; that moment. */
    private static Instant until429(Surroundings service, int burst, String request)
            throws IOException {
        try (var http = service.connect()) {
            for (var i = 0; i < 2 * burst; i++) {
                http.send(service.filled(request));
                var answer = http.answer();
                if (answer.status() == 429) {
                    var wait = requireNonNull(answer.header("retry-after"));
                    assertThat(wait).matches("[1-9][0-9]*");
                    assertThat(answer.body()).contains("\"code\":\"too-many-requests\"");
                    return Instant.now().plusSeconds(Long.parseLong(wait));
                }
                assertThat(answer.status()).isLessThan(500);
            }
        }
        throw new AssertionError("nobody said 429");
    }

    private static List<JsonNode> lines(RawHttp http) throws IOException {
        return new Api.Answer(200, http.answer().body()).lines();
    }
}
