package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** The map as the service serves it: the operator's outlines, and what is posted to the service. */
final class MapServiceIT {

    @Test
    void what_is_reported_and_planned_is_on_the_map_and_leads_to_its_row(@TempDir Path folder)
            throws Exception {
        try (var browsing = new Browsing();
                var service = ServiceProcess.start(folder.resolve("data"))) {
            String address = service.url().toString();
            Screen screen = new Screen(browsing.profile(),
                    address.substring(0, address.length() - 1));
            var map = new MapScreen(screen);
            screen.signIn(service.token("controller", "desk"));
            screen.awaitState("live");
            screen.await("the operator's outlines", () -> !map.area("thurcroft").isMissingNode());

            var desk = new Api(service::url, service.token("controller", "sender"));
            Api.Answer report = desk.report(ServiceIT.disturbance("Second night"));
            assertThat(report.status()).as(report.body()).isEqualTo(201);
            String incident = report.json().path("incident").asText();
            String protest = planned(desk);
            map.awaitThing(incident);
            map.awaitThing(protest);
            map.awaitThing("RT21");
            screen.await("its colour", () -> map.area("thurcroft").path("step").asInt() == 1);

            map.click(incident);
            screen.awaitText("muster-selected", "Second night");
            assertThat(screen.page.locator("[data-incident='" + incident + "'] summary")
                    .getAttribute("aria-current")).isEqualTo("true");
            screen.list("protests");
            screen.page.locator("[data-protest='" + protest + "'] summary").click();
            assertThat(map.chosen()).isEqualTo("protest " + protest);
            screen.menu("Light theme");
            map.key("l");
            assertThat(screen.violations()).isEmpty();
            assertThat(screen.console()).isEmpty();
            assertThat(screen.foreignRequests()).isEmpty();
        }
    }

    /** Plans a march in Doncaster. */
    private static String planned(Api desk) throws Exception {
        ObjectNode plan = Api.JSON.createObjectNode();
        plan.put("id", UUID.randomUUID().toString()).put("title", "March");
        plan.put("category", "static-assembly");
        plan.put("startsAt", Instant.now().plusSeconds(7_200).toString());
        var route = plan.putObject("place").put("type", "LineString").putArray("coordinates");
        route.addArray().add(-1.13).add(53.52);
        route.addArray().add(-1.14).add(53.53);
        Api.Answer answer = desk.plan(plan);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return plan.path("id").asText();
    }
}
