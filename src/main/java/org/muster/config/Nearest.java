package org.muster.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write. */
final class Nearest {

    private Nearest() {}

    /** The one of {@code names} that is closest to {@code word}, if any is close. */
    static Optional<String> of(String word, Collection<String> names) {
        // Two letters that changed places count as two slips.
        int slipsMax = word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
        return names.stream()
                .filter(name -> distance(word, name) <= slipsMax)
                .min(Comparator.comparingInt((String name) -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, deletions and replacements between the two, upper and lower case alike. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
