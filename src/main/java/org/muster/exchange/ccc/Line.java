package org.muster.exchange.ccc;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One record of a table.
 *
 * @param file as it was named
 * @param number line in the file at which it starts, from 1
 * @param cells without what is blank or not known
 */
public record Line(String file, long number, Map<Column, String> cells) {
    /** What no text of the service may hold, and any run of blanks. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\s\\p{Cntrl}\\p{Co}\\p{Cs}\\u0080-\\u009f\\u00a0\\u2028-\\u202e\\u2066-"
                    + "\\u2069\\ufeff]+");

    public Line {
        cells = Map.copyOf(cells);
    }

    /** A record whose cells are cleaned: one line each, no stray blanks; {@code NA} is as good as blank. */
    static Line cleaned(String file, long number, Map<Column, String> raw) {
        var cells = new EnumMap<Column, String>(Column.class);
        raw.forEach((column, text) -> {
            var clean = UNSEEN.matcher(text).replaceAll(" ").strip();
            if (!clean.isEmpty() && !clean.equalsIgnoreCase("NA")) {
                cells.put(column, clean);
            }
        });
        return new Line(file, number, cells);
    }

    /** What stands there; empty when nothing does. */
    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
