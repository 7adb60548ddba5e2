package org.muster.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.model.Allegation;
import org.muster.model.Crime;
import org.muster.model.CrimeRegister;
import org.muster.view.View;
import org.muster.wire.CrimeJson;
import org.muster.wire.Json;

/** Reads how the crimes were recorded that reports allege: how many in time, and which are missing. */
final class CrimeReads {
    static final Set<String> PARAMETERS = Set.of("area", "from", "to");
    /** A crime is to be recorded within this of its receipt. */
    static final Duration IN_TIME = Duration.ofHours(24);

    private CrimeReads() {}

    static Answer register(View view, Scope scope, Parameters given) {
        if (!scope.mayReadRemarks()) {
            return Answer.forbidden("controllers, supervisors and auditors");
        }
        Set<String> areas = Wanted.areas(view, scope, given);
        Instant from = given.time("from").orElse(null);
        Instant to = given.time("to").orElse(null);
        if (given.rejection().isPresent()) {
            return new Answer.Refused(given.rejection().get());
        }
        List<Allegation> received = new ArrayList<>();
        for (Allegation one : view.allegations().newestFirst()) {
            boolean isWithin = (from == null || !one.receivedAt().isBefore(from))
                    && (to == null || one.receivedAt().isBefore(to));
            if (isWithin && !one.struck() && !one.drill() && Wanted.touches(one.areas(), areas)
                    && scope.sees(one)) {
                received.addFirst(one);
            }
        }
        CrimeRegister register = register(received, view.at());
        return Answer.json(Json.bytes(out -> CrimeJson.register(out, register, from, to, view.at(),
                one -> title(view, one))));
    }

    /** @param received oldest first */
    static CrimeRegister register(List<Allegation> received, Instant now) {
        int inTime = 0;
        int later = 0;
        int none = 0;
        int open = 0;
        List<Allegation> missing = new ArrayList<>();
        for (Allegation one : received) {
            Instant due = one.receivedAt().plus(IN_TIME);
            Allegation.Decision decision = one.decision();
            if (decision == null && now.isBefore(due)) {
                open++;
            } else if (decision == null) {
                missing.add(one);
            } else if (decision.how() == Crime.NOT_A_CRIME) {
                none++;
            } else if (decision.receivedAt().isAfter(due)) {
                later++;
            } else {
                inTime++;
            }
        }
        return new CrimeRegister(received.size(), inTime, later, none, open, missing);
    }

    private static @Nullable String title(View view, Allegation one) {
        var incident = one.incident() == null ? null : view.incidents().get(one.incident());
        var protest = one.protest() == null ? null : view.protests().get(one.protest());
        return incident != null ? incident.title() : protest == null ? null : protest.title();
    }
}
