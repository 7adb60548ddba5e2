package org.muster.ingest;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonToken;

import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.CrowdMethod;
import org.muster.model.Deployment;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.wire.ReportJson;

/**
 * Makes a command of the bytes of one report, or says everything that is wrong with them. Safe for all threads, keeps
 * nothing.
 */
public final class ReportReader {

    /** What became of the bytes. */
    public sealed interface Result {

        /** A faultless report. */
        record Ready(Command.SubmitReport command) implements Result {}

        /** Nothing that can be recorded. */
        record Refused(Rejection rejection) implements Result {}
    }

    /** What a report takes beside its bytes until it is recorded, roughly. */
    private static final int OVERHEAD_BYTES = 512;

    private final Fields<Draft> fields;
    private final Places places;
    private final StrictJson.Texts texts;

    /** A reader for these words, areas and limits. */
    public ReportReader(Vocabulary vocabulary, Places places, Limits.Json limits) {
        this.texts = new StrictJson.Texts(limits);
        this.fields = ReportFields.with(vocabulary, limits.textMax());
        this.places = places;
    }

    /** Reads one report that this sender sent. */
    public Result read(byte[] bytes, int offset, int length, Actor by) {
        Faults faults = new Faults();
        Draft draft = new Draft();
        try (StrictJson json = texts.read(bytes, offset, length)) {
            root(json, draft, faults);
            json.end();
        } catch (Malformed malformed) {
            return refused(Rejection.Code.MALFORMED, malformed.reason());
        }
        if (!faults.none()) {
            return new Result.Refused(faults.rejection());
        }
        Optional<Rejection> forbidden = forbidden(draft, by);
        return forbidden.isPresent() ? new Result.Refused(forbidden.get())
                : new Result.Ready(command(draft.report(), by, length));
    }

    private void root(StrictJson json, Draft draft, Faults faults) throws Malformed {
        JsonToken first = json.next();
        if (first == null) {
            throw new Malformed(0, "there is no JSON text");
        }
        if (first != JsonToken.START_OBJECT) {
            faults.add("", "must be an object");
            json.skip();
            return;
        }
        fields.read(json, draft, faults);
        draft.check(faults, faults.hasLater());
    }

    private Command.SubmitReport command(Report report, Actor by, int length) {
        Location location = report.location();
        List<String> areas = location == null ? List.of()
                : places.areasOf(location.lat(), location.lon());
        return new Command.SubmitReport(report, by, observer(report, by), areas,
                ReportJson.contentSha256(report), length + OVERHEAD_BYTES);
    }

    /** An organiser's or a newspaper's figure, passed on, is not the sender's own. */
    private static String observer(Report report, Actor by) {
        if (report.crowd() == null) {
            return by.name();
        }
        CrowdMethod method = report.crowd().method();
        boolean passedOn = method == CrowdMethod.ORGANISER || method == CrowdMethod.MEDIA;
        return passedOn ? by.name() + '/' + method.slug() : by.name();
    }

    private static Optional<Rejection> forbidden(Draft draft, Actor by) {
        for (Deployment deployment : draft.officers) {
            String unit = deployment.unit();
            if (unit != null && !Scope.mayStateUnit(by, unit)) {
                return Optional.of(new Rejection(Rejection.Code.FORBIDDEN, "The credential of "
                        + by.name() + " states that unit only, not " + unit + '.'));
            }
        }
        return Optional.empty();
    }

    private static Result refused(Rejection.Code code, String detail) {
        return new Result.Refused(new Rejection(code, detail));
    }
}
