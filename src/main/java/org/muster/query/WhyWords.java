package org.muster.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.Rule;
import org.muster.view.View;

/** Why an alert is there, as plain sentences in the order in which it came about. */
final class WhyWords {

    private final View view;
    private final Scope scope;
    private final Alert alert;
    private final List<String> words = new ArrayList<>();

    WhyWords(View view, Scope scope, Alert alert) {
        this.view = view;
        this.scope = scope;
        this.alert = alert;
    }

    /**
     * @param seen what the rule saw, a few words each
     * @param evidence what it rests on
     */
    List<String> all(WhyReads.@Nullable Form form, List<String> seen,
            List<WhyReads.Piece> evidence) {
        rule(form);
        say("It said: " + alert.message() + (alert.late() ? " (late)" : "") + ".");
        if (!seen.isEmpty()) {
            say("It saw " + String.join("; ", seen) + ".");
        }
        say("What it tells of was so at " + moment(alert.effectiveAt()) + "; it was "
                + (alert.raisedCount() == 1 ? "raised" : "last raised") + " at "
                + moment(alert.raisedAt())
                + (alert.raisedCount() == 1 ? "." : ", " + alert.raisedCount() + " times so far."));
        if (alert.late()) {
            say("That was old when it came, so it was raised in silence.");
        }
        rests(evidence);
        marks();
        seen();
        alert.history().forEach(this::deed);
        return words;
    }

    private void rule(WhyReads.@Nullable Form form) {
        if (form == null) {
            say("The rule " + alert.rule()
                    + " raised it; the record does not have that form of it.");
            return;
        }
        Rule rule = form.rule();
        String hold = WhyReads.span(rule.forSeconds());
        say("The rule " + rule.id() + ", as it is since " + moment(form.since().at())
                + ", waits until " + rule.when().strip()
                + (hold == null ? "" : " holds for " + hold + " without a break")
                + (rule.during() == null ? "" : ", at the times of " + rule.during()) + ".");
        String end = rule.clearWhen();
        String quiet = WhyReads.span(rule.clearForSeconds());
        say("It ends when " + (end == null ? "that holds no more" : end.strip() + " holds")
                + (quiet == null ? "" : ", for " + quiet + " without a break") + ".");
    }

    private void rests(List<WhyReads.Piece> evidence) {
        if (evidence.isEmpty()) {
            say("It rests on no report: time alone brought it about.");
        }
        for (WhyReads.Piece piece : evidence) {
            say("It rests on entry " + piece.entry().seq() + " of " + moment(piece.entry().at())
                    + (piece.words() == null ? ", which is not for you."
                            : ": " + piece.words() + "."));
        }
    }

    private void marks() {
        Alert.Shelf shelf = alert.shelf();
        if (shelf != null) {
            say("It is on the shelf until " + moment(shelf.until()) + "; "
                    + Telling.both(shelf.by(), shelf.second()) + " put it there"
                    + (scope.mayReadRemarks() && shelf.reason() != null ? ": " + shelf.reason()
                            : "")
                    + ".");
        }
        UUID by = alert.suppressedBy();
        if (by != null) {
            say("It is suppressed while another alert stands" + named(by) + ".");
        }
    }

    private void seen() {
        if (alert.seen().isEmpty()) {
            say("No screen that somebody looked at has shown it yet.");
        }
        alert.seen().forEach(one -> say(one.who() + " saw it at " + moment(one.at()) + "."));
    }

    private void deed(Alert.Deed deed) {
        String what = what(deed);
        if (what != null) {
            boolean isTold = deed.words() != null && tells(deed);
            say("At " + moment(deed.at()) + " " + what + (isTold ? ": " + deed.words() : "") + ".");
        }
    }

    /** Who did what; null for what the sentences before say. */
    private @Nullable String what(Alert.Deed deed) {
        String who = deed.who();
        boolean bySystem = who.equals(Actor.SYSTEM.name());
        return switch (deed.what()) {
            case "alert-raised" -> "it was raised";
            case "raised-again" -> "it was raised again";
            case "escalated" -> "nobody had acknowledged it, and it was escalated";
            case "moved" -> "its subject counted in other areas too";
            case "shelf-ending" -> "its time on the shelf was nearly over";
            case "rearmed" -> "its condition had ended, so that it may be raised again";
            case "alert-acknowledged" -> who + " acknowledged it";
            case "alert-unacknowledged" -> who + " took the acknowledgement back";
            case "alert-assigned" ->
                    who + " assigned it to " + (deed.words() == null ? "nobody" : deed.words());
            case "alert-commented" -> who + " commented";
            case "alert-shelved" -> Telling.both(who, deed.second()) + " shelved it";
            case "alert-unshelved" ->
                    bySystem ? "it came back from the shelf" : who + " put it back into the queue";
            case "alert-suppressed" -> suppressed(deed.words());
            case "alert-cleared" -> bySystem ? ended(deed.words()) : who + " cleared it";
            default -> null;
        };
    }

    private String suppressed(@Nullable String by) {
        return by == null ? "it called again: nothing explains it any more"
                : "it was suppressed by another alert"
                        + Parameters.uuid(by).map(this::named).orElse("");
    }

    private static String ended(@Nullable String reason) {
        return switch (reason) {
            case "subject-ended" -> "it ended with its subject";
            case "rule-removed" -> "it ended with its rule";
            case null, default -> "its condition ended";
        };
    }

    /** Whether a deed's own words follow: a message, or what people wrote. */
    private boolean tells(Alert.Deed deed) {
        return switch (deed.what()) {
            case "alert-raised", "raised-again", "escalated" -> true;
            case "alert-commented", "alert-shelved" -> scope.mayReadRemarks();
            case "alert-cleared" ->
                    scope.mayReadRemarks() && !deed.who().equals(Actor.SYSTEM.name());
            default -> false;
        };
    }

    private String named(UUID id) {
        Alert other = view.alerts().get(id);
        return other == null || !scope.sees(other) ? "" : " (" + other.message() + ")";
    }

    private static String moment(Instant at) {
        return Telling.moment(at);
    }

    private void say(String sentence) {
        // What people wrote may end with a stop of its own.
        words.add(
                sentence.endsWith("..") ? sentence.substring(0, sentence.length() - 1) : sentence);
    }
}
