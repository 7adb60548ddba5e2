package org.muster.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.muster.access.Creation;
import org.muster.access.NewCredential;
import org.muster.app.Partner.Request;
import org.muster.model.Role;

/** A busy hour, told by a partner: something of everything that reports, plans and people at alerts can bring about. */
final class Busy {
    static final String REPORTS = "POST /api/v1/reports";

    private final Partner partner;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    final String unit;
    String incident = "";
    String sensitive = "";
    String protest = "";
    String protestTag = "";
    String cancelled = "";
    String ended = "";
    String alert = "";
    String report = "";

    Busy(Partner partner, Service service) {
        this.partner = partner;
        for (Role role : Role.values()) {
            tokens.put(role, token(service, role.slug(), role, null));
        }
        unit = token(service, "SY14", Role.FIELD, null);
    }

    static String token(Service service, String name, Role role, @Nullable Integer rate) {
        return switch (service.access()
                .create(new NewCredential(name, role, List.of(), null, rate), "test")) {
            case Creation.Created created -> created.token();
            case Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }

    String token(Role role) {
        return Objects.requireNonNull(tokens.get(role));
    }

    /** All of it, in order. */
    void tell() {
        reports();
        corrections();
        batch();
        plans();
        lives();
        alerts();
    }

    private void reports() {
        report = UUID.randomUUID().toString();
        String disturbance = "{\"id\":\"" + report + "\",\"category\":\"disturbance\","
                + "\"incident\":null,\"protest\":null,\"title\":\"Disturbance, Ivanhoe Road\","
                + at("location", 53.3966) + ",\"crowd\":{\"low\":400,\"best\":500,\"high\":600,"
                + "\"method\":\"estimate\",\"mood\":\"hostile\"},\"officers\":[{\"unit\":\"SY14\","
                + "\"role\":\"psu\",\"count\":5,\"state\":\"at-scene\"}],\"arrests\":[{\"offence\":"
                + "\"breach-of-the-peace\",\"count\":4,\"ageMin\":15,\"ageMax\":35},{\"offence\":"
                + "\"not-stated\",\"count\":700,\"ageBand\":\"18-24\"}],\"injured\":{\"public\":2,"
                + "\"officers\":1},\"status\":\"ongoing\",\"text\":\"Second night.\","
                + "\"externalRef\":{\"agency\":\"Ambulance\",\"ref\":\"A-1\"},\"crime\":\"recorded\","
                + "\"crimeRef\":\"C-1\"," + now() + ",\"sentAt\":\"2014-09-06T20:40:00Z\"}";
        incident = partner.send(201, as(unit, REPORTS).json(disturbance)).path("incident").asText();
        partner.send(200, as(unit, REPORTS).json(disturbance));
        partner.send(409, as(unit, REPORTS)
                .json("{\"id\":\"" + report + "\",\"allQuiet\":true," + now() + "}"));
        String second = said(unit, "\"category\":\"fire\"," + at("location", 53.3967)
                + ",\"methane\":{\"major\":\"declared\",\"exactLocation\":\"Gate\",\"type\":\"Fire\","
                + "\"hazards\":[\"Smoke\"],\"access\":\"North\",\"casualties\":{\"dead\":0,"
                + "\"serious\":1,\"minor\":2,\"estimated\":true},\"services\":[{\"agency\":\"Fire\","
                + "\"present\":1,\"required\":3}]}").path("incident").asText();
        said(Role.CONTROLLER, "\"incident\":\"" + incident + "\",\"links\":[{\"incident\":\""
                + second + "\",\"relation\":\"connected\"}],\"onBehalfOf\":\"NL34\",\"crowd\":"
                + "{\"low\":5,\"high\":6,\"method\":\"media\"},\"officers\":[{\"count\":20,\"state\":"
                + "\"requested\"},{\"unit\":\"NL34\",\"count\":8,\"state\":\"en-route\"}]");
        said(unit, "\"incident\":\"" + second + "\",\"status\":\"closed\",\"closingCategory\":"
                + "\"hoax-call\",\"crime\":\"not-a-crime\",\"reason\":\"A bonfire\"");
        said(unit, "\"incident\":\"" + second + "\",\"text\":\"Smoke again\"");
        said(unit, "\"incident\":\"" + second + "\",\"reopen\":true,\"reason\":\"Again\"");
        said(unit, "\"allQuiet\":true," + at("location", 53.4302));
        said(unit, "\"emergency\":true," + at("location", 53.3966));
        said(unit, "\"emergency\":true," + at("location", 53.3966));
        said(unit, "\"drill\":true,\"category\":\"affray\"," + at("location", 53.3966));
        sensitive = said(unit,
                "\"sensitive\":true,\"category\":\"serious-assault\",\"title\":"
                        + "\"Words\",\"text\":\"Words\"," + at("location", 53.3970))
                .path("id")
                .asText();
        partner.send(501,
                as(unit, REPORTS).json("{\"sequence\":7,\"allQuiet\":true," + now() + "}"));
    }

    private void corrections() {
        String typo = said(unit,
                "\"incident\":\"" + incident + "\",\"crowd\":{\"low\":4,\"high\":9}").path("id")
                .asText();
        said(unit, "\"corrects\":\"" + typo + "\",\"crowd\":{\"low\":40,\"high\":90}");
        partner.send(409, as(unit, REPORTS)
                .json("{\"corrects\":\"" + typo + "\",\"allQuiet\":true," + now() + "}"));
        String slip = said(unit, "\"category\":\"theft\"," + at("location", 53.5)).path("id")
                .asText();
        said(unit, "\"corrects\":\"" + slip + "\",\"withdrawn\":true,\"reason\":\"Wrong place\"");
    }

    private void batch() {
        partner.send(as(unit, REPORTS).typed("application/x-ndjson",
                "{\"allQuiet\":true," + at("location", 53.43) + "," + now() + "}\n\n{\n"
                        + "{\"crwod\":1," + now() + "}\n"));
    }

    private void plans() {
        protest = UUID.randomUUID().toString();
        Instant start = Instant.now().plus(2, ChronoUnit.HOURS);
        String plan = plan(protest, "March for it", start, "");
        JsonNode planned = partner.send(201,
                as(Role.CONTROLLER, "POST /api/v1/protests").json(plan));
        partner.send(200, as(Role.CONTROLLER, "POST /api/v1/protests").json(plan));
        partner.send(409, as(Role.CONTROLLER, "POST /api/v1/protests")
                .json(plan(protest, "Another", start, "")));
        cancelled = UUID.randomUUID().toString();
        partner.send(201, as(Role.CONTROLLER, "POST /api/v1/protests").json(
                plan(cancelled, "Against it", start, "\"" + planned.path("id").asText() + "\"")));
        String path = "PUT /api/v1/protests/" + protest;
        protestTag = partner.send(as(Role.VIEWER, "GET /api/v1/protests/" + protest))
                .headers()
                .getOrDefault("etag", "");
        String march = "{\"title\":\"March\",\"category\":\"procession\",\"organisation\":\"Us\",\"startsAt\":\""
                + start + "\",\"endsAt\":\"" + start.plus(1, ChronoUnit.HOURS)
                + "\",\"noticeGivenAt\":\"" + Instant.now()
                + "\",\"publicMessage\":\"Open.\",\"expected\":{\"low\":1,\"high\":2},"
                + "\"place\":{\"type\":\"LineString\",\"coordinates\":[[-1.3566,53.4308],[-1.3540,53.4322]]}}";
        partner.send(428, as(Role.CONTROLLER, path).json(march));
        partner.send(200, as(Role.CONTROLLER, path).json(march).with("If-Match", protestTag));
        partner.send(412, as(Role.CONTROLLER, path).json(march).with("If-Match", protestTag));
        String cancel = "POST /api/v1/protests/" + cancelled + "/cancel";
        partner.send(200, as(Role.CONTROLLER, cancel).json("{\"reason\":\"Withdrew.\"}"));
        partner.send(200, as(Role.CONTROLLER, cancel));
        partner.send(409, as(Role.CONTROLLER, "PUT /api/v1/protests/" + cancelled).json(march)
                .with("If-Match", "*"));
    }

    /** One protest that begins and ends by itself, one that reports alone tell of. */
    private void lives() {
        ended = UUID.randomUUID().toString();
        Instant now = Instant.now();
        partner.send(201, as(Role.CONTROLLER, "POST /api/v1/protests")
                .json(plan(ended, "Vigil", now.minus(1, ChronoUnit.MINUTES), "")));
        said(unit, "\"protest\":\"" + ended + "\",\"crowd\":{\"low\":900,\"high\":1100}");
        said(unit, "\"protest\":\"" + ended + "\",\"status\":\"closed\"");
        partner.send(409, as(Role.CONTROLLER, "POST /api/v1/protests/" + ended + "/cancel"));
        said(unit,
                "\"category\":\"static-assembly\",\"sensitive\":true," + at("location", 53.4309));
    }

    private void alerts() {
        JsonNode open = partner.send(200, as(Role.CONTROLLER,
                "GET /api/v1/alerts?state=unacknowledged&severity=critical,high"));
        alert = open.path("items").path(0).path("id").asText();
        String path = "POST /api/v1/alerts/" + alert;
        partner.send(200, as(Role.CONTROLLER, path + "/acknowledge"));
        partner.send(200, as(Role.CONTROLLER, path + "/acknowledge").json("{}"));
        partner.send(409, as(Role.SUPERVISOR, path + "/acknowledge"));
        partner.send(200, as(Role.CONTROLLER, path + "/unacknowledge"));
        partner.send(200, as(Role.CONTROLLER, path + "/assign").json("{\"to\":\"controller\"}"));
        partner.send(409, as(Role.SUPERVISOR, path + "/assign").json("{\"to\":\"supervisor\"}"));
        partner.send(200, as(Role.SUPERVISOR, path + "/assign")
                .json("{\"to\":\"supervisor\",\"from\":\"controller\"}"));
        partner.send(200, as(Role.SUPERVISOR, path + "/assign")
                .json("{\"to\":null,\"from\":\"supervisor\"}"));
        partner.send(200,
                as(Role.CONTROLLER, path + "/comment").json("{\"text\":\"Spoke to them\"}"));
        shelf(path);
        partner.send(200, as(Role.CONTROLLER, path + "/clear").json("{\"reason\":\"Dispersed\"}"));
        partner.send(409, as(Role.SUPERVISOR, path + "/clear").json("{\"reason\":\"Dispersed\"}"));
        partner.send(409, as(Role.SUPERVISOR, path + "/unacknowledge"));
        partner.send(409, as(Role.SUPERVISOR, path + "/shelve").json(shelving(5)));
    }

    private void shelf(String path) {
        String soon = shelving(5);
        partner.send(200, as(Role.SUPERVISOR, path + "/shelve").json(soon));
        partner.send(200, as(Role.SUPERVISOR, path + "/shelve").json(soon));
        partner.send(422, as(Role.SUPERVISOR, path + "/shelve").json(shelving(6_000)));
        partner.send(200, as(Role.SUPERVISOR, "GET /api/v1/alerts?state=shelved"));
        partner.send(200, as(Role.SUPERVISOR, path + "/unshelve"));
        partner.send(200, as(Role.SUPERVISOR, path + "/unshelve").json("{}"));
    }

    private static String shelving(int minutes) {
        return "{\"until\":\"" + Instant.now().plus(minutes, ChronoUnit.MINUTES)
                + "\",\"reason\":\"Van on its way\"}";
    }

    JsonNode said(String token, String fields) {
        return partner.send(201, as(token, REPORTS).json('{' + fields + ',' + now() + '}'));
    }

    private JsonNode said(Role role, String fields) {
        return said(token(role), fields);
    }

    Request as(Role role, String line) {
        return Request.of(line, token(role));
    }

    static Request as(String token, String line) {
        return Request.of(line, token);
    }

    private static String plan(String id, String title, Instant start, String opposes) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + title
                + "\",\"category\":\"static-assembly\"," + "\"opposes\":[" + opposes
                + "],\"startsAt\":\"" + start + "\",\"place\":{\"type\":"
                + "\"Point\",\"coordinates\":[-1.3566,53.4308]},\"expected\":{\"low\":50,\"high\":100},"
                + "\"officersPlanned\":60}";
    }

    private static String at(String name, double lat) {
        return '"' + name + "\":{\"lat\":" + lat
                + ",\"lon\":-1.2537,\"accuracy\":30,\"place\":\"Ivanhoe Road\"}";
    }

    private static String now() {
        return "\"observedAt\":\"" + Instant.now() + '"';
    }
}
