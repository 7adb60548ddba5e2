package org.muster.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.index.Told;
import org.muster.journal.JournalReader;
import org.muster.model.Alert;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Rule;
import org.muster.model.StoredEntry;
import org.muster.view.View;
import org.muster.wire.AlertJson;
import org.muster.wire.Json;
import org.muster.wire.Times;

/**
 * Why an alert is there, in words and in figures: its rule as it was when it was raised, what that saw, what it rests
 * on, and what became of it. All is read from the record, so that it stays what it was when rules change.
 */
final class WhyReads {

    private static final Set<String> FINDINGS = Set.of("alert-raised", "raised-again", "escalated");

    private final JournalReader journal;
    private final BiFunction<String, String, FactMeaning> meanings;

    /** @param meanings what a fact tells, by the slug of its scope and its name in rules */
    WhyReads(JournalReader journal, BiFunction<String, String, FactMeaning> meanings) {
        this.journal = journal;
        this.meanings = meanings;
    }

    /**
     * A rule as it was.
     *
     * @param since the entry that brought it
     */
    record Form(Rule rule, Entry since) {}

    /** An entry that an alert rests on; null words when the reader may not have them. */
    record Piece(Entry entry, @Nullable String words) {}

    Answer why(View view, Scope scope, String id) {
        Alert alert = Parameters.uuid(id).map(view.alerts()::get).orElse(null);
        if (alert == null || !scope.sees(alert)) {
            return Answer.notFound("alert");
        }
        Form form = form(alert);
        Map<String, Long> facts = facts(alert);
        List<Piece> evidence = evidence(view, scope, alert);
        List<String> words = new WhyWords(view, scope, alert).all(form, named(alert, facts),
                evidence);
        return Answer.json(Json.object(out -> {
            boolean withWords = scope.mayReadRemarks();
            out.writeFieldName("alert");
            AlertJson.alert(out, alert, view.settings(), withWords);
            out.writeFieldName("rule");
            if (form == null) {
                out.writeNull();
            } else {
                rule(out, form);
            }
            out.writePOJOField("words", words);
            out.writeArrayFieldStart("facts");
            for (Map.Entry<String, Long> fact : facts.entrySet()) {
                out.writeStartObject();
                out.writeStringField("fact", fact.getKey());
                FactMeaning meaning = meaning(alert, fact.getKey());
                out.writeStringField("meaning", meaning.words());
                out.writeBooleanField("flag", meaning.isFlag());
                out.writeNumberField("value", fact.getValue());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("evidence");
            for (Piece piece : evidence) {
                out.writeStartObject();
                out.writeNumberField("seq", piece.entry().seq());
                out.writeStringField("at", Times.text(piece.entry().at()));
                out.writeStringField("words", piece.words());
                out.writeEndObject();
            }
            out.writeEndArray();
            AlertJson.seen(out, alert);
            AlertJson.history(out, alert, withWords);
        }));
    }

    /** The rule in the form that raised it; null when the record does not have it. */
    private @Nullable Form form(Alert alert) {
        Entry since = alert.ruleVersion() == 0 ? null
                : journal.at(alert.ruleVersion()).map(StoredEntry::entry).orElse(null);
        if (since == null || !(since.body() instanceof Entry.SettingsApplied applied)) {
            return null;
        }
        return applied.settings()
                .rules()
                .stream()
                .filter(rule -> rule.id().equals(alert.rule()))
                .findAny()
                .map(rule -> new Form(rule, since))
                .orElse(null);
    }

    /** What the rule saw when the alert was last raised or escalated. */
    private Map<String, Long> facts(Alert alert) {
        long seq = alert.raisedSeq();
        for (Alert.Deed deed : alert.history()) {
            seq = FINDINGS.contains(deed.what()) ? deed.seq() : seq;
        }
        Finding finding = journal.at(seq).map(stored -> switch (stored.entry().body()) {
            case Entry.AlertRaised raised -> raised.finding();
            case Entry.AlertUpdated updated -> updated.finding();
            default -> null;
        }).orElse(null);
        return finding == null ? Map.of() : finding.facts();
    }

    private List<Piece> evidence(View view, Scope scope, Alert alert) {
        Telling telling = new Telling(view);
        List<Piece> pieces = new ArrayList<>();
        for (StoredEntry stored : journal.these(alert.evidence())) {
            Entry entry = stored.entry();
            boolean isTold = Told.of(entry) != Told.NOT && scope.seesTold(entry);
            pieces.add(new Piece(entry, isTold ? telling.words(entry) : null));
        }
        return pieces;
    }

    /** What was seen, as a sentence has it. */
    private List<String> named(Alert alert, Map<String, Long> facts) {
        return facts.entrySet().stream().map(fact -> {
            FactMeaning meaning = meaning(alert, fact.getKey());
            return meaning.words() + ": " + meaning.said(fact.getValue());
        }).toList();
    }

    private FactMeaning meaning(Alert alert, String fact) {
        return meanings.apply(alert.subject().type().slug(), fact);
    }

    private static void rule(JsonGenerator out, Form form) throws IOException {
        Rule rule = form.rule();
        out.writeStartObject();
        out.writeStringField("id", rule.id());
        out.writeStringField("title", rule.title());
        out.writeNumberField("version", form.since().seq());
        out.writeStringField("since", Times.text(form.since().at()));
        out.writeStringField("when", rule.when());
        out.writeStringField("clearWhen", rule.clearWhen());
        out.writeStringField("for", span(rule.forSeconds()));
        out.writeStringField("clearFor", span(rule.clearForSeconds()));
        out.writeStringField("repeat", span(rule.repeatSeconds()));
        out.writeStringField("during", rule.during());
        out.writePOJOField("values", rule.values());
        out.writeEndObject();
    }

    /** A span as rules.yaml has it, such as {@code 90s} or {@code 5m}; null for none. */
    static @Nullable String span(int seconds) {
        Duration span = Duration.ofSeconds(seconds);
        return seconds == 0 ? null
                : seconds % 3_600 == 0 ? span.toHours() + "h"
                        : seconds % 60 == 0 ? span.toMinutes() + "m" : seconds + "s";
    }
}
