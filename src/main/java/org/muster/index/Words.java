package org.muster.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. A word is a run of letters and digits; what stands between words, quotes and signs of any
 * query language included, only parts them. Letters are compared without case and marks.
 *
 * @param whole words that must stand as they are
 * @param begun what a further word must begin with; null for none
 */
public record Words(Set<String> whole, @Nullable String begun) {

    /** More words than this are a text, not a search. */
    public static final int WORDS_MAX = 10;

    /** More characters than this are no search either. */
    public static final int LENGTH_MAX = 200;

    /** One letter begins nearly everything. */
    private static final int BEGUN_MIN = 2;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern UNDONE = Pattern.compile("[\\p{L}\\p{N}\\p{M}]\\z");

    public Words {
        whole = Set.copyOf(whole);
    }

    /** What a person typed; who has not typed a space, or another sign, behind the last word may not be done with it. */
    public static Words of(String typed) {
        List<String> words = in(typed);
        if (words.isEmpty()) {
            return new Words(Set.of(), null);
        }
        String last = words.getLast();
        boolean isDone = !UNDONE.matcher(typed).find()
                || last.codePointCount(0, last.length()) < BEGUN_MIN;
        return new Words(new LinkedHashSet<>(isDone ? words : words.subList(0, words.size() - 1)),
                isDone ? null : last);
    }

    /** How many words it has. */
    public int count() {
        return whole.size() + (begun == null ? 0 : 1);
    }

    /** The words of a text, folded, in order. */
    static List<String> in(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        // There and back: a small letter may have no great one of its own, and the other way about.
        String folded = plain.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('\u03c2', '\u03c3');
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(folded);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** The same as one text, as the index keeps it. */
    static String folded(List<String> texts) {
        return String.join(" ", in(String.join(" ", texts)));
    }
}
