package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.it.Api;
import org.muster.it.ServiceProcess;

/** A desk before a service that is lost, and comes back from a backup. */
final class RestoreIT {
    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = new Browsing();
    }

    @AfterAll
    static void stop() {
        browsing.close();
    }

    @Test
    void the_page_begins_anew_by_itself_and_says_why(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        Path restored = folder.resolve("restored");
        ServiceProcess service = ServiceProcess.start(data);
        try (Shift desk = Shift.begin(browsing, service, "desk-1")) {
            Api radio = new Api(service::url, service.token("supervisor", "radio"));
            post(radio, ServiceIT.disturbance("Before the backup"));
            ServiceProcess.run(folder, "backup", "--data", data.toString(), "--to",
                    backup.toString());
            for (int i = 0; i < 5; i++) {
                post(radio, ServiceIT.disturbance("After the backup " + i));
            }
            desk.screen.awaitText("muster-feed", "After the backup 4");
            String port = Integer.toString(service.url().getPort());
            service.kill9();
            desk.screen.awaitState("stale");
            ServiceProcess.run(folder, "restore", backup.toString(), "--data", restored.toString());
            service = ServiceProcess.start(restored, "--port", port);
            desk.screen.awaitState("live");
            desk.screen.awaitText(".strip", "another record than before");
            desk.screen.awaitText("#polite", "another record than before");
            assertThat(desk.screen.page.content()).contains("Before the backup")
                    .doesNotContain("After the backup");
            assertThat(desk.violations()).isEqualTo(List.of());
            post(radioOf(service), ServiceIT.disturbance("After the restore"));
            desk.screen.awaitText("muster-feed", "After the restore");
            desk.awaitAlert(emergency(radioOf(service)), "unacknowledged");
            desk.screen.page.getByText("Understood").click();
            desk.screen.await("the strip is empty",
                    () -> desk.screen.page.locator(".strip[data-kind='anew']").count() == 0);
            desk.screen.page.reload();
            desk.screen.awaitState("live");
            assertThat(desk.screen.page.locator(".strip[data-kind='anew']").count()).isZero();
        } finally {
            service.close();
        }
    }

    private static Api radioOf(ServiceProcess service) throws Exception {
        return new Api(service::url, service.token("supervisor", "radio-" + System.nanoTime()));
    }

    private static String emergency(Api radio) throws Exception {
        ObjectNode report = Shift.said("RT40").put("emergency", true);
        report.putObject("location").put("lat", 53.3966).put("lon", -1.2537);
        post(radio, report);
        return Shift.alert(radio, "officer-emergency", "RT40");
    }

    private static void post(Api sender, ObjectNode report) throws Exception {
        Api.Answer answer = sender.report(report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
