package org.muster.ingest;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Mood;

/** Reads {@code crowd}. Who names no method has estimated. */
final class CrowdFields {

    private static final Value<Integer> PEOPLE = Values.whole(0, CrowdEstimate.PEOPLE_MAX);
    private static final Fields FIELDS = new Fields("an object with low and high");
    private static final Field<Integer> LOW = FIELDS.required("low", PEOPLE);
    private static final Field<Integer> BEST = FIELDS.optional("best", PEOPLE);
    private static final Field<Integer> HIGH = FIELDS.required("high", PEOPLE);
    private static final Field<CrowdMethod> METHOD = FIELDS.optional("method",
            Values.slug(CrowdMethod.class));
    private static final Field<Mood> MOOD = FIELDS.optional("mood", Values.slug(Mood.class));

    static final Value<CrowdEstimate> CROWD = FIELDS.made(CrowdFields::check, CrowdFields::crowd);

    private CrowdFields() {}

    private static void check(Members crowd) {
        Integer low = crowd.find(LOW);
        Integer high = crowd.find(HIGH);
        if (low == null || high == null) {
            return;
        }
        Integer best = crowd.find(BEST);
        if (low > high) {
            crowd.fault(LOW, "must not be above high");
        } else if (best != null && (best < low || best > high)) {
            crowd.fault(BEST, "must be between low and high");
        }
    }

    private static CrowdEstimate crowd(Members crowd) {
        return new CrowdEstimate(crowd.get(LOW), crowd.find(BEST), crowd.get(HIGH),
                crowd.get(METHOD, CrowdMethod.ESTIMATE), crowd.find(MOOD));
    }
}
