package org.muster.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Entry;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Report;
import org.muster.model.StoredEntry;

/**
 * An entry as those see it who may not read what was said in confidence: a report with its figures and marks, no words,
 * and the centre of an area for its place; an alert with its discreet message. The body says {@code "reduced": true}.
 */
public final class ReducedJson {

    /** Fields of a report that stay as they are; {@code location} and {@code methane} are told otherwise. */
    static final Set<String> KEPT = Set.of("id", "incident", "protest", "category", "observedAt",
            "sentAt", "crowd", "officers", "arrests", "injured", "status", "closingCategory",
            "reopen", "crime", "crimeRef", "allQuiet", "emergency", "corrects", "withdrawn",
            "links", "sensitive", "drill", "onBehalfOf", "externalRef");

    private ReducedJson() {}

    /**
     * The reduced form in UTF-8. Equal entries and centres give equal bytes.
     *
     * @param stored a report's entry, or one with what a rule found
     * @param centre where it is shown; null for nowhere
     */
    public static byte[] of(StoredEntry stored, @Nullable Location centre) {
        try {
            ObjectNode entry = (ObjectNode) Mapper.RECORDS.readTree(stored.bytes());
            ObjectNode body = entry.withObject("/body");
            if (stored.entry().body() instanceof Entry.ReportRecorded recorded) {
                reduce(recorded.report(), body, centre);
            } else {
                reduceFinding(body.withObject("/finding"));
            }
            body.put("reduced", true);
            return Mapper.RECORDS.writeValueAsBytes(entry);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void reduce(Report report, ObjectNode body, @Nullable Location centre) {
        // Who guesses at what is left out could make sure of it by the hash.
        body.remove("contentSha256");
        // What is near, and how far a clash is, would tell where it was.
        body.remove(List.of("similar", "clashes", "metresFromPlace"));
        ObjectNode told = body.withObject("/report");
        told.retain(KEPT);
        if (report.location() != null && centre != null) {
            told.set("location", Mapper.RECORDS.valueToTree(centre));
        }
        Methane methane = report.methane();
        if (methane != null) {
            told.set("methane", Mapper.RECORDS.valueToTree(methane.withoutWords()));
        }
    }

    private static void reduceFinding(ObjectNode finding) {
        JsonNode discreet = finding.remove("discreet");
        if (discreet != null) {
            finding.set("message", discreet);
        }
    }
}
