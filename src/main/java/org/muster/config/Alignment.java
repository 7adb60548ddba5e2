package org.muster.config;

/**
 * Finds a character of a value in the file that the value was read from: YAML folds lines, takes indentation away, and
 * lets quotes be escaped. Where it cannot follow (as with a character written by its number) it says where the value
 * begins.
 */
final class Alignment {

    private Alignment() {}

    static Spot spot(Node.Scalar scalar, int offset) {
        String file = scalar.file();
        if (file.codePointCount(0, file.length()) <= scalar.begin()) {
            return scalar.at();
        }
        String source = file.substring(file.offsetByCodePoints(0, scalar.begin()));
        String text = scalar.text();
        int at = content(source);
        for (int i = 0; i < offset && i < text.length(); i++) {
            at = find(source, at, text.charAt(i)) + 1;
            if (at == 0) {
                return scalar.at();
            }
        }
        if (offset < text.length()) {
            at = find(source, at, text.charAt(offset));
        }
        return at < 0 ? scalar.at() : counted(scalar.at(), source.substring(0, at));
    }

    /** Where the value begins: behind a quote, or below the line that announces a block. */
    private static int content(String source) {
        char first = source.isEmpty() ? ' ' : source.charAt(0);
        return switch (first) {
            case '"', '\'' -> 1;
            case '|', '>' -> source.indexOf('\n') + 1;
            default -> 0;
        };
    }

    /** The next place of a character of the value; -1 when something else stands there. */
    private static int find(String source, int from, char wanted) {
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == wanted || (wanted == ' ' && c == '\n')) {
                return i;
            }
            if (!Character.isWhitespace(c) && c != '\\' && c != '\'') {
                return -1;
            }
        }
        return -1;
    }

    private static Spot counted(Spot from, String passed) {
        int lineBreaks = (int) passed.chars().filter(c -> c == '\n').count();
        int lineStart = passed.lastIndexOf('\n') + 1;
        int points = passed.codePointCount(lineStart, passed.length());
        return new Spot(from.line() + lineBreaks,
                lineBreaks == 0 ? from.column() + points : points + 1);
    }
}
