package org.muster.model;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class Nearest {

    private static final int DISTANCE_MAX = 2;

    private Nearest() {}

    /** The known word that is at most two slips away from what was written, if there is one. */
    public static Optional<String> of(String written, Collection<String> known) {
        String plain = plain(written);
        String nearest = null;
        int least = Math.min(DISTANCE_MAX + 1, Math.max(1, plain.length()));
        for (String candidate : known) {
            String other = plain(candidate);
            if (Math.abs(other.length() - plain.length()) > DISTANCE_MAX) {
                continue;
            }
            int distance = distance(plain, other);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** What to say behind a fault about something written: the word that was probably meant, or nothing. */
    public static String hint(String written, Collection<String> known) {
        return of(written, known).map(nearest -> "; did you mean \"" + nearest + "\"?").orElse("");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Levenshtein's distance, where two neighbours that changed places count as one slip. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + same,
                1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
