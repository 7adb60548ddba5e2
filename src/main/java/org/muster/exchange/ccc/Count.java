package org.muster.exchange.ccc;

import java.util.regex.Pattern;

/** What a cell that should hold a whole number holds. */
sealed interface Count {
    /** So many characters of a cell tell which one is meant. */
    int SHOWN_MAX = 60;
    /** 1,200, 1.200, 1'200 and 1 200. */
    Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,.' ][0-9]{3}){1,2}");
    /** 1200, and 1200.0 as some programs write it. */
    Pattern WHOLE = Pattern.compile("([0-9]{1,9})(\\.0+)?");

    /** Nothing. */
    record Blank() implements Count {}

    /** A number. */
    record Whole(int value) implements Count {}

    /**
     * Words that mean one, or a range of them.
     *
     * @param words the column and what stands there
     */
    record Read(String words, int low, int high) implements Count {}

    /** Something else; says why it is not taken. */
    record Unusable(String why) implements Count {}

    /** What the cell of this column says. */
    static Count of(Line line, Column column, int max) {
        var text = line.cell(column);
        if (text.isEmpty()) {
            return new Blank();
        }
        var grouped = GROUPED.matcher(text).matches();
        if (grouped || WHOLE.matcher(text).matches()) {
            var digits = grouped ? text.replaceAll("[^0-9]", "") : text.replaceFirst("\\..*", "");
            return read(column, text, max, Integer.parseInt(digits));
        }
        if (text.matches("-\\s*[0-9].*")) {
            return new Unusable(said(column, text) + " is below 0");
        }
        return CrowdWords.read(text)
                .map(range -> range.high() <= max
                        ? new Read(said(column, text), (int) range.low(), (int) range.high())
                        : tooMany(column, text, max))
                .orElseGet(() -> new Unusable(
                        said(column, text) + (CrowdWords.tellsOfWhoWasExpected(text)
                                ? " tells who was expected, not who came"
                                : " tells no number")));
    }

    private static Count read(Column column, String text, int max, int value) {
        return value <= max ? new Whole(value) : tooMany(column, text, max);
    }

    private static Count tooMany(Column column, String text, int max) {
        return new Unusable(said(column, text) + " is more than " + max);
    }

    private static String said(Column column, String text) {
        return column.header() + " \"" + shown(text) + "\"";
    }

    /** The beginning of a text, for people. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_MAX ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX)) + "…";
    }
}
