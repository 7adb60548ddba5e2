package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.Alerting;
import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.Crowd;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.PlacesByPoint;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Rule;
import org.muster.model.Schedule;
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

    private static final double RADIUS_METRES = 6_371_008.8;

    private static final int ROUNDS_MAX = 16;

    static final Actor PLANNER = new Actor("desk-1", Role.CONTROLLER);

    static final String[] THURCROFT = {"thurcroft", "rotherham", "south-yorkshire"};

    static final String[] CENTRE = {"centre", "rotherham", "south-yorkshire"};

    static final String[] SHEFFIELD = {"sheffield", "south-yorkshire"};

    final List<Entry> entries = new ArrayList<>();

    final Map<UUID, Incident> incidents = new HashMap<>();

    final Map<UUID, Protest> protests = new HashMap<>();
    final Map<String, Unit> units = new HashMap<>();

    final Map<String, Area> areas = new HashMap<>();
    final Map<UUID, Allegation> allegations = new HashMap<>();

    /** Incidents and protests that the picture said are different, since somebody last emptied this. */
    final Set<UUID> changed = new HashSet<>();

    final Lived lived = new Lived(this);

    private final Map<UUID, Entry> reports = new HashMap<>();

    private Places places = (PlacesByPoint) (_, _) -> List.of(THURCROFT);

    /** The alerts that the picture said are different, as shown now. */
    final Map<UUID, Alert> alerts = new HashMap<>();

    /** How loaded each desk is, as shown now. */
    final Map<String, org.muster.model.Desk> desks = new HashMap<>();

    Rulebook rulebook = Rulebook.NONE;

    /** Stand in all settings from now on that have none of their own. */
    List<Rule> rules = List.of();

    List<Schedule> schedules = List.of();

    /** Whether time goes from one moment at which something is due to the next; else it jumps. */
    boolean stops;

    /** Told after each thing that happened, when all that follows from it is recorded. */
    Runnable told = () -> {};

    Picture picture = Picture.empty();

    private Instant now = START;

    World() {
        settings(settings(30, 60));
    }

    static Settings settings(int estimateMinutes, int silentMinutes) {
        return settings(estimateMinutes, silentMinutes, Settings.Clashing.DEFAULT);
    }

    static Settings settings(int estimateMinutes, int silentMinutes, Settings.Clashing clashing) {
        return new Settings("map-1",
                List.of(area("south-yorkshire", "South Yorkshire", null, 53.50),
                        area("rotherham", "Rotherham", "south-yorkshire", 53.43),
                        area("thurcroft", "Thurcroft", "rotherham", 53.39),
                        area("centre", "Rotherham town centre", "rotherham", 53.42),
                        area("sheffield", "Sheffield", "south-yorkshire", 53.38)),
                List.of(new Category("disturbance", "Disturbance", Kind.INCIDENT),
                        new Category("assault", "Assault", Kind.INCIDENT),
                        new Category("march", "March", Kind.PROTEST),
                        new Category("static-assembly", "Static assembly", Kind.PROTEST)),
                List.of(new Settings.Offence("affray", "Affray", null, null),
                        new Settings.Offence("not-stated", "Not stated", null, null),
                        new Settings.Offence("wearing-a-hat", "Wearing a hat", "2014-09-01",
                                "2014-09-07")),
                List.of("psu", "dogs"), new Settings.Windows(estimateMinutes, silentMinutes),
                clashing, List.of(), new Alerting(List.of(), new Alerting.Shelving(240, 2, true),
                        Alerting.Nights.DEFAULT, Map.of("psu", 45)));
    }

    /** The same with other rules. */
    static Settings with(Settings settings, List<Rule> rules) {
        return new Settings(settings.areaMap(), settings.areas(), settings.categories(),
                settings.offences(), settings.unitRoles(), settings.windows(), settings.clashing(),
                rules, settings.alerting());
    }

    /** The same without a second person. */
    static Settings shelvedByOne(Settings settings) {
        Alerting its = settings.alerting();
        return new Settings(settings.areaMap(), settings.areas(), settings.categories(),
                settings.offences(), settings.unitRoles(), settings.windows(), settings.clashing(),
                settings.rules(), new Alerting(its.schedules(), its.shelving().byOne(),
                        its.nights(), its.checkInMinutes(), its.reliefMinutes()));
    }

    private static AreaDefinition area(String id, String name, @Nullable String parent,
            double lat) {
        return new AreaDefinition(id, name, parent, new Location(lat, -1.3, null, null));
    }

    /** So many minutes after the start; before it, when negative. */
    static Instant minute(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    /** The map in force. */
    Places places() {
        return places;
    }

    Instant now() {
        return now;
    }

    /** It is so many minutes after the start now. */
    void itIs(double minutes) {
        to(minute(minutes));
    }

    void to(Instant later) {
        if (stops) {
            lived.stopAtWhatIsDue(later);
        }
        jump(later);
    }

    /** Time passes at once. */
    void jump(Instant later) {
        now = later;
        picture.advance(now);
        follow();
        look();
    }

    /** Other settings, with a map on which everything lies in Thurcroft. */
    void settings(Settings settings) {
        settings(settings, (PlacesByPoint) (_, _) -> List.of(THURCROFT));
    }

    void settings(Settings settings, PlacesByPoint places) {
        settings(settings, (Places) places);
    }

    void settings(Settings settings, Places map) {
        places = map;
        record(new Command.ApplySettings(
                settings.rules().isEmpty() ? RiotRules.with(settings, rules, schedules) : settings,
                map));
    }

    /** A controller plans a protest that lies in these areas. */
    Entry plans(UUID protest, Plan plan, String... smallestFirst) {
        return record(
                new Command.PlanProtest(protest, plan, PLANNER, List.of(smallestFirst), "00", 100));
    }

    /** A controller changes whatever plan it has now. */
    Entry changes(UUID protest, Plan plan, String... smallestFirst) {
        return record(new Command.ChangeProtest(protest, plan, null, PLANNER,
                List.of(smallestFirst), 100));
    }

    Entry cancels(UUID protest) {
        return record(new Command.CancelProtest(protest, null, PLANNER));
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
        return refused(say.command(entries.size()));
    }

    Rejection refused(Command command) {
        if (picture.decide(command, now, this) instanceof Decision.Refused(Rejection rejection)) {
            return rejection;
        }
        throw new AssertionError("it was accepted");
    }

    /** The first entry that the command brings about; what follows from it is taken in too. */
    Entry record(Command command) {
        Decision decision = picture.decide(command, now, this);
        if (!(decision instanceof Decision.Accepted(List<Draft> drafts))) {
            throw new AssertionError("it was not accepted: " + decision);
        }
        Entry entry = keep(drafts);
        follow();
        look();
        return entry;
    }

    /** Takes in what somebody else decided, and what follows from it. */
    void happens(String actor, List<String> where, Entry.Body body) {
        keep(List.of(new Draft(actor, where, body)));
        follow();
        look();
    }

    /** What is decided of a command; what it brings about, and what follows, is taken in. */
    Decision tries(Command command) {
        Decision decision = picture.decide(command, now, this);
        if (decision instanceof Decision.Accepted(List<Draft> drafts)) {
            keep(drafts);
            follow();
            look();
        }
        return decision;
    }

    private Entry keep(List<Draft> drafts) {
        int first = entries.size();
        for (Draft draft : drafts) {
            Entry entry = new Entry(picture.seq() + 1, now, draft.actor(), draft.areas(),
                    draft.body());
            picture.evolve(entry);
            entries.add(entry);
            if (entry.body() instanceof Entry.ReportRecorded body) {
                reports.put(body.report().id(), entry);
            }
        }
        return entries.get(first);
    }

    private void follow() {
        int rounds = 0;
        for (List<Draft> next = lived.follow(); !next.isEmpty(); next = lived.follow()) {
            if (++rounds > ROUNDS_MAX) {
                throw new AssertionError("what follows never ends");
            }
            keep(next);
        }
    }

    @Override
    public @Nullable Entry report(UUID id) {
        return reports.get(id);
    }

    @Override
    public double metres(Shape one, Shape other) {
        return Corners.metres(one, other, RADIUS_METRES);
    }

    @Override
    public double squareMetres(Shape shape) {
        return Corners.squareMetres(shape, RADIUS_METRES);
    }

    /** Goes on with a picture made from a snapshot. */
    void restart() {
        restart(Picture.restore(picture.state()));
    }

    /** Goes on with another picture of the same, as after a start. */
    void restart(Picture again) {
        picture = again;
        incidents.clear();
        alerts.clear();
        allegations.clear();
        protests.clear();
        units.clear();
        areas.clear();
        follow();
        look();
    }

    /** A picture made from all entries, at the same moment. */
    Picture replayed() {
        Picture again = Picture.empty();
        entries.forEach(again::evolve);
        again.advance(picture.at());
        return again;
    }

    Incident incident(UUID id) {
        return known(incidents.get(id));
    }

    Crowd crowd(UUID incident) {
        return known(incident(incident).crowd());
    }

    Protest protest(UUID id) {
        return known(protests.get(id));
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
        changed.addAll(changes.incidents().keySet());
        changed.addAll(changes.protests().keySet());
        incidents.putAll(changes.incidents());
        alerts.putAll(changes.alerts());
        allegations.putAll(changes.allegations());
        protests.putAll(changes.protests());
        changes.unitsGone().forEach(units::remove);
        units.putAll(changes.units());
        Settings settings = changes.settings();
        if (settings != null) {
            areas.clear();
        }
        areas.putAll(changes.areas());
        Map<String, org.muster.model.Desk> load = changes.desks();
        if (load != null) {
            desks.clear();
            desks.putAll(load);
        }
        told.run();
    }

    private static <T> T known(@Nullable T thing) {
        if (thing == null) {
            throw new AssertionError("nothing is known of it");
        }
        return thing;
    }
}
