package org.muster.plans;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.CrowdEstimate;
import org.muster.model.Plan;

/** Reads {@code expected}. */
final class ExpectedFields {

    private static final Value<Integer> PEOPLE = Values.whole(0, CrowdEstimate.PEOPLE_MAX);
    private static final Fields FIELDS = new Fields("an object with low and high");
    private static final Field<Integer> LOW = FIELDS.required("low", PEOPLE);
    private static final Field<Integer> HIGH = FIELDS.required("high", PEOPLE);

    static final Value<Plan.Expected> EXPECTED = FIELDS.made(ExpectedFields::check,
            said -> new Plan.Expected(said.get(LOW), said.get(HIGH)));

    private ExpectedFields() {}

    private static void check(Members said) {
        Integer low = said.find(LOW);
        Integer high = said.find(HIGH);
        if (low != null && high != null && low > high) {
            said.fault(LOW, "must not be above high");
        }
    }
}
