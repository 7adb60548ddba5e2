package org.muster.query;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.model.DeploymentState;
import org.muster.model.Subject;
import org.muster.model.Task;
import org.muster.model.Unit;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.TaskJson;

/** Reads where a unit was sent or went: for the unit itself. */
final class TaskReads {

    private TaskReads() {}

    /** Its own tasks, wherever they are: who is sent somewhere is to know where. */
    static Answer own(View view, Scope scope) {
        if (!scope.mayReadOwnTasks()) {
            return Answer.forbidden("field units, each its own");
        }
        Unit unit = view.units().get(scope.name());
        List<TaskJson.Told> told = new ArrayList<>();
        for (Task task : unit == null ? List.<Task>of() : unit.tasks()) {
            TaskJson.About about = about(view, task.subject());
            if (about != null) {
                told.add(new TaskJson.Told(task, about, isPresent(unit, task)));
            }
        }
        return Answer.json(Json.bytes(out -> TaskJson.tasks(out, scope.name(), view.at(), told)));
    }

    private static boolean isPresent(@Nullable Unit unit, Task task) {
        return unit != null && task.state() != DeploymentState.RELEASED
                && task.subject().equals(unit.subject());
    }

    /** What it is about; null when nothing is left of that. */
    private static TaskJson.@Nullable About about(View view, Subject subject) {
        return switch (subject) {
            case Subject.OfIncident(var id) -> {
                var incident = view.incidents().get(id);
                yield incident == null || incident.isVoid() ? null
                        : new TaskJson.About(incident, null, null);
            }
            case Subject.OfProtest(var id) -> {
                var protest = view.protests().get(id);
                yield protest == null || protest.isVoid() ? null
                        : new TaskJson.About(null, protest, null);
            }
            case Subject.AtPlace(var place) -> new TaskJson.About(null, null, place);
        };
    }
}
