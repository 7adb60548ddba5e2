package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts beyond the screen, with a real Alertmanager that groups them and calls a receiver. */
final class AlertmanagerIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path scratch;

    @Test
    void it_receives_groups_and_resolves_and_loses_and_repeats_nothing_when_it_or_we_are_down()
            throws Exception {
        try (var receiver = new Pager();
                var house = new Alertmanager(scratch.resolve("alertmanager"), receiver.url())) {
            house.start();
            var settings = Map.of("MUSTER_ALERTMANAGER_URL", house.url(),
                    "MUSTER_ALERTMANAGER_RESEND_EVERY", "2s", "MUSTER_ALERTMANAGER_DASHBOARD",
                    "http://127.0.0.1:1");
            var data = scratch.resolve("data");
            String token;
            Set<String> before;
            try (var service = ServiceProcess.start(data, settings)) {
                token = service.token("supervisor", "desk-1");
                var desk = new Api(service::url, token);
                receivesAndGroups(house, receiver, desk);
                resolves(house, desk);
                isDownForAWhile(house, service, desk);
                before = shown(house);
                cry(desk, "RT94");
                service.kill9();
            }
            try (var service = ServiceProcess.start(data, settings)) {
                var desk = new Api(service::url, token);
                eventually("what came just before the end is there",
                        () -> units(house).contains("RT94"), house);
                cry(desk, "RT95");
                eventually("what comes after it too", () -> units(house).contains("RT95"), house);
                assertThat(shown(house)).as("the same alerts with the same beginnings")
                        .containsAll(before)
                        .hasSize(before.size() + 2);
                eventually("the pager rings for the last", () -> receiver.firing().size() >= 5,
                        house);
                for (int again = 0; again < 3; again++) {
                    var told = updates(house);
                    eventually("all that stands is sent again",
                            () -> Collections.disjoint(updates(house), told), house);
                }
            }
            assertThat(receiver.firing()).as("each was called for once")
                    .containsExactlyInAnyOrder("RT91", "RT92", "RT93", "RT94", "RT95");
        }
    }

    private static void receivesAndGroups(Alertmanager house, Pager receiver, Api desk)
            throws Exception {
        cry(desk, "RT91");
        cry(desk, "RT92");
        eventually("both are there", () -> units(house).equals(Set.of("RT91", "RT92")), house);
        var alert = house.alerts().get(0);
        assertThat(alert.at("/labels/alertname").asText()).isEqualTo("officer-emergency");
        assertThat(alert.at("/labels/severity").asText()).isEqualTo("critical");
        assertThat(alert.at("/labels/area").asText()).isEqualTo("thurcroft");
        assertThat(alert.at("/labels/late").asText()).isEqualTo("false");
        assertThat(alert.at("/annotations/title").asText()).isEqualTo("Officer in danger");
        assertThat(alert.at("/annotations/url").asText())
                .isEqualTo("http://127.0.0.1:1/#sel=alert." + alert.at("/labels/alert").asText());
        eventually("one call tells of both", () -> receiver.largest() == 2, house);
        assertThat(house.groups()).hasSize(1);
    }

    private static void resolves(Alertmanager house, Api desk) throws Exception {
        clear(desk, "RT91");
        eventually("the one that is over is resolved", () -> units(house).equals(Set.of("RT92")),
                house);
    }

    private static void isDownForAWhile(Alertmanager house, ServiceProcess service, Api desk)
            throws Exception {
        house.stop();
        cry(desk, "RT93");
        clear(desk, "RT92");
        eventually("that is told",
                () -> metric(service, "muster_alertmanager_failing").equals("1.0"), house);
        house.start();
        eventually("it has everything", () -> units(house).equals(Set.of("RT93")), house);
        eventually("that is told too",
                () -> metric(service, "muster_alertmanager_failing").equals("0.0"), house);
        assertThat(service.output()
                .err()
                .stream()
                .filter(line -> line.contains("cannot be sent to Alertmanager"))).hasSize(1);
    }

    private static void cry(Api desk, String unit) throws Exception {
        var report = Api.JSON.createObjectNode()
                .put("observedAt", Instant.now().toString())
                .put("emergency", true)
                .put("onBehalfOf", unit);
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        assertThat(desk.report(report).status()).isEqualTo(201);
    }

    private static void clear(Api desk, String unit) throws Exception {
        for (var alert : desk.get("alerts?state=unacknowledged").path("items")) {
            if (alert.at("/subject/id").asText().equals(unit)) {
                var answer = desk.does("alerts/" + alert.path("id").asText() + "/clear",
                        Api.JSON.createObjectNode().put("reason", "seen to"));
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                return;
            }
        }
        throw new AssertionError("no alert of " + unit);
    }

    /** Who it takes to be in danger. */
    private static Set<String> units(Alertmanager house) {
        Set<String> units = new TreeSet<>();
        for (JsonNode alert : house.alerts()) {
            units.add(Pager.unit(alert));
        }
        return units;
    }

    private static Set<String> shown(Alertmanager house) {
        Set<String> shown = new TreeSet<>();
        for (JsonNode alert : house.alerts()) {
            shown.add(alert.path("fingerprint").asText() + ' ' + alert.path("startsAt").asText());
        }
        return shown;
    }

    /** When it last heard of each. */
    private static Set<String> updates(Alertmanager house) {
        Set<String> updates = new TreeSet<>();
        for (JsonNode alert : house.alerts()) {
            updates.add(
                    alert.path("fingerprint").asText() + ' ' + alert.path("updatedAt").asText());
        }
        return updates;
    }

    private static String metric(ServiceProcess service, String name) throws Exception {
        var answer = CLIENT.send(HttpRequest.newBuilder(service.url().resolve("metrics")).build(),
                BodyHandlers.ofString());
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private interface Look {
        boolean holds() throws Exception;
    }

    private static void eventually(String what, Look look, Alertmanager house) {
        Supplier<String> found = house::toString;
        Eventually.until(what, () -> {
            try {
                return look.holds();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }, found);
    }
}
