package org.muster.ingest;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Mood;

/** Reads {@code crowd}. */
final class CrowdFields {

    private static final Fields<CrowdFields> FIELDS = new Fields<CrowdFields>()
            .field("low", (json, draft, faults) -> {
                draft.lowSeen = true;
                draft.low = people(json, faults);
            })
            .field("best", (json, draft, faults) -> draft.best = people(json, faults))
            .field("high", (json, draft, faults) -> {
                draft.highSeen = true;
                draft.high = people(json, faults);
            })
            .field("method",
                    (json, draft,
                            faults) -> draft.method = Values.slug(json, faults, CrowdMethod.class))
            .field("mood",
                    (json, draft, faults) -> draft.mood = Values.slug(json, faults, Mood.class));

    private @Nullable Integer low;
    private boolean lowSeen;
    private @Nullable Integer best;
    private @Nullable Integer high;
    private boolean highSeen;
    private @Nullable CrowdMethod method;
    private @Nullable Mood mood;

    private CrowdFields() {}

    /** The estimate; null when a fault was noted. Who names no method has estimated. */
    static @Nullable CrowdEstimate read(StrictJson json, Faults faults) throws Malformed {
        if (json.current() != JsonToken.START_OBJECT) {
            Values.wrongType(json, faults, "an object with low and high");
            return null;
        }
        CrowdFields draft = new CrowdFields();
        int before = faults.count();
        FIELDS.read(json, draft, faults);
        String here = json.pointer();
        Required.check(draft.lowSeen, here, "low", faults);
        Required.check(draft.highSeen, here, "high", faults);
        Integer low = draft.low;
        Integer high = draft.high;
        if (low == null || high == null) {
            return null;
        }
        Integer best = draft.best;
        if (low > high) {
            faults.add(here + "/low", "must not be above high");
        } else if (best != null && (best < low || best > high)) {
            faults.add(here + "/best", "must be between low and high");
        }
        CrowdMethod method = draft.method == null ? CrowdMethod.ESTIMATE : draft.method;
        return faults.count() > before ? null
                : new CrowdEstimate(low, best, high, method, draft.mood);
    }

    private static @Nullable Integer people(StrictJson json, Faults faults) throws Malformed {
        return Values.count(json, faults, CrowdEstimate.PEOPLE_MAX);
    }
}
