package org.muster.sim;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Role;

/** Puts reports into words, by chance: everything that one can say, and what it says of what. */
final class Wording {

    private static final double[][] PLACES = {{53.3966, -1.2537}, {53.4308, -1.3566},
            {53.3811, -1.4701}, {53.5228, -1.1285}, {51.5074, -0.1278}};
    private static final String[] STATES = {"requested", "committed", "en-route", "at-scene",
            "released"};
    private static final String[] STATUSES = {"reported", "ongoing", "contained", "closed"};
    private static final String[] METHODS = {"count", "estimate", "organiser", "media"};

    private final Actor by;
    private final Random random;
    private final ObjectNode report = JsonNodeFactory.instance.objectNode();

    Wording(Actor by, UUID id, Instant observedAt, Random random) {
        this.by = by;
        this.random = random;
        report.put("id", id.toString()).put("observedAt", observedAt.toString());
    }

    boolean isDrill() {
        return report.path("drill").asBoolean();
    }

    String text() {
        return report.toString();
    }

    /** Of nothing that is known yet: it opens something, or speaks of units alone. */
    Wording news() {
        place();
        switch (random.nextInt(8)) {
            case 0, 1 -> unitWords();
            case 2 -> open("static-assembly");
            default -> open("disturbance");
        }
        return this;
    }

    private void open(String category) {
        report.put("category", category);
        if (one(6)) {
            report.put("drill", true);
        }
        crowd();
        words();
    }

    /** Of something that is known. */
    Wording of(Known known, List<Known> others) {
        report.put(known.isProtest() ? "protest" : "incident", known.id().toString());
        if (known.drill()) {
            report.put("drill", true);
        }
        if (one(10)) {
            place();
        }
        crowd();
        words();
        if (one(6)) {
            report.put("status", STATUSES[random.nextInt(STATUSES.length)]);
        } else if (one(6)) {
            report.put("reopen", true);
        }
        if (one(12)) {
            report.putObject("methane").put("major", "standby").put("exactLocation", "the mill");
        }
        if (one(12)) {
            report.put("crime", "alleged");
        }
        if (!known.isProtest() && one(10)) {
            others.stream()
                    .filter(other -> !other.isProtest() && !other.equals(known))
                    .findAny()
                    .ifPresent(other -> report.putArray("links")
                            .addObject()
                            .put("incident", other.id().toString())
                            .put("relation", "connected"));
        }
        return this;
    }

    /** In place of another report, of the same; at times nothing remains of that. */
    Wording insteadOf(Letter other) {
        report.put("corrects", other.id().toString());
        if (other.drill()) {
            report.put("drill", true);
        }
        if (one(3)) {
            report.put("withdrawn", true).put("reason", "a slip");
            return this;
        }
        place();
        units();
        if (by.role() == Role.SUPERVISOR) {
            report.put("sensitive", one(2));
        }
        return this;
    }

    private void unitWords() {
        units();
        report.put("allQuiet", true);
        if (one(4)) {
            arrests();
        }
    }

    private void words() {
        if (one(3)) {
            units();
        }
        if (one(6)) {
            arrests();
        }
        if (one(8)) {
            report.putObject("injured").put("public", random.nextInt(4)).put("officers", 1);
        }
        if (one(8)) {
            report.put("sensitive", true).put("text", "Said in confidence.");
        }
        if (one(8)) {
            report.put("title", "Title " + random.nextInt(50)).put("text", "As it was seen.");
        }
        if (one(15)) {
            report.put("emergency", true);
        }
        if (one(15)) {
            report.putObject("externalRef")
                    .put("agency", "fire")
                    .put("ref", "F" + random.nextInt(9));
        }
        if (by.role() != Role.FIELD && one(3)) {
            report.put("onBehalfOf", "U" + random.nextInt(6));
        }
    }

    private void place() {
        double[] place = PLACES[random.nextInt(PLACES.length)];
        report.putObject("location")
                .put("lat", place[0])
                .put("lon", place[1])
                .put("place", "there");
    }

    private void crowd() {
        if (one(2)) {
            int low = random.nextInt(200);
            report.putObject("crowd")
                    .put("low", low)
                    .put("high", low + random.nextInt(90))
                    .put("method", METHODS[random.nextInt(METHODS.length)]);
        }
    }

    private void units() {
        ObjectNode line = report.putArray("officers").addObject().put("count", random.nextInt(30));
        if (one(6)) {
            line.put("state", "requested");
        } else {
            line.put("unit", by.name()).put("state", STATES[random.nextInt(STATES.length)]);
        }
    }

    private void arrests() {
        report.putArray("arrests")
                .addObject()
                .put("offence", one(2) ? "affray" : "not-stated")
                .put("count", 1 + random.nextInt(8))
                .put("ageBand", one(2) ? "10-17" : "18-24");
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    /** What somebody heard of. */
    record Known(UUID id, boolean isProtest, boolean drill) {

        static @Nullable Known of(@Nullable UUID incident, @Nullable UUID protest, boolean drill) {
            UUID id = incident == null ? protest : incident;
            return id == null ? null : new Known(id, protest != null, drill);
        }
    }
}
