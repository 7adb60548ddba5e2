package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.PlacesByPoint;
import org.muster.model.Rejection;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;
import org.muster.model.Settings.Category;
import org.muster.model.Settings.Kind;
import org.muster.model.Shape;
import org.muster.model.Unit;
import org.muster.model.Warning;

/**
 * A picture with somebody who records for it and somebody who watches: commands go in, drafts are numbered and evolved,
 * and what changed is kept as a screen would keep it. South Yorkshire holds Rotherham (with Thurcroft and the centre)
 * and Sheffield.
 */
final class World implements Lookups {
    static final Instant START = Instant.parse("2014-09-06T20:00:00Z");

    static final String[] THURCROFT = {"thurcroft", "rotherham", "south-yorkshire"};

    static final String[] CENTRE = {"centre", "rotherham", "south-yorkshire"};

    static final String[] SHEFFIELD = {"sheffield", "south-yorkshire"};

    final List<Entry> entries = new ArrayList<>();

    final Map<UUID, Incident> incidents = new HashMap<>();

    final Map<String, Unit> units = new HashMap<>();

    final Map<String, Area> areas = new HashMap<>();

    Picture picture = Picture.empty();

    private Instant now = START;

    World() {
        settings(settings(30, 60));
    }

    static Settings settings(int estimateMinutes, int silentMinutes) {
        return new Settings("map-1",
                List.of(new AreaDefinition("south-yorkshire", "South Yorkshire", null),
                        new AreaDefinition("rotherham", "Rotherham", "south-yorkshire"),
                        new AreaDefinition("thurcroft", "Thurcroft", "rotherham"),
                        new AreaDefinition("centre", "Rotherham town centre", "rotherham"),
                        new AreaDefinition("sheffield", "Sheffield", "south-yorkshire")),
                List.of(new Category("disturbance", "Disturbance", Kind.INCIDENT),
                        new Category("assault", "Assault", Kind.INCIDENT),
                        new Category("march", "March", Kind.PROTEST)),
                List.of(), List.of("psu"), new Settings.Windows(estimateMinutes, silentMinutes),
                Settings.Clashing.DEFAULT);
    }

    /** So many minutes after the start; before it, when negative. */
    static Instant minute(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    Instant now() {
        return now;
    }

    /** It is so many minutes after the start now. */
    void itIs(double minutes) {
        to(minute(minutes));
    }

    void to(Instant later) {
        now = later;
        picture.advance(now);
        look();
    }

    /** Other settings, with a map on which everything lies in Thurcroft. */
    void settings(Settings settings) {
        settings(settings, (PlacesByPoint) (lat, lon) -> List.of(THURCROFT));
    }

    void settings(Settings settings, PlacesByPoint places) {
        record(new Command.ApplySettings(settings, places));
    }

    /** Records a report; the incident that it opened or is about is the answer's. */
    Entry.ReportRecorded report(Say say) {
        return (Entry.ReportRecorded) record(say.command(entries.size())).body();
    }

    UUID opened(Say say) {
        Entry.ReportRecorded body = report(say);
        if (body.incident() == null) {
            throw new AssertionError("it opened nothing");
        }
        return body.incident();
    }

    List<Warning> warnings(Say say) {
        return report(say).warnings();
    }

    Rejection refused(Say say) {
        if (picture.decide(say.command(entries.size()), now,
                this) instanceof Decision.Refused(Rejection rejection)) {
            return rejection;
        }
        throw new AssertionError("it was accepted");
    }

    Entry record(Command command) {
        if (!(picture.decide(command, now,
                this) instanceof Decision.Accepted(List<Draft> drafts))) {
            throw new AssertionError("it was refused");
        }
        Draft draft = drafts.getFirst();
        Entry entry = new Entry(picture.seq() + 1, now, draft.actor(), draft.areas(), draft.body());
        picture.evolve(entry);
        entries.add(entry);
        look();
        return entry;
    }

    /** Goes on with a picture made from a snapshot. */
    void restart() {
        picture = Picture.restore(picture.state());
        incidents.clear();
        units.clear();
        areas.clear();
        look();
    }

    /** A picture made from all entries, at the same moment. */
    Picture replayed() {
        Picture again = Picture.empty();
        entries.forEach(again::evolve);
        again.advance(picture.at());
        return again;
    }

    @Override
    public @Nullable Entry report(UUID id) {
        return entries.stream()
                .filter(entry -> entry.body() instanceof Entry.ReportRecorded body
                        && body.report().id().equals(id))
                .findAny()
                .orElse(null);
    }

    @Override
    public double metres(Shape one, Shape other) {
        throw new AssertionError("nobody asked for a distance");
    }

    Incident incident(UUID id) {
        return known(incidents.get(id));
    }

    Unit unit(String callSign) {
        return known(units.get(callSign));
    }

    Area area(String id) {
        return known(areas.get(id));
    }

    void later(Duration span) {
        to(now.plus(span));
    }

    private void look() {
        Changes changes = picture.takeChanges();
        incidents.putAll(changes.incidents());
        units.putAll(changes.units());
        Settings settings = changes.settings();
        if (settings != null) {
            areas.clear();
        }
        areas.putAll(changes.areas());
    }

    private static <T> T known(@Nullable T thing) {
        if (thing == null) {
            throw new AssertionError("nothing is known of it");
        }
        return thing;
    }
}
