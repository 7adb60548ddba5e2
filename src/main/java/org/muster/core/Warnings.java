package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;
import org.muster.model.Warning;

/** What is noticed about a report that is recorded all the same. */
final class Warnings {

    /** An observation older than this is recorded with a warning. */
    static final Duration LONG_AGO = Duration.ofDays(30);
    /** A sender's clock that is further off than this is pointed out. */
    static final Duration SKEW = Duration.ofMinutes(2);

    private Warnings() {}

    /**
     * @param track the incident it is about, as known before
     * @param protest the protest it is about, as known before
     */
    static List<Warning> of(Report report, @Nullable IncidentTrack track,
            @Nullable ProtestTrack protest, Instant now) {
        List<Warning> warnings = new ArrayList<>();
        if (track != null && track.isClosed() && !report.reopen() && !report.withdrawn()) {
            warnings.add(Warning.INCIDENT_CLOSED);
        }
        if (protest != null && !protest.isVoid() && !report.withdrawn()) {
            over(report, protest.at(now.toEpochMilli()), warnings);
        }
        if (report.observedAt().isAfter(now)) {
            warnings.add(Warning.OBSERVED_IN_FUTURE);
        }
        if (report.observedAt().isBefore(now.minus(LONG_AGO))) {
            warnings.add(Warning.OBSERVED_LONG_AGO);
        }
        Instant sentAt = report.sentAt();
        if (sentAt != null && Duration.between(sentAt, now).abs().compareTo(SKEW) > 0) {
            warnings.add(Warning.CLOCK_SKEW);
        }
        if (exceedsCrowd(report, track, protest)) {
            warnings.add(Warning.ARRESTS_ABOVE_CROWD);
        }
        return warnings;
    }

    /** What is seen after it was over makes a protest live again, or not; either way somebody should look. */
    private static void over(Report report, ProtestLife.Standing standing, List<Warning> warnings) {
        Long overAt = standing.overAt();
        if (overAt != null && report.observedAt().toEpochMilli() >= overAt) {
            warnings.add(standing.status() == ProtestStatus.CANCELLED ? Warning.PROTEST_CANCELLED
                    : Warning.PROTEST_ENDED);
        }
    }

    private static boolean exceedsCrowd(Report report, @Nullable IncidentTrack track,
            @Nullable ProtestTrack protest) {
        if (report.crowd() != null) {
            return report.arrested() > report.crowd().high();
        }
        Crowd.Range crowd = track != null && track.isOpen() ? track.ledger().crowd()
                : protest != null && protest.isPresent() ? protest.ledger().crowd() : null;
        return crowd != null && report.arrested() > crowd.high();
    }
}
