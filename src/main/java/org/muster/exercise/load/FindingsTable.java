package org.muster.exercise.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Findings as lines for people: a row a figure, the median of the rounds and in brackets how far they lie apart. */
public final class FindingsTable {
    private static final String NONE = "–";

    private FindingsTable() {}

    /** All of it, first the place, last what has to be known. */
    public static List<String> lines(Findings findings) {
        var lines = new ArrayList<String>();
        var machine = findings.machine();
        lines.add(String.format(Locale.ROOT, "%d cores, %,d MiB, %s, %s%s", machine.cores(),
                machine.memoryMiB(), machine.system(), machine.java(), machine.load() < 0 ? ""
                        : String.format(Locale.ROOT, ", load before %.1f", machine.load())));
        findings.settings().forEach((name, value) -> lines.add(name + ": " + value));
        lines.add("");
        lines.addAll(aligned(rows(findings)));
        lines.add("");
        findings.checks()
                .forEach(check -> lines.add(
                        String.format(Locale.ROOT, "%s: %,d of %,d%s", check.what(), check.found(),
                                check.expected(), check.isHeld() ? "" : " – THIS DOES NOT HOLD")));
        lines.addAll(findings.remarks());
        return lines;
    }

    private static List<String[]> rows(Findings findings) {
        var rows = new ArrayList<String[]>();
        var others = findings.sides().subList(0, findings.sides().size() - 1);
        var head = new ArrayList<>(List.of(""));
        head.addAll(findings.sides());
        others.forEach(side -> head.add(side + " ÷ " + findings.baseline()));
        rows.add(head.toArray(String[]::new));
        for (var figure : Figure.values()) {
            if (findings.sides().stream().allMatch(side -> findings.of(side, figure).isEmpty())) {
                continue;
            }
            var row = new ArrayList<>(List.of(figure.title(findings.noun())));
            findings.sides()
                    .forEach(side -> row.add(cell(findings.of(side, figure), figure.decimals())));
            others.forEach(side -> row.add(cell(findings.ratio(side, figure), 2)));
            rows.add(row.toArray(String[]::new));
        }
        return rows;
    }

    /** Of one round there is no spread to tell. */
    private static String cell(Optional<Spread> found, int decimals) {
        return found.map(spread -> spread.low() == spread.high() ? number(spread.median(), decimals)
                : number(spread.median(), decimals) + " (" + number(spread.low(), decimals) + "–"
                        + number(spread.high(), decimals) + ")")
                .orElse(NONE);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private static List<String> aligned(List<String[]> rows) {
        var widths = new int[rows.getFirst().length];
        rows.forEach(row -> Arrays.setAll(widths,
                column -> Math.max(widths[column], row[column].length())));
        return rows.stream().map(row -> {
            var line = new StringBuilder(row[0]).repeat(' ', widths[0] - row[0].length());
            for (var column = 1; column < row.length; column++) {
                line.append("  ")
                        .repeat(' ', widths[column] - row[column].length())
                        .append(row[column]);
            }
            return line.toString();
        }).toList();
    }
}
