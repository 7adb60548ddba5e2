package org.muster.exchange.ccc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What EventType can say, with the category that it means. What a row is shall be told by the most particular word: the
 * table goes from there to the most general, and the first word found decides. Only words of this table go into a title,
 * so nothing else that somebody wrote into the column does.
 *
 * @param pattern the word and its forms
 * @param word as it stands in a title
 */
record EventKind(Pattern pattern, String word, String category) {
    /** When no word is known, or the service does not have the category that it means. */
    static final String GENERAL = "other-protest";

    private static final List<EventKind> TABLE = List.of(
            of("counter[- ]?(protest|demonstration|rally|march)\\w*", "counter-protest",
                    "counter-demonstration"),
            of("(road|street|railway|highway)?\\s*blockade\\w*|block(s|ed|ing)?\\b", "blockade",
                    "road-block"),
            of("encampment\\w*", "encampment", "encampment"),
            of("die[- ]in\\w*", "die-in", "sit-in"), of("sit[- ]in\\w*", "sit-in", "sit-in"),
            of("flotilla|motorcade|convoy|caravan", "convoy", "vehicle-convoy"),
            of("flash mob", "flash mob", "flash-gathering"), of("picket\\w*", "picket", "picket"),
            of("hunger strike", "hunger strike", GENERAL),
            of("walk[- ]?out\\w*", "walk-out", "picket"),
            of("sick[- ]out|strike", "strike", "picket"),
            of("vigil\\w*|memorial\\w*|prayer\\w*", "vigil", "vigil"),
            of("march\\w*|parade\\w*|procession\\w*", "march", "procession"),
            of("rall?y|rallies", "rally", "static-assembly"),
            of("demonstration\\w*", "demonstration", "static-assembly"),
            of("gathering\\w*|human chain", "gathering", "static-assembly"),
            of("boycott\\w*", "boycott", GENERAL),
            of("prot[a-z]*st[a-z]*|protes", "protest", "static-assembly"));

    /**
     * What a cell says.
     *
     * @param title its known words in the order in which they stand there
     * @param category one that the service has
     */
    record Said(String title, String category) {}

    /**
     * Reads a cell.
     *
     * @param known the service's categories of protests, at least one
     */
    static Said read(String cell, Collection<String> known) {
        var rest = new StringBuilder(cell.toLowerCase(Locale.ROOT));
        var found = new ArrayList<EventKind>();
        var places = new TreeMap<Integer, String>();
        for (var kind : TABLE) {
            var match = kind.pattern.matcher(rest);
            while (match.find()) {
                places.put(match.start(), kind.word);
                found.add(kind);
                // What was read as one word is not read as part of another.
                rest.replace(match.start(), match.end(), ".".repeat(match.end() - match.start()));
            }
        }
        var words = places.isEmpty() ? "protest"
                : String.join(", ", places.values().stream().distinct().toList());
        var category = found.isEmpty() ? GENERAL : found.getFirst().category;
        return new Said(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                known.contains(category) ? category : general(known));
    }

    private static String general(Collection<String> known) {
        return known.contains(GENERAL) ? GENERAL
                : known.stream().min(Comparator.naturalOrder()).orElse(GENERAL);
    }

    private static EventKind of(String pattern, String word, String category) {
        return new EventKind(Pattern.compile("\\b(" + pattern + ")"), word, category);
    }
}
