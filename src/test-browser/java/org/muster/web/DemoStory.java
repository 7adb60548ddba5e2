package org.muster.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import org.muster.it.Api;
import org.muster.it.DemoProcess;

/** The demo, told up to the afternoon of the two demonstrations: more people than planned. */
final class DemoStory implements AutoCloseable {
    /** The story is older by then. */
    private static final long SECONDS_AGO = 15;
    private static final int LOOKS_MAX = 1_500;
    private static final double LOOK_EVERY_MILLIS = 200;

    final String origin;
    final String token;
    final Browsing browsing = new Browsing();
    private final DemoProcess demo;
    private final Api desk;

    /**
     * A screen by its name and what stands in its address.
     *
     * @param typed the key that opens a form, then what its first fields are given; empty for a screen without
     */
    record Shot(String name, String address, List<String> typed) {
        Shot(String name, String address) {
            this(name, address, List.of());
        }
    }

    private DemoStory(DemoProcess demo) {
        this.demo = demo;
        var link = demo.link();
        this.origin = link.group(1);
        this.token = link.group(2);
        this.desk = new Api(() -> URI.create(origin + "/"), token);
    }

    /** Tells it, so many times as fast as it was. */
    static DemoStory tell(Path scratch, int speed) throws IOException, InterruptedException {
        var story = new DemoStory(DemoProcess.start(scratch, speed));
        try {
            story.awaitAfternoon();
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            story.close();
            throw e;
        }
        return story;
    }

    private void awaitAfternoon() throws IOException, InterruptedException {
        try (BrowserContext profile = browsing.profile()) {
            Page page = profile.newPage();
            for (int looks = 0; looks < LOOKS_MAX; looks++) {
                if (desk.get("alerts?rule=crowd-above-plan").path("items").size() > 0) {
                    return;
                }
                page.waitForTimeout(LOOK_EVERY_MILLIS);
            }
        }
        throw new AssertionError("the story never came to the afternoon");
    }

    /** Every screen, and both forms. */
    List<Shot> shots() throws IOException, InterruptedException {
        String protest = desk.get("protests").path("items").get(0).path("id").asText();
        String alert = desk.get("alerts?rule=crowd-above-plan")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        String aMomentAgo = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minusSeconds(SECONDS_AGO)
                .toString();
        String board = "sel=alert." + alert;
        // The afternoon goes on while they are looked at: first what shows most of it.
        return List.of(new Shot("board", board), new Shot("wall", "view=wall"),
                new Shot("area", "view=area.rotherham"), new Shot("units", "view=units"),
                new Shot("queue", "view=queue&" + board),
                new Shot("protest", "view=protest." + protest), new Shot("arrests", "view=arrests"),
                new Shot("timeline", "view=timeline"), new Shot("replay", "at=" + aMomentAgo),
                new Shot("report", board,
                        List.of("Alt+n", "RT22", "affray", "Main Street", "45-65")),
                new Shot("plan", board, List.of("Alt+p", "Vigil at the Minster", "stat", "19:00")));
    }

    /** Opens a form and fills its first fields, one after the other. */
    static void write(Screen screen, List<String> typed) {
        if (typed.isEmpty()) {
            return;
        }
        screen.page.keyboard().press(typed.getFirst());
        screen.page.locator("dialog[open] input:focus").waitFor();
        for (String text : typed.subList(1, typed.size())) {
            screen.page.keyboard().type(text);
            screen.page.keyboard().press("Tab");
        }
    }

    /** Until nothing on the screen is still on its way. */
    static void settle(Screen screen) {
        screen.page.waitForTimeout(LOOK_EVERY_MILLIS);
        screen.await("all of it", () -> screen.page.locator(".loading:visible").count() == 0);
        // The map is painted twice a second at most.
        screen.page.waitForTimeout(5 * LOOK_EVERY_MILLIS);
    }

    @Override
    public void close() {
        browsing.close();
        demo.close();
    }
}
