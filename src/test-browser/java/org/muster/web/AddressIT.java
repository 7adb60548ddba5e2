package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What of the screens' filters and stretches of time the address holds, from a scripted stream. */
final class AddressIT extends ScriptedBoard {
    private static final String SLIDER = ".axis-slider";

    private void turn(String address) {
        screen.page.evaluate("to => { location.hash = to; }", address);
    }

    /** The same address in a page that knows nothing else. */
    private void reload() {
        int before = service.subscriptions().size();
        screen.page.reload();
        screen.await("connection", () -> service.subscriptions().size() > before);
        service.say(Said.picture("c0"));
        service.say(Said.live("c1"));
        screen.awaitState("live");
    }

    private Locator choice(String screenName, int number) {
        return screen.page.locator(screenName + " .choice select").nth(number);
    }

    private void awaitValue(Locator field, String value) {
        screen.await(value, () -> field.count() == 1 && field.inputValue().equals(value));
    }

    private void addressHolds(String... parts) {
        assertThat(screen.page.url()).contains(parts);
    }

    /** That each of these is named, and nothing is left of it once that was read. */
    private void named(String... parts) {
        for (String part : parts) {
            screen.awaitText(".strip", part);
        }
        screen.page.locator(".strip button").click();
        screen.await("nothing more to say", () -> screen.strip().isEmpty());
    }

    @Test
    void the_filters_of_the_deployments_lead_another_session_there() {
        watch(Said.picture("c0"));
        turn("view=units");
        choice("muster-units-screen", 0).selectOption("rotherham");
        choice("muster-units-screen", 1).selectOption("en-route");
        addressHolds("view=units", "units-area=rotherham", "units-state=en-route");
        reload();
        awaitValue(choice("muster-units-screen", 0), "rotherham");
        awaitValue(choice("muster-units-screen", 1), "en-route");
        turn("view=units&units-area=south-yorkshire&units-role=psu");
        awaitValue(choice("muster-units-screen", 0), "south-yorkshire");
        awaitValue(choice("muster-units-screen", 1), "");
        awaitValue(choice("muster-units-screen", 2), "psu");
        choice("muster-units-screen", 0).selectOption("");
        assertThat(screen.page.url()).doesNotContain("units-area");
        assertThat(screen.strip()).isEmpty();
    }

    @Test
    void the_area_of_the_arrests_leads_another_session_there() {
        watch(Said.picture("c0"));
        turn("view=arrests");
        choice("muster-arrests-screen", 0).selectOption("rotherham");
        addressHolds("arrests-area=rotherham");
        reload();
        awaitValue(choice("muster-arrests-screen", 0), "rotherham");
        turn("view=arrests");
        awaitValue(choice("muster-arrests-screen", 0), "");
    }

    @Test
    void the_area_of_the_feed_leads_another_session_there() {
        List<String> asked = new ArrayList<>();
        screen.page.onRequest(request -> {
            if (request.url().contains("/feed?")) {
                asked.add(request.url());
            }
        });
        watch(Said.picture("c0"));
        screen.page.setViewportSize(1920, 1080);
        screen.page.locator("#feed-area").selectOption("rotherham");
        addressHolds("feed-area=rotherham");
        asked.clear();
        reload();
        awaitValue(screen.page.locator("#feed-area"), "rotherham");
        screen.await("entries of the area", () -> !asked.isEmpty());
        assertThat(asked).allMatch(url -> url.contains("area=rotherham"));
        turn("");
        awaitValue(screen.page.locator("#feed-area"), "");
    }

    @Test
    void the_hours_of_the_charts_lead_another_session_there() {
        watch(Said.picture("c0"));
        turn("view=area.rotherham");
        Locator hours = screen.page.locator(".chart-ranges button");
        hours.nth(1).click();
        addressHolds("range=12h");
        reload();
        screen.await("twelve hours", () -> hours.count() == 3
                && "true".equals(hours.nth(1).getAttribute("aria-pressed")));
        hours.nth(0).click();
        assertThat(screen.page.url()).doesNotContain("range");
    }

    @Test
    void the_stretch_of_the_axis_leads_another_session_there() {
        watch(Said.picture("c0"));
        turn("view=timeline&axis=24h.2014-09-06T20:00:00Z");
        screen.await("where it begins", () -> begins() == atSecond("2014-09-06T20:00:00Z"));
        screen.page.locator(SLIDER).press("PageDown");
        screen.await("half of it later", () -> begins() == atSecond("2014-09-07T08:00:00Z"));
        screen.page.locator("[data-axis='zoomIn']").click();
        addressHolds("axis=12h.");
        long begin = begins();
        reload();
        screen.await("the same", () -> begins() == begin);
        assertThat(screen.page.locator(".axis-span").innerText()).isEqualTo("12 h");
        turn("view=timeline");
        screen.await("the usual",
                () -> screen.page.locator(".axis-span").innerText().equals("6 h"));
        screen.page.locator("[data-axis='zoomOut']").click();
        addressHolds("axis=12h");
        assertThat(screen.page.url()).as("it follows the present").doesNotContain("12h.");
    }

    private long begins() {
        Locator slider = screen.page.locator(SLIDER);
        return slider.count() == 0 ? -1 : Long.parseLong(slider.getAttribute("aria-valuemin"));
    }

    private static long atSecond(String moment) {
        return Instant.parse(moment).getEpochSecond();
    }

    @Test
    void what_means_nothing_is_named_on_each_screen_and_the_usual_is_shown() {
        service.answer("/catalogue", 200,
                Said.catalogue().replace("\"unitRoles\":[]", "\"unitRoles\":[\"psu\"]"));
        watch(SaidAlerts.picture(SaidAlerts.alert("a", "high", "Alert a")));
        turn("view=units&units-area=nowhere&units-state=lost&units-role=nobody");
        named("area of the units", "state of the units", "role of the units");
        turn("view=arrests&arrests-area=nowhere&range=7d");
        named("area of the arrests", "hours of the charts");
        turn("feed-area=nowhere");
        named("area of the feed");
        for (String axis : List.of("5h", "6h.yesterday", "6h.")) {
            turn("view=timeline&axis=" + axis);
            named("stretch of the time axis");
        }
        turn("view=queue&area=nowhere&rule=%3Cb%3E");
        named("area of the queue", "rule");
        assertThat(screen.page.locator(".alert").count()).isEqualTo(1);
        assertThat(screen.page.url()).doesNotContain("area=").doesNotContain("rule=");
    }

    @Test
    void an_area_that_there_is_not_is_named_once_the_areas_are_known() {
        screen.page.navigate(
                ScriptedService.ORIGIN + "/#token=good&view=queue&area=nowhere&feed-area=nowhere");
        screen.await("connection", () -> service.subscriptions().size() >= 1);
        service.say(SaidAlerts.picture(SaidAlerts.alert("a", "high", "Alert a")));
        service.say(Said.live("c1"));
        screen.awaitState("live");
        screen.awaitText(".strip", "area of the queue");
        assertThat(screen.page.locator(".alert").count()).isEqualTo(1);
        turn("feed-area=nowhere");
        screen.awaitText(".strip", "area of the feed");
        assertThat(screen.page.locator("#feed-area").inputValue()).isEmpty();
    }
}
