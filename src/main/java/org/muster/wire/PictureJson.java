package org.muster.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Crowd;
import org.muster.model.Location;
import org.muster.model.Strength;
import org.muster.model.Subject;
import org.muster.model.Unit;

/** Areas and units as the contract shows them; {@link IncidentJson} has the incidents. */
public final class PictureJson {

    private PictureJson() {}

    /** An area with its figures as of a moment. */
    public static void area(JsonGenerator out, Area area, Instant asOf) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", area.id());
        out.writeStringField("name", area.name());
        out.writeStringField("parent", area.parent());
        out.writeStringField("asOf", Times.text(asOf));
        counts(out, "incidents", "open", area.incidents().open(), "openedLast24h",
                area.incidents().openedLast24h());
        counts(out, "protests", "live", area.protests().live(), "upcoming",
                area.protests().upcoming());
        range(out, "crowd", area.crowd());
        out.writeObjectFieldStart("officers");
        strength(out, area.officers());
        out.writeNumberField("planned", area.officers().planned());
        out.writeEndObject();
        counts(out, "arrests", "last24h", area.arrests().last24h(), "total",
                area.arrests().total());
        counts(out, "injured", "last24h", area.injured().last24h(), "total",
                area.injured().total());
        Area.Ratio ratio = area.peoplePerOfficer();
        if (ratio != null) {
            out.writeObjectFieldStart("peoplePerOfficer");
            out.writeNumberField("best", BigDecimal.valueOf(ratio.best()));
            out.writeNumberField("cautious", BigDecimal.valueOf(ratio.cautious()));
            out.writeEndObject();
        }
        out.writeObjectFieldStart("reports");
        out.writeNumberField("lastHour", area.reports().lastHour());
        out.writeNumberField("total", area.reports().total());
        time(out, "lastAt", area.reports().lastAt());
        out.writeEndObject();
        out.writeObjectFieldStart("alerts");
        out.writeNumberField("critical", area.alerts().critical());
        out.writeNumberField("high", area.alerts().high());
        out.writeNumberField("medium", area.alerts().medium());
        out.writeNumberField("low", area.alerts().low());
        out.writeEndObject();
        out.writeStringField("coverage", area.coverage().slug());
        out.writeEndObject();
    }

    /** A unit with what it is at. */
    public static void unit(JsonGenerator out, Unit unit) throws IOException {
        out.writeStartObject();
        out.writeStringField("unit", unit.id());
        out.writeStringField("role", unit.role());
        out.writeNumberField("count", unit.count());
        out.writeStringField("state", unit.state().slug());
        switch (unit.subject()) {
            case Subject.OfIncident(var incident) -> subject(out, incident, null, null);
            case Subject.OfProtest(var protest) -> subject(out, null, protest, null);
            case Subject.AtPlace(var place) -> subject(out, null, null, place);
        }
        strings(out, "areas", unit.areas());
        time(out, "effectiveAt", unit.effectiveAt());
        out.writeStringField("observer", unit.observer());
        out.writeNumberField("nightsInARow", unit.nights().inARow());
        time(out, "atSceneSince", unit.atSceneSince());
        out.writeEndObject();
    }

    private static void subject(JsonGenerator out, @Nullable UUID incident, @Nullable UUID protest,
            @Nullable Location place) throws IOException {
        out.writeStringField("incident", incident == null ? null : incident.toString());
        out.writeStringField("protest", protest == null ? null : protest.toString());
        location(out, place);
    }

    static void location(JsonGenerator out, @Nullable Location location) throws IOException {
        if (location == null) {
            out.writeNullField("location");
            return;
        }
        out.writeObjectFieldStart("location");
        out.writeNumberField("lat", location.lat());
        out.writeNumberField("lon", location.lon());
        if (location.accuracy() != null) {
            out.writeNumberField("accuracy", location.accuracy());
        }
        if (location.place() != null) {
            out.writeStringField("place", location.place());
        }
        out.writeEndObject();
    }

    static void strength(JsonGenerator out, Strength officers) throws IOException {
        out.writeNumberField("atScene", officers.atScene());
        out.writeNumberField("enRoute", officers.enRoute());
        out.writeNumberField("requested", officers.requested());
    }

    static void range(JsonGenerator out, String name, Crowd.@Nullable Range range)
            throws IOException {
        if (range == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeNumberField("low", range.low());
        out.writeNumberField("best", range.best());
        out.writeNumberField("high", range.high());
        out.writeEndObject();
    }

    static void time(JsonGenerator out, String name, @Nullable Instant instant) throws IOException {
        out.writeStringField(name, instant == null ? null : Times.text(instant));
    }

    static void ids(JsonGenerator out, String name, Collection<UUID> ids) throws IOException {
        strings(out, name, ids.stream().map(UUID::toString).toList());
    }

    static void strings(JsonGenerator out, String name, Collection<String> values)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void counts(JsonGenerator out, String name, String first, long firstCount,
            String second, long secondCount) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField(first, firstCount);
        out.writeNumberField(second, secondCount);
        out.writeEndObject();
    }
}
