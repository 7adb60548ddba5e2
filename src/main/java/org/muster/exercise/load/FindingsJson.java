package org.muster.exercise.load;

import java.util.Optional;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Findings for programs: every turn, and the same medians and ratios that people see. */
public final class FindingsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private FindingsJson() {}

    /** All of it as one document. */
    public static String text(Findings findings) {
        var root = JSON.createObjectNode();
        root.put("bench", findings.bench()).put("counted", findings.noun());
        root.putPOJO("machine", JSON.valueToTree(findings.machine()));
        findings.settings().forEach(root.putObject("settings")::put);
        root.put("baseline", findings.baseline());
        var sides = root.putObject("sides");
        findings.sides().forEach(side -> side(findings, side, sides.putObject(side)));
        var checks = root.putArray("checks");
        findings.checks()
                .forEach(check -> checks.addObject()
                        .put("what", check.what())
                        .put("expected", check.expected())
                        .put("found", check.found())
                        .put("holds", check.isHeld()));
        findings.remarks().forEach(root.putArray("remarks")::add);
        return root.toPrettyString();
    }

    private static void side(Findings findings, String side, ObjectNode into) {
        var figures = into.putObject("figures");
        var ratios = into.putObject("ratios");
        for (var figure : Figure.values()) {
            put(figures, figure, findings.of(side, figure));
            if (!side.equals(findings.baseline())) {
                put(ratios, figure, findings.ratio(side, figure));
            }
        }
        var rounds = into.putArray("rounds");
        findings.turns().stream().filter(turn -> turn.side().equals(side)).forEach(turn -> {
            var round = rounds.addObject();
            turn.figures().forEach((figure, value) -> round.put(figure.key(), value));
        });
    }

    private static void put(ObjectNode into, Figure figure, Optional<Spread> found) {
        found.ifPresent(spread -> into.putObject(figure.key())
                .put("median", spread.median())
                .put("low", spread.low())
                .put("high", spread.high()));
    }
}
