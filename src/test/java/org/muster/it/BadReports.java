package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.it.BadInput.storing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a report may not say. Every row goes out twice: alone, and as the middle line of a batch of three, whose
 * neighbours must be recorded.
 */
final class BadReports {
    private static final String GOOD_REST = "'observedAt':'2014-09-06T21:40:00Z',"
            + "'location':{'lat':53.3966,'lon':-1.2537}}";

    private BadReports() {}

    /** The body of one report. */
    @FunctionalInterface
    private interface Body {
        byte[] of(Surroundings service);
    }

    static List<BadInput> rows() {
        var rows = new ArrayList<>(notJson());
        rows.addAll(overLimits());
        rows.addAll(notValid());
        rows.addAll(recordedAllTheSame());
        return rows;
    }

    /** Single quotes stand for double ones. */
    private static List<BadInput> notJson() {
        return List.of( //
                text("empty", "", 400, "At byte 0:"), //
                text("blank", " \t ", 400, "At byte 0:"),
                text("truncated", "{'category':'distur", 400, "At byte 19:"),
                text("trailing garbage", "{} x", 400, "At byte 4:"),
                text("two texts", "{}{}", 400, "At byte 3:"),
                hex("byte order mark", "efbbbf7b7d", 400, "At byte 3:"),
                text("NaN", "{'crowd':{'low':NaN}}", 400, "At byte 19:"),
                text("comment", "{/* */}", 400, "At byte 2:"),
                hex("single quotes", "7b2761273a317d", 400, "At byte 2:"),
                text("duplicate key", "{'text':'a','text':'b'}", 400, "At byte 18:"),
                hex("invalid UTF-8", "7b2278223a22ff227d", 400, "At byte 6:"),
                hex("overlong UTF-8", "7b22c0af223a317d", 400, "At byte 2:"),
                hex("surrogate in UTF-8", "7b22eda080223a317d", 400, "At byte 2:"),
                hex("UTF-16", "007b007d", 400, "At byte"),
                text("lone surrogate", "{'text':'\\ud800'}", 400, "At byte"),
                text("leading zero", "{'crowd':{'low':01}}", 400, "At byte 17:"),
                text("control in a string", "{'text':'\u0001'}", 400, "At byte 10:"));
    }

    private static List<BadInput> overLimits() {
        return List.of(
                text("depth 17", "{'x':" + "[".repeat(16) + "]".repeat(16) + "}", 400, "depth 16"),
                text("2,001 tokens", "{'x':[" + "1,".repeat(2000) + "1]}", 400, "tokens 2000"),
                text("number of 33", "{'x':" + "1".repeat(33) + "}", 400, "of a number 32"),
                text("name of 65", "{'" + "n".repeat(65) + "':1}", 400, "of a name 64"),
                text("string of 8,193", "{'x':'" + "s".repeat(8193) + "'}", 400,
                        "string is longer than 8192"),
                field("text of 2,001", "text", "'" + "😀".repeat(2001) + "'", 422, "/text"),
                field("people 5,000,001", "crowd", "{'low':1,'high':5000001}", 422, "/crowd/high"),
                field("officers 100,001", "officers",
                        "[{'unit':'RT1','count':100001,'state':'at-scene'}]", 422,
                        "/officers/0/count"));
    }

    private static List<BadInput> notValid() {
        return List.of( //
                text("root not an object", "[]", 422, "must be an object"),
                text("root a number", "5", 422, "must be an object"),
                text("missing", "{'category':'disturbance'}", 422, "/observedAt", "/location"),
                text("everything at once",
                        "{'category':'x','crowd':{'low':'5'},'ttle':1," + GOOD_REST, 422,
                        "/category", "/crowd/low", "/crowd/high", "/ttle"),
                field("unknown field", "crwod", "{'low':1,'high':2}", 422, "/crwod"),
                field("a string for a number", "crowd", "{'low':'5','high':6}", 422, "/crowd/low"),
                field("5.0 for 5", "crowd", "{'low':5.0,'high':6}", 422, "/crowd/low"),
                field("true for 5", "crowd", "{'low':true,'high':6}", 422, "/crowd/low"),
                field("a number for a string", "title", "5", 422, "/title"),
                field("lat out of range", "location", "{'lat':90.1,'lon':0}", 422, "/location/lat"),
                field("lon out of range", "location", "{'lat':50,'lon':180.1}", 422,
                        "/location/lon"),
                field("no fix", "location", "{'lat':0.009,'lon':-0.009}", 422, "/location"),
                field("low above high", "crowd", "{'low':5,'high':4}", 422, "/crowd/low"),
                field("negative", "crowd", "{'low':-1,'high':4}", 422, "/crowd/low"),
                field("control character", "title", "'a\\u0007b'", 422, "/title"),
                field("tab in a title", "title", "'a\\tb'", 422, "/title"),
                field("bidi override", "text", "'a\\u202eb'", 422, "/text"),
                field("private use", "text", "'a\\ue000b'", 422, "/text"),
                field("unknown category", "category", "'riotous'", 422, "/category"),
                field("not a time", "observedAt", "'yesterday'", 422, "/observedAt"),
                field("a time without offset", "observedAt", "'2014-09-06T21:40:00'", 422,
                        "/observedAt"),
                field("not an id", "id", "'5'", 422, "/id"),
                field("unknown incident", "incident", "'00000000-0000-4000-8000-000000000000'", 422,
                        "/incident"),
                field("unknown protest", "protest", "'00000000-0000-4000-8000-000000000000'", 422,
                        "/protest"),
                field("corrects what is unknown", "corrects",
                        "'00000000-0000-4000-8000-000000000000'", 422, "/corrects"),
                field("link to what is unknown", "links",
                        "[{'incident':'00000000-0000-4000-8000-000000000000','relation':'follows'}]",
                        422, "/links/0/incident"),
                field("unknown role", "officers",
                        "[{'unit':'RT1','role':'admiral','count':1,'state':'at-scene'}]", 422,
                        "/officers/0/role"),
                field("unknown offence", "arrests", "[{'offence':'affrey','count':1}]", 422,
                        "/arrests/0/offence", "affray"),
                field("fewer than nobody arrested", "arrests", "[{'offence':'affray','count':-1}]",
                        422, "/arrests/0/count"),
                field("ages upside down", "arrests",
                        "[{'offence':'affray','count':1,'ageMin':35,'ageMax':15}]", 422,
                        "/arrests/0/ageMin"),
                field("withdrawn without what", "withdrawn", "true", 422, "/corrects", "/category",
                        "/location"),
                field("recorded crime without number", "crime", "'recorded'", 422, "/crimeRef"),
                field("no crime without reason", "crime", "'not-a-crime'", 422, "/reason"));
    }

    private static List<BadInput> recordedAllTheSame() {
        return List.of(field("observed in the future", "observedAt",
                "'" + Surroundings.ago(Duration.ofHours(-1)) + "'", 201, "observed-in-future"),
                field("observed 31 days ago", "observedAt",
                        "'" + Surroundings.ago(Duration.ofDays(31)) + "'", 201,
                        "observed-long-ago"),
                body("report on a closed incident",
                        service -> service.update("closed")
                                .toString()
                                .getBytes(StandardCharsets.UTF_8),
                        201, "incident-closed"),
                body("more arrests than people", service -> {
                    var report = service.good();
                    report.putObject("crowd").put("low", 2).put("high", 4);
                    report.putArray("arrests").addObject().put("offence", "affray").put("count", 5);
                    return report.toString().getBytes(StandardCharsets.UTF_8);
                }, 201, "arrests-above-crowd"),
                field("sent by a clock that is wrong", "sentAt",
                        "'" + Surroundings.ago(Duration.ofMinutes(5)) + "'", 201, "clock-skew"),
                field("text with tab and line feed", "text", "'a\\tb\\nc'", 201),
                body("64 KiB to the byte", service -> padded(service.good().toString()), 201),
                storing("same id, same content", BadReports::replayed),
                storing("same id, other content", BadReports::taken));
    }

    private static List<String> replayed(Surroundings service) throws IOException {
        var report = service.good();
        var first = service.report(report);
        try (var http = service.connect()) {
            http.send(service.filled(
                    Surroundings.post("reports", "{desk}" + Surroundings.JSON, report.toString())));
            var again = new Expected(200, "idempotency-replayed: true").check(http);
            assertThat(again).isEqualTo(first);
        }
        return List.of(report.path("id").asText());
    }

    private static List<String> taken(Surroundings service) throws IOException {
        var report = service.good();
        service.report(report);
        try (var http = service.connect()) {
            http.send(service.filled(Surroundings.post("reports", "{desk}" + Surroundings.JSON,
                    report.put("title", "another").toString())));
            new Expected(409).check(http);
        }
        return List.of(report.path("id").asText());
    }

    private static BadInput text(String name, String body, int status, String... words) {
        return body(name, service -> quoted(body).getBytes(StandardCharsets.UTF_8), status, words);
    }

    private static BadInput hex(String name, String body, int status, String... words) {
        return body(name, service -> HexFormat.of().parseHex(body), status, words);
    }

    /** A good report with one member put or replaced. */
    private static BadInput field(String name, String member, String value, int status,
            String... words) {
        var node = Api.parsed(quoted(value));
        return body(name,
                service -> service.good()
                        .<ObjectNode>set(member, node)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8),
                status, words);
    }

    private static BadInput body(String name, Body body, int status, String... words) {
        var expected = new Expected(status, words);
        return storing(name, service -> {
            var stored = new ArrayList<String>();
            alone(service, body.of(service), expected, stored);
            amongGood(service, body.of(service), expected, stored);
            return stored;
        });
    }

    private static void alone(Surroundings service, byte[] body, Expected expected,
            List<String> stored) throws IOException {
        try (var http = service.connect()) {
            http.send(service.filled("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}"
                    + Surroundings.JSON + "Content-Length: " + body.length + "\r\n\r\n"));
            http.send(body);
            keep(expected.check(http), expected, stored);
        }
    }

    private static void amongGood(Surroundings service, byte[] body, Expected expected,
            List<String> stored) throws IOException {
        var lines = new ByteArrayOutputStream();
        lines.writeBytes((service.update("incident") + "\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(body);
        lines.writeBytes(("\n" + service.update("incident")).getBytes(StandardCharsets.UTF_8));
        try (var http = service.connect()) {
            http.send(service.filled("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\n{desk}"
                    + Surroundings.LINES + "Content-Length: " + lines.size() + "\r\n\r\n"));
            http.send(lines.toByteArray());
            var answers = new Api.Answer(200, http.answer().body()).lines();
            var good = new Expected(201);
            good.checkLine(answers.getFirst());
            good.checkLine(answers.getLast());
            stored.add(answers.getFirst().path("id").asText());
            stored.add(answers.getLast().path("id").asText());
            if (isBlank(body)) {
                assertThat(answers).hasSize(2);
            } else {
                assertThat(answers).hasSize(3);
                expected.checkLine(answers.get(1));
                keep(answers.get(1), expected, stored);
            }
        }
    }

    private static void keep(JsonNode answer, Expected expected, List<String> stored) {
        if (expected.isStored()) {
            stored.add(answer.path("id").asText());
        }
    }

    private static boolean isBlank(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).isBlank();
    }

    private static byte[] padded(String report) {
        return (report + " ".repeat(64 * 1024 - report.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
