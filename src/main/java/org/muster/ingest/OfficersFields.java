package org.muster.ingest;

import java.util.List;
import java.util.Set;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;

/** Reads {@code officers}. */
final class OfficersFields {

    private final Fields fields = new Fields("an object with unit, count and state");
    private final Field<String> unit = fields.optional("unit", Values.line(Words.NAME_MAX));
    private final Field<String> role;
    private final Field<Integer> count = fields.required("count",
            Values.whole(0, Deployment.OFFICERS_MAX));
    private final Field<DeploymentState> state = fields.required("state",
            Values.slug(DeploymentState.class));

    private OfficersFields(Set<String> roles) {
        this.role = fields.optional("role", Values.known(roles, "role of a unit"));
    }

    static Value<List<Deployment>> with(Set<String> roles) {
        OfficersFields line = new OfficersFields(roles);
        return Values.list("units", Deployment.LINES_MAX,
                line.fields.made(line::check, line::deployment), line.unit,
                "is named by an earlier line; a unit has one state");
    }

    private void check(Members line) {
        DeploymentState said = line.find(state);
        if (!line.has(unit) && said != null && said != DeploymentState.REQUESTED) {
            line.fault(unit, "is missing; only requested officers may have no unit");
        }
    }

    private Deployment deployment(Members line) {
        return new Deployment(line.find(unit), line.find(role), line.get(count), line.get(state));
    }
}
