package org.muster.wire;

import org.muster.model.Plan;

/** The canonical form of a plan: what "the same content" means when an id comes a second time. */
public final class PlanJson {

    private PlanJson() {}

    /** SHA-256 of the plan as the record keeps it, in hex: equal plans have equal ones, whatever form they came in. */
    public static String contentSha256(Plan plan) {
        return Content.sha256(Content.bytes(plan));
    }
}
