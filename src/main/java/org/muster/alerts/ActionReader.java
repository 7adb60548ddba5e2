package org.muster.alerts;

import java.time.Instant;

import org.muster.config.Limits;
import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Read;
import org.muster.input.StrictJson;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.AlertAction;
import org.muster.model.Glossary;

/** Makes an action of a body, or says everything that is wrong with it. Safe for all threads, keeps nothing. */
final class ActionReader {

    private static final Value<AlertAction> ACKNOWLEDGE = nothing(new AlertAction.Acknowledge());
    private static final Value<AlertAction> UNACKNOWLEDGE = nothing(
            new AlertAction.Unacknowledge());
    private static final Value<AlertAction> UNSHELVE = nothing(new AlertAction.Unshelve());
    private static final Value<AlertAction> ASSIGN = assignment();

    private final StrictJson.Texts texts;
    private final Value<AlertAction> comment;
    private final Value<AlertAction> shelve;
    private final Value<AlertAction> clear;

    ActionReader(Limits.Json limits) {
        this.texts = new StrictJson.Texts(limits, Glossary.EMPTY);
        this.comment = words("text", limits.textMax(), AlertAction.Comment::new);
        this.shelve = shelving(limits.textMax());
        this.clear = words("reason", limits.textMax(), AlertAction.Clear::new);
    }

    private interface Worded {

        AlertAction of(String words);
    }

    /** What such a body asks for; of those that need none it may be empty. */
    Read<AlertAction> read(Verb verb, byte[] body) {
        return switch (verb) {
            case ACKNOWLEDGE -> body.length == 0 ? new Read.Good<>(new AlertAction.Acknowledge())
                    : texts.read(body, ACKNOWLEDGE);
            case UNACKNOWLEDGE ->
                    body.length == 0 ? new Read.Good<>(new AlertAction.Unacknowledge())
                            : texts.read(body, UNACKNOWLEDGE);
            case ASSIGN -> texts.read(body, ASSIGN);
            case COMMENT -> texts.read(body, comment);
            case SHELVE -> texts.read(body, shelve);
            case UNSHELVE -> body.length == 0 ? new Read.Good<>(new AlertAction.Unshelve())
                    : texts.read(body, UNSHELVE);
            case CLEAR -> texts.read(body, clear);
        };
    }

    private static Value<AlertAction> nothing(AlertAction action) {
        return new Fields("an object without fields, or nothing").made(said -> action);
    }

    private static Value<AlertAction> assignment() {
        Fields fields = new Fields("an object with to, a name or null");
        Field<String> to = fields.answered("to", Values.line(Words.NAME_MAX));
        Field<String> from = fields.optional("from", Values.line(Words.NAME_MAX));
        return fields.made(said -> new AlertAction.Assign(said.find(to), said.find(from)));
    }

    private static Value<AlertAction> shelving(int textMax) {
        Fields fields = new Fields("an object with until, a time, and reason");
        Field<Instant> until = fields.required("until", Values.TIME);
        Field<String> reason = fields.required("reason", Values.words(textMax));
        return fields.made(said -> new AlertAction.Shelve(said.get(until), said.get(reason)));
    }

    private static Value<AlertAction> words(String name, int textMax, Worded make) {
        Fields fields = new Fields("an object with " + name);
        Field<String> words = fields.required(name, Values.words(textMax));
        return fields.made(said -> make.of(said.get(words)));
    }
}
