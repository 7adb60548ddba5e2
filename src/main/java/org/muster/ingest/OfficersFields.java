package org.muster.ingest;

import java.util.List;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Glossary;

/** Reads {@code officers}. */
final class OfficersFields {

    private static final Value<String> NAME = Values.line(Words.NAME_MAX);
    private static final Fields FIELDS = new Fields("an object with unit, count and state");
    private static final Field<String> UNIT = FIELDS.optional("unit", NAME);
    private static final Field<String> ROLE = FIELDS.optional("role",
            Values.name(Glossary.Kind.ROLE));
    private static final Field<Integer> COUNT = FIELDS.required("count",
            Values.whole(0, Deployment.OFFICERS_MAX));
    private static final Field<DeploymentState> STATE = FIELDS.required("state",
            Values.slug(DeploymentState.class));

    static final Value<List<Deployment>> OFFICERS = Values.list("units", Deployment.LINES_MAX,
            FIELDS.made(OfficersFields::check, OfficersFields::deployment), UNIT,
            "is named by an earlier line; a unit has one state");

    private OfficersFields() {}

    private static void check(Members line) {
        DeploymentState state = line.find(STATE);
        if (!line.has(UNIT) && state != null && state != DeploymentState.REQUESTED) {
            line.fault(UNIT, "is missing; only requested officers may have no unit");
        }
    }

    private static Deployment deployment(Members line) {
        return new Deployment(line.find(UNIT), line.find(ROLE), line.get(COUNT), line.get(STATE));
    }
}
