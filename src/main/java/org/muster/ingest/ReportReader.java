package org.muster.ingest;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.input.Read;
import org.muster.input.StrictJson;
import org.muster.input.Value;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.Glossary;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.wire.ReportJson;

/**
 * Makes a command of the bytes of one report, or says everything that is wrong with them. What a report without faults
 * names (a category, an incident, an offence) is looked for when it is decided: the first receipt answers a repeat,
 * whatever is known by then. Safe for all threads, keeps nothing.
 */
public final class ReportReader {

    /** What a report takes beside its bytes until it is recorded, roughly. */
    private static final int OVERHEAD_BYTES = 512;

    private final Value<Report> fields;
    private final Places places;
    private final StrictJson.Texts texts;

    /** A reader for these words, areas and limits. */
    public ReportReader(Glossary glossary, Places places, Limits.Json limits) {
        this.texts = new StrictJson.Texts(limits, glossary);
        this.fields = ReportFields.within(limits.textMax());
        this.places = places;
    }

    /** Reads one report that this sender sent. */
    public Read<Command.SubmitReport> read(byte[] bytes, int offset, int length, Actor by) {
        return switch (texts.read(bytes, offset, length, fields)) {
            case Read.Refused<Report> refused -> new Read.Refused<>(refused.rejection());
            case Read.Good<Report> good -> {
                Rejection forbidden = forbidden(good.value(), by);
                yield forbidden == null ? new Read.Good<>(command(good.value(), by, length))
                        : new Read.Refused<>(forbidden);
            }
        };
    }

    private Command.SubmitReport command(Report report, Actor by, int length) {
        Location location = report.location();
        List<String> areas = location == null ? List.of()
                : places.areasOf(location.lat(), location.lon());
        return new Command.SubmitReport(report, by, observer(report, by), areas,
                ReportJson.contentSha256(report), length + OVERHEAD_BYTES);
    }

    /** Whose eyes it was. An organiser's or a newspaper's figure, passed on, is neither the sender's nor the unit's. */
    private static String observer(Report report, Actor by) {
        String name = report.onBehalfOf() == null ? by.name() : report.onBehalfOf();
        if (report.crowd() == null) {
            return name;
        }
        CrowdMethod method = report.crowd().method();
        boolean passedOn = method == CrowdMethod.ORGANISER || method == CrowdMethod.MEDIA;
        return passedOn ? name + '/' + method.slug() : name;
    }

    private static @Nullable Rejection forbidden(Report report, Actor by) {
        for (Deployment deployment : report.officers()) {
            String unit = deployment.unit();
            if (unit != null && !Scope.mayStateUnit(by, unit)) {
                return new Rejection(Rejection.Code.FORBIDDEN, "The credential of " + by.name()
                        + " states that unit only, not " + unit + '.');
            }
        }
        return report.onBehalfOf() == null || Scope.mayReportOnBehalf(by) ? null
                : new Rejection(Rejection.Code.FORBIDDEN,
                        "A field unit speaks for itself; onBehalfOf is for controllers.");
    }
}
