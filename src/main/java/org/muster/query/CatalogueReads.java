package org.muster.query;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.AgeBand;
import org.muster.model.CrowdMethod;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Mood;
import org.muster.model.Settings;
import org.muster.model.Slug;
import org.muster.wire.Json;

/** The words that a report and a plan may use: the catalogues in force, and the closed sets of the contract; and how
 * long a unit may be silent or without relief; and what lies under the areas of a map. */
final class CatalogueReads {

    private CatalogueReads() {}

    static Answer catalogue(Settings inForce, BaseMap base) {
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("categories");
            for (Settings.Category category : inForce.categories()) {
                named(out, category.id(), category.name());
                out.writeStringField("kind", category.kind().slug());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("offences");
            for (Settings.Offence offence : inForce.offences()) {
                named(out, offence.id(), offence.name());
                out.writeStringField("validFrom", offence.validFrom());
                out.writeStringField("validTo", offence.validTo());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writePOJOField("unitRoles", inForce.unitRoles());
            slugs(out, "methods", CrowdMethod.values());
            slugs(out, "moods", Mood.values());
            slugs(out, "states", DeploymentState.values());
            slugs(out, "statuses", IncidentStatus.values());
            slugs(out, "ageBands", AgeBand.values());
            out.writeNumberField("estimateMinutes", inForce.windows().estimateMinutes());
            out.writeNumberField("silentMinutes", inForce.windows().silentMinutes());
            out.writePOJOField("checkInMinutes", inForce.alerting().checkInMinutes());
            out.writeNumberField("reliefMinutes", inForce.alerting().reliefMinutes());
            out.writeNumberField("shelveMinutesMax", inForce.alerting().shelving().minutesMax());
            out.writeBooleanField("shelveSecondPerson",
                    inForce.alerting().shelving().secondPerson());
            map(out, base);
        }));
    }

    private static void map(JsonGenerator out, BaseMap base) throws IOException {
        out.writeObjectFieldStart("map");
        out.writePOJOField("tiles", base.tiles());
        out.writeBooleanField("ground", base.hasGround());
        out.writeEndObject();
    }

    private static void named(JsonGenerator out, String id, String name) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", id);
        out.writeStringField("name", name);
    }

    private static void slugs(JsonGenerator out, String name, Slug[] members) throws IOException {
        out.writePOJOField(name, Arrays.stream(members).map(Slug::slug).toList());
    }
}
