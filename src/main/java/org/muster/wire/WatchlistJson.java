package org.muster.wire;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Watched;

/** The places to be watched tonight. */
public final class WatchlistJson {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm",
            Locale.ROOT);

    private WatchlistJson() {}

    /**
     * All of them.
     *
     * @param night the present one, by the day on which it began
     */
    public static void list(JsonGenerator out, LocalDate night, List<Watched> items)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("night", night.toString());
        out.writeArrayFieldStart("items");
        for (Watched item : items) {
            item(out, item);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void item(JsonGenerator out, Watched item) throws IOException {
        out.writeStartObject();
        out.writeStringField("area", item.area());
        out.writeStringField("category", item.category());
        PictureJson.location(out, item.location());
        out.writeStringField("title", item.title());
        out.writeNumberField("nights", item.nights());
        out.writeNumberField("nightsInARow", item.nightsInARow());
        out.writeStringField("lastNight", item.lastNight().toString());
        out.writeStringField("usualFrom", time(item.usualFrom()));
        out.writeStringField("usualTo", time(item.usualTo()));
        PictureJson.ids(out, "incidents", item.incidents());
        out.writeArrayFieldStart("units");
        for (Watched.Tired unit : item.units()) {
            out.writeStartObject();
            out.writeStringField("id", unit.id());
            out.writeNumberField("nightsInARow", unit.nightsInARow());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static String time(LocalTime time) {
        return MINUTES.format(time);
    }
}
