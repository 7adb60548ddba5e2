package org.muster.web;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;

import org.muster.it.Api;

/** What the map shows: what it says that it drew, and the pixels themselves. */
final class MapScreen {
    private final Screen screen;
    private final Page page;

    MapScreen(Screen screen) {
        this.screen = screen;
        page = screen.page;
    }

    /** What was drawn last: areas, things, clusters, labels, what is chosen and what is pointed at. */
    JsonNode drawn() {
        String json = (String) page
                .evaluate("() => JSON.stringify(document.querySelector('muster-map').drawn())");
        try {
            return Api.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A thing by itself on the map, by its id; missing when it is not there or in a cluster. */
    JsonNode thing(String id) {
        return StreamSupport.stream(drawn().path("things").spliterator(), false)
                .filter(thing -> thing.path("id").asText().equals(id))
                .findFirst()
                .orElse(Api.JSON.missingNode());
    }

    JsonNode area(String id) {
        return StreamSupport.stream(drawn().path("areas").spliterator(), false)
                .filter(area -> area.path("id").asText().equals(id))
                .findFirst()
                .orElse(Api.JSON.missingNode());
    }

    List<String> labels() {
        return StreamSupport.stream(drawn().path("labels").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    String chosen() {
        JsonNode chosen = drawn().path("chosen");
        return chosen.path("type").asText() + " " + chosen.path("id").asText();
    }

    void awaitThing(String id) {
        screen.await(id + " on the map", () -> !thing(id).isMissingNode());
    }

    /** Clicks where a thing was drawn. */
    void click(String id) {
        JsonNode thing = thing(id);
        clickAt(thing.path("x").asDouble(), thing.path("y").asDouble());
    }

    void clickAt(double x, double y) {
        var box = page.locator(".map-canvas").boundingBox();
        page.mouse().click(box.x + x, box.y + y);
    }

    void key(String key) {
        page.locator(".map-canvas").press(key);
    }

    /** Every pixel of the canvas. */
    String pixels() {
        return (String) page
                .evaluate("() => document.querySelector('.map-canvas canvas').toDataURL()");
    }

    /** Red, green and blue of one pixel of the canvas. */
    String pixel(int x, int y) {
        return String.valueOf(page.evaluate("""
                ([x, y]) => [...document.querySelector('.map-canvas canvas').getContext('2d')
                  .getImageData(x, y, 1, 1).data].slice(0, 3).join()""", List.of(x, y)));
    }
}
