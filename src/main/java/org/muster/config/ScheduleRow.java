package org.muster.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.muster.model.Nearest;
import org.muster.model.Schedule;

/** One schedule of {@code rules.yaml}. Something stands in for what is at fault, so that the rest is checked too. */
final class ScheduleRow {
    private static final List<String> KEYS = List.of("id", "zone", "days", "dates", "from", "to");
    /** Ten years of match days. */
    private static final int DATES_MAX = 400;
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(Schedule::nameOf)
            .toList();
    private static final String MIDNIGHT = "00:00";

    private final Cells cells;
    private final String where;

    ScheduleRow(YamlFile file, String where, Node.Fields row) {
        cells = new Cells(file, where, row, KEYS);
        this.where = where;
    }

    /** The schedule; of no use when a fault was told. */
    Schedule read(Ids ids) {
        String id = ids.read(cells.node("id"), where, cells.at());
        List<String> days = texts("days", "[fri, sat]", DAYS::contains,
                "is no day; write some of " + String.join(", ", DAYS));
        List<String> dates = texts("dates", "[2026-12-26]", ScheduleRow::isDate,
                "is no date; write it as 2026-12-26");
        if (dates.size() > DATES_MAX) {
            cells.fault("dates", "there are " + dates.size() + " dates; the most is " + DATES_MAX);
        }
        return new Schedule(id, zone(), days, dates, time("from"), time("to"));
    }

    private List<String> texts(String key, String such, Predicate<String> isGood, String fault) {
        List<Node.Scalar> values = cells.list(key, such);
        if (cells.node(key) instanceof Node.Items items && items.items().isEmpty()) {
            cells.fault(key, "is empty; write some or leave the key out");
        }
        values.stream()
                .filter(value -> !isGood.test(value.text()))
                .forEach(value -> cells.fault(value.at(), key,
                        Values.quoted(value.text()) + " " + fault));
        return values.stream().map(Node.Scalar::text).filter(isGood).distinct().toList();
    }

    private String zone() {
        String text = cells.has("zone") ? cells.text("zone") : "";
        Set<String> zones = ZoneId.getAvailableZoneIds();
        if (text != null && !zones.contains(text)) {
            cells.fault("zone",
                    text.isEmpty() ? "is missing; write a time zone, such as Europe/London"
                            : Values.quoted(text) + " is no time zone"
                                    + (Nearest.of(text, zones).isPresent()
                                            ? Nearest.hint(text, zones)
                                            : "; write one such as Europe/London"));
        }
        return text == null || !zones.contains(text) ? "UTC" : text;
    }

    private String time(String key) {
        String text = cells.has(key) ? cells.text(key) : "";
        if (text != null && !isTime(text)) {
            cells.fault(key, (text.isEmpty() ? "is missing" : Values.quoted(text) + " is no time")
                    + "; write hours and minutes in quotes, such as \"21:00\"");
        }
        return text == null || !isTime(text) ? MIDNIGHT : Objects.requireNonNull(text);
    }

    private static boolean isTime(String text) {
        try {
            return text.length() == MIDNIGHT.length()
                    && LocalTime.parse(text).toString().equals(text);
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}
