package org.muster.core;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.muster.model.Plan;
import org.muster.model.ProtestStatus;

/**
 * The life of one protest, folded from its plan, what was reported of it and its cancellation, in effective order. It
 * is live from its planned start, or from the first report observed up to two hours before. It is over when it is
 * closed; when it is cancelled; and half an hour after its planned end, unless people were counted less than half an
 * hour ago. Whatever is seen after that makes it live again, and keeps it so for half an hour; a cancelled one only
 * from those two hours on. Times are in milliseconds since 1970.
 */
final class ProtestLife {

    /** A report makes a protest live so long before its planned start. */
    static final long EARLY_MILLIS = Duration.ofHours(2).toMillis();

    /** People stay so long after the planned end, and after they were last counted. */
    static final long LINGER_MILLIS = Duration.ofMinutes(30).toMillis();

    /** When nothing changes with time alone. */
    static final long NEVER = Long.MAX_VALUE;

    private final long earliest;
    private final long usuallyOverAt;
    private long startsAt;
    private long overAt;
    private boolean early;
    private @Nullable Long closedAt;
    private @Nullable Long cancelledAt;
    private @Nullable Moment revivedBy;

    /**
     * How it stands at some moment.
     *
     * @param startedAt when it became live, last time; null when it did not before it was over
     * @param overAt when it ended or was cancelled; null before
     * @param nextAt when that is no longer so by time alone; {@link #NEVER} if never
     */
    record Standing(ProtestStatus status, @Nullable Long startedAt, @Nullable Long overAt,
            long nextAt) {}

    ProtestLife(Plan plan) {
        startsAt = plan.startsAt().toEpochMilli();
        earliest = startsAt - EARLY_MILLIS;
        usuallyOverAt = plan.end().toEpochMilli() + LINGER_MILLIS;
        overAt = usuallyOverAt;
    }

    /** Takes in a report, later in effective order than all before. */
    void report(Moment when, Mark mark) {
        long at = when.at();
        boolean counts = at >= earliest;
        if (counts && !early) {
            early = true;
            startsAt = Math.min(startsAt, at);
        }
        if (mark.seen()) {
            see(when, counts);
        }
        if (mark.people() || (mark.seen() && at > usuallyOverAt)) {
            overAt = Math.max(overAt, at + LINGER_MILLIS);
        }
        if (mark.closes()) {
            closedAt = at;
        }
    }

    /** Takes in its cancellation, in the same order. */
    void cancel(long at) {
        cancelledAt = at;
    }

    Standing at(long now) {
        if (closedAt != null) {
            return over(ProtestStatus.ENDED, closedAt);
        }
        if (cancelledAt != null) {
            return over(ProtestStatus.CANCELLED, cancelledAt);
        }
        if (now >= overAt) {
            return over(ProtestStatus.ENDED, overAt);
        }
        return now >= startsAt ? new Standing(ProtestStatus.LIVE, startsAt, null, overAt)
                : new Standing(ProtestStatus.PLANNED, null, null, startsAt);
    }

    /** The last report that made it go on after it was over; null without one. */
    @Nullable
    Moment revivedBy() {
        return revivedBy;
    }

    private void see(Moment when, boolean counts) {
        boolean revives = counts && (cancelledAt != null || when.at() > overAt);
        if (revives || closedAt != null) {
            revivedBy = when;
            startsAt = counts ? when.at() : startsAt;
        }
        if (counts) {
            cancelledAt = null;
        }
        closedAt = null;
    }

    private Standing over(ProtestStatus status, long at) {
        return new Standing(status, startsAt <= at ? startsAt : null, at, NEVER);
    }
}
