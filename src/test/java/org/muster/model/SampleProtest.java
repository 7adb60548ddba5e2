package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Protests that a test needs for something else than what they are. */
public final class SampleProtest {

    private SampleProtest() {}

    /** A plan with a title and a beginning. */
    public static Plan plan(String title, Instant startsAt) {
        return new Plan(title, "march", null, List.of(), startsAt, null, null, null, null, null,
                null);
    }

    /** A planned protest without reports. */
    public static Protest of(UUID id, long openedSeq, List<String> areas, Instant startsAt) {
        return with(id, openedSeq, ProtestStatus.PLANNED, true, areas, startsAt, Figures.NONE);
    }

    /** The same in other areas. */
    public static Protest moved(Protest protest, List<String> areas) {
        return with(protest.id(), protest.openedSeq(), protest.status(), protest.planned(), areas,
                protest.plan().startsAt(), protest.figures());
    }

    /** The same once it is sensitive; what its plan says is shown all the same. */
    public static Protest sensitive(Protest protest) {
        return new Protest(protest.id(), protest.openedSeq(), protest.version(), protest.status(),
                protest.planned(), protest.title(), protest.plan(), protest.areas(),
                protest.startedAt(), protest.endedAt(), protest.cancelledAt(), protest.clashes(),
                protest.figures(), true, protest.drill(), protest.externalRef());
    }

    /** Whatever is asked for; one that is over ended when it began. */
    public static Protest with(UUID id, long openedSeq, ProtestStatus status, boolean planned,
            List<String> areas, Instant startsAt, Figures figures) {
        Plan plan = plan("t", startsAt);
        return new Protest(id, openedSeq, openedSeq, status, planned, plan.title(), plan, areas,
                null, status == ProtestStatus.ENDED ? startsAt : null,
                status == ProtestStatus.CANCELLED ? startsAt : null, List.of(), figures, false,
                false, null);
    }
}
