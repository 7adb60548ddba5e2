package org.muster.metrics;

import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.muster.model.Outcome;
import org.muster.model.Rejection;
import org.muster.model.Slug;

/** Counts what became of reports. Any thread. */
public final class ReportMeters {

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

    /** What became of one report. */
    public enum Result implements Slug {
        RECORDED, REPLAYED, INVALID, REFUSED
    }

    public ReportMeters(MeterRegistry registry) {
        for (Result result : Result.values()) {
            counters.put(result,
                    Counter.builder("muster.reports")
                            .description("Reports received, by what became of them")
                            .tag("outcome", result.slug())
                            .register(registry));
        }
    }

    /** Counts one report by its outcome. */
    public void count(Outcome outcome) {
        count(switch (outcome) {
            case Outcome.Recorded recorded -> Result.RECORDED;
            case Outcome.Repeated repeated -> Result.REPLAYED;
            case Outcome.Applied applied -> Result.RECORDED;
            case Outcome.Unchanged unchanged -> Result.REPLAYED;
            case Outcome.Refused refused -> result(refused.rejection());
        });
    }

    /** Counts one report that was refused at the door. */
    public void count(Rejection rejection) {
        count(result(rejection));
    }

    private static Result result(Rejection rejection) {
        return switch (rejection.code()) {
            case MALFORMED, INVALID, NOT_YET_SUPPORTED, MEDIA_TYPE, VERSION_MISSING ->
                    Result.INVALID;
            case UNAUTHENTICATED, FORBIDDEN, SECOND_MISSING, SECOND_REFUSED, NOT_FOUND,
                    METHOD_NOT_ALLOWED, TIMED_OUT, TOO_LARGE, NOT_ACCEPTABLE, INDEX_BEHIND,
                    ID_TAKEN, SUPERSEDED, CANCELLED, ENDED, ALERT_CHANGED, PLAN_CHANGED,
                    CURSOR_UNKNOWN, TOO_MANY_REQUESTS, HEADERS_TOO_LARGE, INTERNAL, BUSY,
                    RECORDER_STOPPED, DISK_LOW -> Result.REFUSED;
        };
    }

    private void count(Result result) {
        Counter counter = counters.get(result);
        if (counter != null) {
            counter.increment();
        }
    }
}
