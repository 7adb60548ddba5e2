package org.muster.query;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Rule;
import org.muster.view.View;
import org.muster.wire.Json;

/** The rules in force, each with the entry that brought its form: what an alert names as its version. */
final class RulesReads {
    private RulesReads() {}

    static Answer all(View view, Scope scope) {
        if (!scope.mayRead(Topic.ALERTS)) {
            return Answer.forbidden("people who see alerts");
        }
        return Answer.json(Json.object(out -> {
            out.writeNumberField("version", view.versions().settings());
            out.writePOJOField("schedules", view.settings().alerting().schedules());
            out.writeArrayFieldStart("rules");
            for (Rule rule : view.settings().rules()) {
                out.writeStartObject();
                out.writeNumberField("version", view.versions().of(rule.id()));
                out.writePOJOField("rule", rule);
                out.writeEndObject();
            }
            out.writeEndArray();
        }));
    }
}
