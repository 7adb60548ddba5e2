package org.muster.wire;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Protest;
import org.muster.model.Task;

/** Where a unit was sent or went, with what is known of it now. */
public final class TaskJson {

    private TaskJson() {}

    /** What a task is about, as it is now; all but one is null. */
    public record About(@Nullable Incident incident, @Nullable Protest protest,
            @Nullable Location place) {}

    /**
     * A task with its matter.
     *
     * @param present whether the unit is there now, or is to go there
     */
    public record Told(Task task, About about, boolean present) {}

    /**
     * All tasks of a unit, newest first.
     *
     * @param unit its call sign
     * @param at the moment they are told of
     */
    public static void tasks(JsonGenerator out, String unit, Instant at, List<Told> tasks)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("unit", unit);
        PictureJson.time(out, "at", at);
        out.writeArrayFieldStart("items");
        for (Told told : tasks) {
            task(out, told);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void task(JsonGenerator out, Told told) throws IOException {
        Task task = told.task();
        out.writeStartObject();
        out.writeBooleanField("present", told.present());
        out.writeStringField("state", task.state().slug());
        out.writeNumberField("count", task.count());
        PictureJson.time(out, "effectiveAt", task.effectiveAt());
        out.writeStringField("observer", task.observer());
        PictureJson.time(out, "sentAt", task.sentAt());
        out.writeStringField("sentBy", task.sentBy());
        about(out, task, told.about());
        out.writeEndObject();
    }

    private static void about(JsonGenerator out, Task task, About about) throws IOException {
        Incident incident = about.incident();
        Protest protest = about.protest();
        if (incident != null) {
            matter(out, incident.id(), null, incident.category(), incident.title());
            out.writeStringField("status", incident.status().slug());
            PictureJson.location(out, incident.location());
            PictureJson.strings(out, "areas", incident.areas());
            known(out, incident.crowd(), incident.methane());
        } else if (protest != null) {
            matter(out, null, protest.id(), protest.plan().category(), protest.title());
            out.writeStringField("status", protest.status().slug());
            PictureJson.location(out, null);
            PictureJson.strings(out, "areas", protest.areas());
            known(out, protest.figures().crowd(), null);
        } else {
            matter(out, null, null, null, null);
            out.writeNullField("status");
            PictureJson.location(out, about.place());
            PictureJson.strings(out, "areas", task.areas());
            known(out, null, null);
        }
        PictureJson.time(out, "startsAt", protest == null ? null : protest.plan().startsAt());
        PictureJson.time(out, "endsAt", protest == null ? null : protest.plan().end());
    }

    private static void matter(JsonGenerator out, @Nullable UUID incident, @Nullable UUID protest,
            @Nullable String category, @Nullable String title) throws IOException {
        out.writeStringField("incident", incident == null ? null : incident.toString());
        out.writeStringField("protest", protest == null ? null : protest.toString());
        out.writeStringField("category", category);
        out.writeStringField("title", title);
    }

    private static void known(JsonGenerator out, @Nullable Crowd crowd, @Nullable Methane methane)
            throws IOException {
        PictureJson.range(out, "crowd", crowd == null ? null : crowd.present());
        PictureJson.time(out, "crowdAsOf", crowd == null ? null : crowd.asOf());
        out.writePOJOField("methane", methane);
    }
}
