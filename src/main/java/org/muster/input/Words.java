package org.muster.input;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What free text may hold. Refused are characters that people cannot see and that change what others read: controls,
 * those that turn the direction of writing, and private ones that mean something else on every machine.
 */
public final class Words {

    /** Call signs and the like, in code points. */
    public static final int NAME_MAX = 64;

    private Words() {}

    /** What is wrong with a line of text; null when nothing is. */
    static @Nullable String faultOfLine(String text, int codePointsMax) {
        return text.isBlank() ? "must not be blank" : fault(text, codePointsMax, false);
    }

    /** What is wrong with text of several lines; null when nothing is. */
    static @Nullable String faultOfText(String text, int codePointsMax) {
        return fault(text, codePointsMax, true);
    }

    private static @Nullable String fault(String text, int codePointsMax, boolean lines) {
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean layout = lines && (c == '\n' || c == '\t');
            if ((c < 0x20 || c > 0x7e) && !layout && isRefused(c)) {
                return "must not hold the character " + name(c);
            }
        }
        return count > codePointsMax
                ? "has " + count + " characters, at most " + codePointsMax + " are allowed"
                : null;
    }

    private static boolean isRefused(int c) {
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return turns || Character.isISOControl(c) || Character.getType(c) == Character.PRIVATE_USE;
    }

    private static String name(int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
