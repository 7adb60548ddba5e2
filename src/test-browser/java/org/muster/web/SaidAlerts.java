package org.muster.web;

import java.time.Instant;
import java.util.List;

/** Alerts and what the stream says of them, as the contract words them, for the scripted service. */
final class SaidAlerts {
    private static final List<String> TOPICS = List.of("areas", "incidents", "protests", "units",
            "alerts");

    private SaidAlerts() {}

    /** An alert of an incident in Rotherham that nobody has acknowledged. */
    static String alert(String id, String severity, String message) {
        return alert(id, severity, message, Instant.now());
    }

    static String alert(String id, String severity, String message, Instant raisedAt) {
        return """
                {"id":"%s","rule":"crowd-per-officer","ruleVersion":3,"ruleTitle":"Many people for each officer",
                 "severity":"%s","state":"unacknowledged","raisedCount":1,"late":false,"drill":false,
                 "subject":{"type":"incident","id":"i1"},"areas":["rotherham","south-yorkshire"],
                 "message":"%s","value":60,"threshold":20,"raisedAt":"%s","effectiveAt":"%s",
                 "evidence":[17],"acknowledgedBy":null,"acknowledgedAt":null,"assignee":null,
                 "shelvedUntil":null,"shelvedBy":null,"shelvedSecond":null,"suppressedBy":null,
                 "clearedAt":null,"clearedBy":null,"seen":[]}""".formatted(id, severity, message,
                raisedAt, raisedAt);
    }

    /** The alert of an officer in danger. */
    static String emergency(String id, String message) {
        return alert(id, "critical", message).replace("\"type\":\"incident\",\"id\":\"i1\"",
                "\"type\":\"unit\",\"id\":\"RT21\"");
    }

    static String acknowledged(String alert, String who) {
        return alert.replace("\"state\":\"unacknowledged\"", "\"state\":\"acknowledged\"")
                .replace("\"acknowledgedBy\":null,\"acknowledgedAt\":null",
                        "\"acknowledgedBy\":\"%s\",\"acknowledgedAt\":\"%s\"".formatted(who,
                                Instant.now()));
    }

    static String assigned(String alert, String who) {
        return alert.replace("\"assignee\":null", "\"assignee\":\"" + who + "\"");
    }

    /** The condition holds no more, and nobody had acknowledged it. */
    static String returned(String alert) {
        return alert.replace("\"state\":\"unacknowledged\"", "\"state\":\"cleared-unacknowledged\"")
                .replace("\"clearedAt\":null,\"clearedBy\":null",
                        "\"clearedAt\":\"%s\",\"clearedBy\":\"system\"".formatted(Instant.now()));
    }

    /** One that is over, as it is answered when it is asked for by its id: with what was done with it. */
    static String over(String id, String message) {
        return returned(alert(id, "high", message)).replace("\"seen\":[]", """
                "seen":[],"history":[{"seq":17,"at":"%s","what":"alert-raised","who":"system","words":null},
                 {"seq":18,"at":"%s","what":"alert-cleared","who":"system","words":null}]"""
                .formatted(Instant.now(), Instant.now()));
    }

    static String drill(String alert) {
        return alert.replace("\"drill\":false", "\"drill\":true");
    }

    static String late(String alert) {
        return alert.replace("\"late\":false", "\"late\":true");
    }

    static String shelved(String alert, Instant until, String who) {
        return alert.replace("\"shelvedUntil\":null,\"shelvedBy\":null",
                "\"shelvedUntil\":\"%s\",\"shelvedBy\":\"%s\"".formatted(until, who));
    }

    /** The same by two. */
    static String shelved(String alert, Instant until, String who, String second) {
        return shelved(alert, until, who).replace("\"shelvedSecond\":null",
                "\"shelvedSecond\":\"" + second + "\"");
    }

    /** Explained by another one. */
    static String suppressed(String alert, String by) {
        return alert.replace("\"suppressedBy\":null", "\"suppressedBy\":\"" + by + "\"");
    }

    /** The alert as the control room alone has it. */
    static String because(String shelved, String reason) {
        return shelved.replace("\"suppressedBy\":",
                "\"shelvedReason\":\"" + reason + "\",\"suppressedBy\":");
    }

    /** A picture with an incident and these alerts. */
    static String picture(String... alerts) {
        return Said.picture("c0", TOPICS, Said.open("i1", "Ivanhoe Road"))
                .replace("\"alerts\":[],\"units\"",
                        "\"alerts\":[" + String.join(",", alerts) + "],\"units\"");
    }

    /** How the alerts fare, in a picture. */
    static String alerting(String picture, String testedAt, String floodSince) {
        String tested = testedAt.isEmpty() ? "null" : "\"" + testedAt + "\"";
        String flood = floodSince.isEmpty() ? "null" : "{\"since\":\"" + floodSince + "\"}";
        return picture.replace("\"units\":[]", "\"units\":[],\"alerting\":{\"engineTestedAt\":"
                + tested + ",\"flood\":" + flood + "}");
    }

    /** Alerts as they are now. */
    static String changed(String... alerts) {
        return "{\"type\":\"alerts\",\"alerts\":[" + String.join(",", alerts) + "],\"left\":[]}";
    }

    /** The entry that raised an alert. */
    static String raised(long seq, String cursor, String id, String severity, String message) {
        return raised(seq, cursor, id, severity, message, "incident");
    }

    static String raised(long seq, String cursor, String id, String severity, String message,
            String subject) {
        return """
                {"type":"entries","cursor":"%s","entries":[{"seq":%d,"at":"%s","type":"alert-raised",
                 "actor":"system","areas":["rotherham","south-yorkshire"],"body":{"alert":"%s",
                 "rule":"crowd-per-officer","subject":{"type":"%s","id":"i1"},"drill":false,
                 "finding":{"ruleVersion":3,"severity":"%s","message":"%s","discreet":null,"value":60,
                 "threshold":20,"effectiveAt":"%s","evidence":[17],"late":false,"again":null}}}]}"""
                .formatted(cursor, seq, Instant.now(), id, subject, severity, message,
                        Instant.now());
    }

    /** An entry about an alert that is known. */
    static String entry(long seq, String cursor, String type, String body) {
        return entry(seq, cursor, type, "rotherham", body);
    }

    private static String entry(long seq, String cursor, String type, String area, String body) {
        return """
                {"type":"entries","cursor":"%s","entries":[{"seq":%d,"at":"%s","type":"%s",
                 "actor":"system","areas":["%s"],"body":%s}]}""".formatted(cursor, seq,
                Instant.now(), type, area, body);
    }

    /** A desk's flood begins or is over. */
    static String flood(long seq, String cursor, String desk, boolean begins) {
        return entry(seq, cursor, begins ? "flood-started" : "flood-ended",
                "{\"desk\":\"%s\",\"count\":%d}".formatted(desk, begins ? 11 : 4));
    }

    /** The engine's sign of life. */
    static String selfTest(long seq, String cursor) {
        return entry(seq, cursor, "alert-raised", "everywhere", """
                {"alert":"e1","rule":"self-test","subject":{"type":"engine","id":"engine"},"drill":false,
                 "finding":{"ruleVersion":3,"severity":"low","message":"Self-test","discreet":null,
                 "value":null,"threshold":null,"effectiveAt":"%s","evidence":[],"late":false,
                 "again":null},"shelf":null,"suppressedBy":null}""".formatted(Instant.now()));
    }

    /** The rule that tested the engine is in force no more. */
    static String selfTestGone(long seq, String cursor) {
        return entry(seq, cursor, "alert-cleared", "everywhere",
                "{\"alert\":\"e1\",\"state\":\"cleared\",\"reason\":\"rule-removed\"}");
    }
}
