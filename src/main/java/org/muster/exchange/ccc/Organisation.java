package org.muster.exchange.ccc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The organisation among the actors of a row. The column mixes organisations with persons ("Sen. …", "organizer …"); only
 * what a word of its name shows to be an organisation is taken, and nothing that smells of a person. Better none than a
 * name.
 */
final class Organisation {
    /** A sentence is no name. */
    private static final int LENGTH_MAX = 80;
    private static final Pattern SHOWS_ONE = Pattern.compile(
            "\\b(coalition|alliance|association|union|federation|league|network|committee|council"
                    + "|society|foundation|institute|center|centre|movement|party"
                    + "|democrats|republicans|socialists|teamsters|workers|church|synagogue|temple"
                    + "|university|college|club|chapter|collective|caucus|coalicion|indivisible"
                    + "|naacp|aclu|afl-cio|seiu|peta|adapt|antifa|kkk|planned parenthood"
                    + "|black lives matter|act for america|patriot prayer|proud boys"
                    + "|sierra club|march for truth|women's march|moms demand action)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SMELLS_OF_ONE = Pattern.compile(
            "\\b(sen|rep|gov|dr|mr|mrs|ms|rev|pastor|bishop|rabbi|imam|mayor|senator|governor"
                    + "|congressman|congresswoman|president|candidate|councilman|councilwoman"
                    + "|councilmember|commissioner|sheriff|judge|attorney|professor|instructor"
                    + "|organi[sz]ers?|organziers?|organi[sz]ed|activists?|leaders?|director|chair"
                    + "|chairman|member|members|families|family|friends?|neighbou?rs?|supporters"
                    + "|founder|owner|resident|residents|brother|sister|mother|father|son"
                    + "|daughter|widow|slain|late|by|with|elect|re-election|for mayor"
                    + "|for congress|for senate|justice (for|4)|opponents?|counter)\\b\\.?"
                    + "|[,(@/]|\\b[A-Z]\\.\\s[A-Z][a-z]|'s\\s(?!march\\b)",
            Pattern.CASE_INSENSITIVE);

    private Organisation() {}

    /** The first of the actors, which semicolons part, that is one. */
    static Optional<String> among(String actors) {
        return Arrays.stream(actors.split(";", -1))
                .map(String::strip)
                .filter(actor -> actor.length() <= LENGTH_MAX)
                .filter(actor -> SHOWS_ONE.matcher(actor).find())
                // "union workers" are many; which union, the capitals of its name would say.
                .filter(actor -> !actor.equals(actor.toLowerCase(Locale.ROOT)))
                .filter(actor -> !SMELLS_OF_ONE.matcher(actor).find())
                .findFirst();
    }
}
