package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.docs.Documents;

/** The page of documentation in a browser that reaches the service and nothing else. */
final class DocsIT extends WithService {
    private final List<String> said = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    private BrowserContext profile;
    private Page page;

    @BeforeEach
    void open() {
        profile = browsing.profile();
        profile.route("**", this::pass);
        page = profile.newPage();
        page.onConsoleMessage(line -> said.add(line.type() + ": " + line.text()));
        page.onPageError(fault -> said.add("uncaught: " + fault));
        page.navigate(service.url() + "docs");
        page.locator("#theme").waitFor();
    }

    private void pass(Route route) {
        if (route.request().url().startsWith(service.url().toString())) {
            route.resume();
        } else {
            elsewhere.add(route.request().url());
            route.abort();
        }
    }

    @AfterEach
    void close() {
        Browsing.end(profile);
    }

    private List<String> violations() {
        return new AxeBuilder(page).analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .toList();
    }

    @Test
    void it_opens_without_any_other_site_and_the_console_stays_empty() {
        page.locator("#theme").click();
        page.reload();
        page.locator("#theme").waitFor();
        assertThat(page.locator("h1").innerText()).isEqualTo("Muster: the interface");
        assertThat(said).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void every_operation_and_every_message_is_found_on_it_and_in_its_contents() {
        Documents documents = Documents.load();
        int operations = 0;
        for (var path : documents.openapi().path("paths").properties()) {
            for (JsonNode told : path.getValue()) {
                String id = told.path("operationId").asText();
                assertThat(page.locator("[id='" + id + "'] .address code").innerText())
                        .isEqualTo(path.getKey());
                assertThat(page.locator("nav a[href='#" + id + "']").count()).isEqualTo(1);
                operations++;
            }
        }
        assertThat(operations).isGreaterThan(35);
        documents.asyncapi()
                .at("/components/messages")
                .fieldNames()
                .forEachRemaining(
                        name -> assertThat(page.locator("#message-" + name).count()).isEqualTo(1));
        documents.openapi()
                .path("x-problems")
                .forEach(problem -> assertThat(page.locator("#errors").innerText())
                        .contains(problem.path("code").asText()));
        assertThat(page.locator("#the-metrics").innerText()).contains("muster_area_crowd");
    }

    @Test
    void every_link_within_it_leads_somewhere() {
        assertThat(page.evaluate("() => [...document.querySelectorAll('a[href^=\"#\"]')]"
                + ".map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"))
                .isEqualTo(List.of());
        assertThat(page.evaluate("() => { const ids = [...document.querySelectorAll('[id]')]"
                + ".map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"))
                .isEqualTo(List.of());
    }

    @Test
    void axe_finds_nothing_in_either_theme_wide_and_on_a_phone() {
        assertThat(violations()).as("dark").isEmpty();
        page.locator("#theme").click();
        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("light");
        assertThat(violations()).as("light").isEmpty();
        page.setViewportSize(390, 844);
        assertThat(violations()).as("light, phone").isEmpty();
        page.locator("#theme").click();
        assertThat(violations()).as("dark, phone").isEmpty();
    }

    @Test
    void on_a_phone_nothing_sticks_out_and_the_contents_fold() {
        page.setViewportSize(390, 844);
        page.reload();
        page.locator("#theme").waitFor();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(page.locator("nav a[href='#report']").isVisible()).isFalse();
        page.locator("#contents > summary").click();
        page.locator("nav a[href='#report']").click();
        assertThat(page.locator("nav a[href='#report']").isVisible()).isFalse();
        assertThat(page.url()).endsWith("/docs#report");
    }

    @Test
    void the_keyboard_reaches_the_text_first_and_every_refusal_unfolds() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.textContent"))
                .isEqualTo("Skip to the text");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        page.locator("#report details summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#report details").innerText()).contains("413", "64 KiB");
    }
}
