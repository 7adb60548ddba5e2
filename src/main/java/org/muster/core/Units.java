package org.muster.core;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alerting;
import org.muster.model.Deployment;
import org.muster.model.NightClock;
import org.muster.model.Subject;
import org.muster.model.Unit;

/** Every unit that is spoken of, each with one state and one subject, and what was asked for without naming one. */
final class Units {

    private final Map<String, UnitTrack> units = new LinkedHashMap<>();
    private final Heard heard = new Heard();
    private final PlaceRequests placeRequests = new PlaceRequests();
    private final Set<UnitTrack> changed = new LinkedHashSet<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Consumer<Subject> subjectChanged;
    private final Consumer<String> touched;
    private Alerting.Nights nights = Alerting.Nights.DEFAULT;
    private NightClock clock = NightClock.of(nights);

    /**
     * @param subjectChanged told of each incident and protest whose officers change
     * @param touched told of each unit whose facts may be others
     */
    Units(Consumer<Subject> subjectChanged, Consumer<String> touched) {
        this.subjectChanged = subjectChanged;
        this.touched = touched;
    }

    /**
     * Takes in one line of a report.
     *
     * @param nowhere where a unit is that nobody said the place of
     */
    void add(Moment when, Deployment deployment, String observer, Where where, AreaSet nowhere) {
        String id = deployment.unit();
        if (id == null) {
            request(when, deployment, observer, where);
            return;
        }
        UnitTrack unit = units.computeIfAbsent(id, callSign -> new UnitTrack(callSign,
                new Where.AtPlace(null, nowhere, false), clock));
        postOf(unit);
        unit.add(when, deployment, observer, where, clock);
        postOf(unit);
        gone.remove(id);
        changed(unit);
    }

    /** Takes out what a report said of these units. */
    void strike(Moment when, List<String> callSigns) {
        for (String callSign : callSigns) {
            UnitTrack unit = units.get(callSign);
            if (unit == null) {
                continue;
            }
            postOf(unit);
            unit.strike(when, clock);
            postOf(unit);
            changed(unit);
            if (unit.isGone()) {
                units.remove(callSign);
                changed.remove(unit);
                gone.add(callSign);
            }
        }
    }

    /** Somebody reported something, whatever it was of. */
    void hear(String observer, Moment when) {
        heard.add(observer, when);
    }

    /** As if it had not been reported. */
    void unhear(String observer, Moment when) {
        heard.strike(observer, when);
    }

    /** When the newest report by or of a unit was so, in milliseconds since 1970; {@link FactRow#NEVER} without one. */
    long heardAt(String callSign) {
        UnitTrack unit = units.get(callSign);
        Moment own = heard.newest(callSign);
        long stated = unit == null ? FactRow.NEVER : unit.statedAt();
        return own == null ? stated
                : stated == FactRow.NEVER ? own.at() : Math.max(own.at(), stated);
    }

    /** The newest entry by or of a unit; 0 without one. */
    long newestEntry(String callSign) {
        UnitTrack unit = units.get(callSign);
        return Math.max(heard.newestEntry(callSign), unit == null ? 0 : unit.newestEntry());
    }

    /** Takes out what a report asked for at a place without naming a unit. */
    void strikeRequests(Moment when) {
        placeRequests.strike(when);
    }

    /** The incident or protest that these units are at moved. */
    void moved(Post post) {
        for (UnitTrack unit : post.units()) {
            unit.changed();
            changed(unit);
        }
    }

    @Nullable
    UnitTrack find(String callSign) {
        return units.get(callSign);
    }

    /** The call signs of all. */
    Set<String> ids() {
        return units.keySet();
    }

    /** What is shown of all of them may be otherwise, because the map changed. */
    void changed() {
        units.values().forEach(UnitTrack::changed);
        changed.addAll(units.values());
    }

    /** Tells nights apart in another way. */
    void define(Alerting.Nights others) {
        if (!others.equals(nights)) {
            nights = others;
            clock = NightClock.of(others);
            units.values().forEach(unit -> {
                unit.retell(clock);
                changed(unit);
            });
        }
    }

    /** Every position outside incidents that a unit is at or officers are asked for. */
    Set<Spot> spots() {
        Set<Spot> spots = new LinkedHashSet<>();
        for (UnitTrack unit : units.values()) {
            Spot spot = unit.spot();
            if (spot != null) {
                spots.add(spot);
            }
        }
        spots.addAll(placeRequests.spots());
        return spots;
    }

    /** Puts what is at these positions in other areas because the map changed. */
    void relocate(Map<Spot, AreaSet> areas) {
        for (UnitTrack unit : units.values()) {
            unit.relocate(areas);
            changed(unit);
        }
        placeRequests.relocate(areas);
    }

    /** Shows no unit where one of these reports said it was, but in the middle of that area. */
    void conceal(Set<Long> entries) {
        for (UnitTrack unit : units.values()) {
            if (unit.conceal(entries)) {
                changed.add(unit);
            }
        }
    }

    Map<String, Unit> takeChanged(Catalogue catalogue) {
        Map<String, Unit> taken = HashMap.newHashMap(changed.size());
        for (UnitTrack unit : changed) {
            taken.put(unit.id(), unit.shown(catalogue));
        }
        changed.clear();
        return taken;
    }

    /** Units that no report speaks of any more since the last call. */
    Set<String> takeGone() {
        Set<String> taken = Set.copyOf(gone);
        gone.clear();
        return taken;
    }

    List<UnitState> state() {
        return units.values().stream().map(UnitTrack::saved).toList();
    }

    List<Heard.State> heardState() {
        return heard.state();
    }

    List<PlaceRequestState> requestState() {
        return placeRequests.state();
    }

    void restore(List<UnitState> states, Function<UnitState.Stood, Where> places, AreaSet nowhere,
            List<PlaceRequestState> requests, List<Heard.State> reports,
            Function<List<String>, AreaSet> sets) {
        heard.restore(reports);
        for (UnitState state : states) {
            UnitTrack unit = new UnitTrack(state, new Where.AtPlace(null, nowhere, false), places,
                    clock);
            units.put(unit.id(), unit);
            changed.add(unit);
        }
        placeRequests.restore(requests, sets);
    }

    private void changed(UnitTrack unit) {
        changed.add(unit);
        touched.accept(unit.id());
    }

    private void request(Moment when, Deployment deployment, String observer, Where where) {
        switch (where) {
            case Where.AtPost(Post post) -> {
                post.request(observer, deployment.role(), when, deployment.count());
                subjectChanged.accept(post.subject());
            }
            case Where.AtPlace(var location, AreaSet areas, boolean _) -> {
                if (location != null) {
                    placeRequests.add(location, areas, observer, deployment.role(), when,
                            deployment.count());
                }
            }
        }
    }

    private void postOf(UnitTrack unit) {
        Post post = unit.post();
        if (post != null) {
            subjectChanged.accept(post.subject());
        }
    }
}
