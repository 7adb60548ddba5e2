package org.muster.model;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The configured words that reports and plans may use, and what to say of others. */
public record Glossary(Set<String> categories, Set<String> roles, Set<String> offences) {

    /** Knows no word. */
    public static final Glossary EMPTY = new Glossary(Set.of(), Set.of(), Set.of());

    public Glossary {
        categories = Set.copyOf(categories);
        roles = Set.copyOf(roles);
        offences = Set.copyOf(offences);
    }

    /** What a word names. */
    public enum Kind {
        CATEGORY, ROLE, OFFENCE
    }

    /** The words of these settings. */
    public static Glossary of(Settings settings) {
        Set<String> categories = new HashSet<>();
        settings.categories().forEach(category -> categories.add(category.id()));
        Set<String> offences = new HashSet<>();
        settings.offences().forEach(offence -> offences.add(offence.id()));
        return new Glossary(categories, Set.copyOf(settings.unitRoles()), offences);
    }

    /** What is wrong with a word, with the word that was probably meant; null when nothing is. */
    public @Nullable String fault(Kind kind, String word) {
        return switch (kind) {
            case CATEGORY -> fault(categories, word, "a category of the catalogue");
            case ROLE -> fault(roles, word, "a role of the configured list");
            case OFFENCE -> fault(offences, word, "an offence of the catalogue");
        };
    }

    private static @Nullable String fault(Set<String> known, String word, String right) {
        return known.contains(word) ? null : "must be " + right + Nearest.hint(word, known);
    }
}
