package org.muster.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.Deployment;
import org.muster.model.DeploymentState;

/** Reads {@code officers}. */
final class OfficersFields {

    private static final Fields<OfficersFields> FIELDS = new Fields<OfficersFields>()
            .field("unit", (json, draft, faults) -> {
                draft.unitSeen = true;
                draft.unit = Values.line(json, faults, Words.NAME_MAX);
            })
            .field("role",
                    (json, draft,
                            faults) -> draft.role = Values.known(json, faults, draft.roles,
                                    "role of a unit"))
            .field("count", (json, draft, faults) -> {
                draft.countSeen = true;
                draft.count = Values.count(json, faults, Deployment.OFFICERS_MAX);
            })
            .field("state", (json, draft, faults) -> {
                draft.stateSeen = true;
                draft.state = Values.slug(json, faults, DeploymentState.class);
            });

    private final Set<String> roles;
    private @Nullable String unit;
    private boolean unitSeen;
    private @Nullable String role;
    private @Nullable Integer count;
    private boolean countSeen;
    private @Nullable DeploymentState state;
    private boolean stateSeen;

    private OfficersFields(Set<String> roles) {
        this.roles = roles;
    }

    /** The deployments without a fault, in order. */
    static List<Deployment> read(StrictJson json, Faults faults, Set<String> roles)
            throws Malformed {
        if (json.current() != JsonToken.START_ARRAY) {
            Values.wrongType(json, faults, "an array of units");
            return List.of();
        }
        List<Deployment> deployments = new ArrayList<>();
        Set<String> named = new HashSet<>();
        while (json.next() != JsonToken.END_ARRAY) {
            Deployment deployment = one(json, faults, roles, named);
            if (deployment != null) {
                deployments.add(deployment);
            }
        }
        return deployments;
    }

    private static @Nullable Deployment one(StrictJson json, Faults faults, Set<String> roles,
            Set<String> named) throws Malformed {
        if (json.current() != JsonToken.START_OBJECT) {
            Values.wrongType(json, faults, "an object with unit, count and state");
            return null;
        }
        OfficersFields draft = new OfficersFields(roles);
        int before = faults.count();
        FIELDS.read(json, draft, faults);
        String here = json.pointer();
        Required.check(draft.countSeen, here, "count", faults);
        Required.check(draft.stateSeen, here, "state", faults);
        boolean unnamed = !draft.unitSeen && draft.state != DeploymentState.REQUESTED;
        if (unnamed && draft.state != null) {
            faults.add(here + "/unit", "is missing; only requested officers may have no unit");
        }
        if (draft.unit != null && !named.add(draft.unit)) {
            faults.add(here + "/unit", "is named by an earlier line; a unit has one state");
        }
        Integer count = draft.count;
        DeploymentState state = draft.state;
        return faults.count() > before || count == null || state == null ? null
                : new Deployment(draft.unit, draft.role, count, state);
    }
}
