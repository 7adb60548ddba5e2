package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.Test;

import org.muster.it.Api;

/** The field page can be put on a phone's home screen, as the browser itself judges it. */
final class FieldInstallIT extends WithService {
    /** How large an image really is; 0 when it does not load. */
    private static final String SIZE = """
            src => new Promise(resolve => {
              const image = new Image();
              image.onload = () => resolve([image.naturalWidth, image.naturalHeight]);
              image.onerror = () => resolve([0, 0]);
              image.src = src;
            })""";

    @Test
    void the_browser_finds_nothing_that_keeps_it_from_being_installed() throws Exception {
        try (Phone phone = Phone.open(service, browsing)) {
            phone.reload();
            CDPSession session = phone.profile.newCDPSession(phone.page);
            JsonObject found = session.send("Page.getAppManifest");
            assertThat(found.getAsJsonArray("errors")).isEmpty();
            String address = found.get("url").getAsString();
            assertThat(address).startsWith(origin() + "/");
            JsonNode manifest = Api.JSON.readTree(found.get("data").getAsString());
            assertThat(List.of("name", "short_name", "start_url", "scope", "display"))
                    .extracting(member -> manifest.path(member).asText())
                    .containsExactly("Muster field", "Muster", "/field", "/field", "standalone");
            for (JsonNode icon : manifest.path("icons")) {
                checkIcon(phone, icon);
            }
            assertThat(manifest.path("icons").findValuesAsText("sizes")).contains("192x192",
                    "512x512");
            assertThat(session.send("Page.getInstallabilityErrors")
                    .getAsJsonArray("installabilityErrors"))
                    .extracting(error -> error.getAsJsonObject().get("errorId").getAsString())
                    .as("but for that of each profile of a test")
                    .containsExactly("in-incognito");
            assertThat(phone.page.evaluate("() => navigator.serviceWorker.controller?.scriptURL"))
                    .asString()
                    .startsWith(origin() + "/field-worker.js");
            assertThat(phone.page
                    .evaluate("() => navigator.serviceWorker.ready.then(({ scope }) => scope)"))
                    .isEqualTo(origin() + "/field");
            assertThat(phone.console()).isEmpty();
        }
    }

    /** It loads, is of the kind that it says, and as large. */
    private static void checkIcon(Phone phone, JsonNode icon) {
        String source = origin() + '/' + icon.path("src").asText();
        var answer = phone.profile.request().get(source);
        assertThat(Map.of("status", answer.status(), "type",
                Objects.requireNonNull(answer.headers().get("content-type")))).as(source)
                .isEqualTo(Map.of("status", 200, "type", icon.path("type").asText()));
        String sizes = icon.path("sizes").asText();
        Object real = phone.page.evaluate(SIZE, source);
        if (sizes.equals("any")) {
            assertThat(real).as(source).isNotEqualTo(List.of(0, 0));
        } else {
            assertThat(real).as(source)
                    .isEqualTo(Pattern.compile("x")
                            .splitAsStream(sizes)
                            .map(Integer::valueOf)
                            .toList());
        }
    }
}
