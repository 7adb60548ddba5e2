package org.muster.exercise;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.muster.client.Pace;
import org.muster.client.Recorded;
import org.muster.client.Reply;

/** Sends reports, plans and work on alerts, each until the service has taken or refused it. */
final class Courier {
    /** Looks for an alert that is to be worked on: with what lies between them, 30 s. */
    static final int LOOKS_MAX = 120;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int CONFLICT = 409;

    private final org.muster.client.Courier client;
    private final Pace pace;

    Courier(org.muster.client.Courier client, Pace pace) {
        this.client = client;
        this.pace = pace;
    }

    /** Blocks until the message is recorded, refused or given up. */
    Sent send(Scenario.Kind kind, ObjectNode message, String token) throws InterruptedException {
        return switch (kind) {
            case REPORT -> settled(client.send(org.muster.client.Courier.REPORTS, message, token));
            case PLAN -> settled(client.send(org.muster.client.Courier.PROTESTS, message, token));
            case ALERT -> work(message, token);
        };
    }

    /** Waits for the newest alert of a rule and a subject, and does with it what is to be done. */
    private Sent work(ObjectNode deed, String token) throws InterruptedException {
        var rule = word(deed, "rule");
        var subject = deed.has("about") ? word(deed, "about") : word(deed, "unit");
        var action = word(deed, "action");
        deed.remove(StepReader.WHICH_ALERT);
        for (var look = 1; look <= LOOKS_MAX; look++) {
            switch (client.ask("api/v1/alerts?rule=" + rule, token)) {
                case Reply.Good<JsonNode>(var list) -> {
                    var id = newest(list, subject);
                    if (!id.isEmpty()) {
                        return worked(
                                client.send("api/v1/alerts/" + id + "/" + action, deed, token));
                    }
                    pace.pause(LOOK_EVERY);
                }
                case Reply.Refused<JsonNode>(var status, var words) -> {
                    return new Sent.Refused(status, words);
                }
                case Reply.Unanswered<JsonNode>(var words) -> {
                    return new Sent.Unanswered(words);
                }
            }
        }
        return new Sent.Unanswered("no alert " + rule + " was raised");
    }

    /** The newest alert of a list with this subject; none is an empty id. */
    private static String newest(JsonNode list, String subject) {
        return list.path("items")
                .valueStream()
                .filter(alert -> alert.path("subject").path("id").asText().equals(subject))
                .findFirst()
                .map(alert -> alert.path("id").asText())
                .orElse("");
    }

    private static String word(ObjectNode deed, String field) {
        return deed.path(field).asText();
    }

    private static Sent settled(Reply<Recorded> reply) {
        return switch (reply) {
            case Reply.Good<Recorded>(Recorded(var subject, var replayed)) ->
                    new Sent.Recorded(subject, replayed);
            case Reply.Refused<Recorded>(var status, var words) -> new Sent.Refused(status, words);
            case Reply.Unanswered<Recorded>(var words) -> new Sent.Unanswered(words);
        };
    }

    /** Work answers 200 the first time too. */
    private static Sent worked(Reply<Recorded> reply) {
        return switch (settled(reply)) {
            case Sent.Recorded(var id, _) -> new Sent.Recorded(id, false);
            case Sent.Refused(var status, var words) when status == CONFLICT ->
                    new Sent.Overtaken(words);
            case Sent other -> other;
        };
    }
}
