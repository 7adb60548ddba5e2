package org.muster.exchange.ccc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes protests and reports of lines. The sheets know the day alone: a protest lasts from 12:00 to 16:00 of its state's
 * time, and what is told of it was so at 14:00. Lines are to be given in their order, each once. One thread.
 */
final class RowReader {
    private static final LocalTime STARTS = LocalTime.of(12, 0);
    private static final LocalTime TOLD = LocalTime.of(14, 0);
    private static final LocalTime ENDS = LocalTime.of(16, 0);
    /** How its makers ask to be named. */
    private static final String SOURCE = "Crowd Counting Consortium";
    /** The service takes no more in one line. */
    private static final int PERSONS_MAX = 100_000;

    private final Places places;
    private final Set<String> categories;
    private final Instant now;
    private final Ids ids = new Ids();

    /** @param categories the service's categories of protests, at least one */
    RowReader(Places places, Collection<String> categories, Instant now) {
        this.places = places;
        this.categories = Set.copyOf(categories);
        this.now = now;
    }

    /** What becomes of a line. */
    Row read(Line line) {
        var name = ids.name(line);
        if (line.cells().isEmpty()) {
            return new Row.LeftOut(line, "nothing that is read", "");
        }
        var text = line.cell(Column.DATE);
        if (text.isEmpty()) {
            return new Row.LeftOut(line, "no date", "");
        }
        var day = Day.read(text);
        if (day.isEmpty()) {
            return new Row.LeftOut(line, "no such date", "\"" + Count.shown(text) + "\"");
        }
        var readings = new ArrayList<String>();
        var starts = starts(line, day.get(), readings);
        if (starts.toInstant().isAfter(now)) {
            return new Row.LeftOut(line, "a date that is yet to come", "\"" + text + "\"");
        }
        var plan = plan(line, name, starts, readings);
        var report = report(line, name, starts, readings);
        return new Row.Taken(line, plan, report, readings);
    }

    private static ZonedDateTime starts(Line line, LocalDate day, List<String> readings) {
        var code = States.code(line.cell(Column.STATE));
        var zone = States.zone(code);
        if (zone.isEmpty()) {
            readings.add((code.isEmpty() ? "no StateTerritory"
                    : "StateTerritory \"" + Count.shown(code) + "\" is not known")
                    + ": 12:00 to 16:00 of " + States.ANYWHERE);
        } else if (!code.equalsIgnoreCase(line.cell(Column.STATE))) {
            readings.add("StateTerritory \"" + line.cell(Column.STATE) + "\": read as " + code);
        }
        return day.atTime(STARTS).atZone(zone.orElse(States.ANYWHERE));
    }

    private ObjectNode plan(Line line, String name, ZonedDateTime starts, List<String> readings) {
        var kind = EventKind.read(line.cell(Column.TYPE), categories);
        var state = States.code(line.cell(Column.STATE));
        var plan = JsonNodeFactory.instance.objectNode()
                .put("id", Ids.id("protest", name).toString())
                .put("title",
                        Stream.of(kind.title(), Count.shown(line.cell(Column.TOWN)), state)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")))
                .put("category", kind.category());
        Organisation.among(line.cell(Column.ACTOR))
                .ifPresent(found -> plan.put("organisation", found));
        plan.put("startsAt", time(starts)).put("endsAt", time(starts.with(ENDS)));
        places.find(line.cell(Column.TOWN), state)
                .ifPresentOrElse(point -> plan.putObject("place")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(point.lon())
                        .add(point.lat()), () -> {
                            plan.putNull("place");
                            readings.add(
                                    "no coordinates for \"" + Count.shown(line.cell(Column.TOWN))
                                            + "\", \"" + Count.shown(state) + "\": no place");
                        });
        return plan;
    }

    private static @Nullable ObjectNode report(Line line, String name, ZonedDateTime starts,
            List<String> readings) {
        var report = JsonNodeFactory.instance.objectNode()
                .put("id", Ids.id("report", name).toString())
                .put("protest", Ids.id("protest", name).toString())
                .put("observedAt", time(starts.with(TOLD)));
        var estimate = Estimate.read(line, readings);
        estimate.ifPresent(crowd -> crowd.write(report));
        var arrests = persons(line, Column.ARRESTS, readings);
        if (arrests > 0) {
            report.putArray("arrests")
                    .addObject()
                    .put("offence", "not-stated")
                    .put("count", arrests);
        }
        var injured = persons(line, Column.INJURED, readings);
        var police = persons(line, Column.POLICE_INJURED, readings);
        if (injured + police > 0) {
            report.putObject("injured").put("public", injured).put("officers", police);
        }
        return estimate.isEmpty() && arrests + injured + police == 0 ? null
                : report.put("text", SOURCE);
    }

    /** 0 when nothing, or nothing usable, is said. */
    private static int persons(Line line, Column column, List<String> readings) {
        return switch (Count.of(line, column, PERSONS_MAX)) {
            case Count.Blank _ -> 0;
            case Count.Whole(var value) -> value;
            case Count.Read(var words, var low, _) -> {
                readings.add(words + ": read as " + low);
                yield low;
            }
            case Count.Unusable(var why) -> {
                readings.add(why + ": not taken");
                yield 0;
            }
        };
    }

    private static String time(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
