package org.muster.wire;

import java.io.IOException;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Alert;
import org.muster.model.Settings;

/** An alert as the contract shows it: every member always there, null where there is nothing. */
public final class AlertJson {

    private AlertJson() {}

    /**
     * One alert as lists, the picture and messages have it.
     *
     * @param settings where the rule's title stands; a rule that is gone is called by its id
     */
    public static void alert(JsonGenerator out, Alert alert, Settings settings) throws IOException {
        alert(out, alert, settings, false);
    }

    /**
     * The same as one reader's list has it.
     *
     * @param withWords whether the reader may have reasons too
     */
    public static void alert(JsonGenerator out, Alert alert, Settings settings, boolean withWords)
            throws IOException {
        out.writeStartObject();
        fields(out, alert, settings, withWords);
        out.writeEndObject();
    }

    /**
     * One alert with what was done with it, oldest first.
     *
     * @param withWords whether the reader may have comments and reasons too
     */
    public static void whole(JsonGenerator out, Alert alert, Settings settings, boolean withWords)
            throws IOException {
        out.writeStartObject();
        fields(out, alert, settings, withWords);
        history(out, alert, withWords);
        out.writeEndObject();
    }

    /**
     * The member {@code history}: what was done with it, oldest first.
     *
     * @param withWords whether the reader may have comments and reasons too
     */
    public static void history(JsonGenerator out, Alert alert, boolean withWords)
            throws IOException {
        out.writeArrayFieldStart("history");
        for (Alert.Deed deed : alert.history()) {
            out.writeStartObject();
            out.writeNumberField("seq", deed.seq());
            PictureJson.time(out, "at", deed.at());
            out.writeStringField("what", deed.what());
            out.writeStringField("who", deed.who());
            out.writeStringField("words", withWords ? deed.words() : null);
            out.writeStringField("second", deed.second());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The member {@code seen}: whose screens showed it. */
    public static void seen(JsonGenerator out, Alert alert) throws IOException {
        out.writeArrayFieldStart("seen");
        for (Alert.Seen seen : alert.seen()) {
            out.writeStartObject();
            out.writeStringField("who", seen.who());
            PictureJson.time(out, "at", seen.at());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void fields(JsonGenerator out, Alert alert, Settings settings, boolean withWords)
            throws IOException {
        out.writeStringField("id", alert.id().toString());
        out.writeStringField("rule", alert.rule());
        out.writeNumberField("ruleVersion", alert.ruleVersion());
        out.writeStringField("ruleTitle", settings.titleOf(alert.rule()));
        out.writeStringField("severity", alert.severity().slug());
        out.writeStringField("state", alert.state().slug());
        out.writeNumberField("raisedCount", alert.raisedCount());
        out.writeBooleanField("late", alert.late());
        out.writeBooleanField("drill", alert.drill());
        out.writeObjectFieldStart("subject");
        out.writeStringField("type", alert.subject().type().slug());
        out.writeStringField("id", alert.subject().id());
        out.writeEndObject();
        PictureJson.strings(out, "areas", alert.areas());
        out.writeStringField("message", alert.message());
        out.writePOJOField("value", alert.value());
        out.writePOJOField("threshold", alert.threshold());
        PictureJson.time(out, "raisedAt", alert.raisedAt());
        PictureJson.time(out, "effectiveAt", alert.effectiveAt());
        out.writePOJOField("evidence", alert.evidence());
        out.writeStringField("acknowledgedBy", alert.acknowledgedBy());
        PictureJson.time(out, "acknowledgedAt", alert.acknowledgedAt());
        out.writeStringField("assignee", alert.assignee());
        Alert.Shelf shelf = alert.shelf();
        PictureJson.time(out, "shelvedUntil", shelf == null ? null : shelf.until());
        out.writeStringField("shelvedBy", shelf == null ? null : shelf.by());
        out.writeStringField("shelvedSecond", shelf == null ? null : shelf.second());
        if (withWords && shelf != null) {
            out.writeStringField("shelvedReason", shelf.reason());
        }
        UUID suppressedBy = alert.suppressedBy();
        out.writeStringField("suppressedBy", suppressedBy == null ? null : suppressedBy.toString());
        PictureJson.time(out, "clearedAt", alert.clearedAt());
        out.writeStringField("clearedBy", alert.clearedBy());
        seen(out, alert);
    }
}
