package org.muster.app;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.rehearsal.Comparison;
import org.muster.rehearsal.DeskLoad;
import org.muster.rehearsal.Episode;
import org.muster.rehearsal.Pair;
import org.muster.rehearsal.Pair.Kind;
import org.muster.rehearsal.Rehearsed;
import org.muster.wire.Json;
import org.muster.wire.Times;

/** What a rehearsal found, for programs. */
final class RehearsalJson {

    private RehearsalJson() {}

    static byte[] of(Rehearsed found, boolean observed) {
        return Json.object(out -> {
            out.writeStringField("from", Times.text(found.from()));
            out.writeStringField("to", Times.text(found.to()));
            out.writeStringField("clock", observed ? "observed" : "received");
            out.writeNumberField("inputs", found.inputs());
            out.writeNumberField("refused", found.refused());
            Comparison record = found.record();
            if (record != null) {
                out.writeObjectFieldStart("record");
                kinds(out, record);
                out.writeEndObject();
            }
            out.writeArrayFieldStart("rules");
            for (Comparison.Row row : found.comparison().rows()) {
                out.writeStartObject();
                out.writeStringField("rule", row.rule());
                for (Kind kind : Kind.values()) {
                    out.writeNumberField(kind.slug(), row.of(kind));
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("desks");
            for (Rehearsed.DeskLoads desk : found.desks()) {
                out.writeStartObject();
                out.writeStringField("desk", desk.desk());
                load(out, "old", desk.before());
                load(out, "new", desk.after());
                out.writeEndObject();
            }
            out.writeEndArray();
            pairs(out, "alerts", found.comparison().pairs());
            pairs(out, "missed", found.missed());
        });
    }

    private static void kinds(JsonGenerator out, Comparison comparison) throws IOException {
        for (Kind kind : Kind.values()) {
            out.writeNumberField(kind.slug(), comparison.count(kind));
        }
    }

    private static void load(JsonGenerator out, String name, DeskLoad load) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("calls", load.calls());
        out.writeNumberField("worst", load.worst());
        out.writeNumberField("shareAbove", load.shareAbove());
        out.writeNumberField("floods", load.floods());
        out.writeEndObject();
    }

    private static void pairs(JsonGenerator out, String name, List<Pair> pairs) throws IOException {
        out.writeArrayFieldStart(name);
        for (Pair pair : pairs) {
            Episode one = Objects
                    .requireNonNull(pair.before() == null ? pair.after() : pair.before());
            out.writeStartObject();
            out.writeStringField("kind", pair.kind().slug());
            out.writeStringField("rule", one.key().rule());
            out.writeStringField("subject", one.key().subject().type().slug());
            out.writeStringField("id", one.key().subject().id());
            out.writeBooleanField("drill", one.key().drill());
            out.writeNumberField("laterBySeconds", pair.by().toSeconds());
            episode(out, "old", pair.before());
            episode(out, "new", pair.after());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void episode(JsonGenerator out, String name, @Nullable Episode episode)
            throws IOException {
        if (episode == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeStringField("severity", episode.severity().slug());
        out.writeBooleanField("late", episode.late());
        out.writeStringField("raisedAt", Times.text(episode.raisedAt()));
        if (episode.endedAt() != null) {
            out.writeStringField("endedAt", Times.text(episode.endedAt()));
        }
        out.writeNumberField("raised", episode.raised());
        out.writeStringField("message", episode.message());
        out.writeEndObject();
    }
}
