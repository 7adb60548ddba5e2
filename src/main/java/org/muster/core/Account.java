package org.muster.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crime;
import org.muster.model.ExternalRef;
import org.muster.model.Link;
import org.muster.model.Methane;
import org.muster.model.Report;

/**
 * What the reports of an incident say of it: each thing as the newest says that speaks of it. Title and place go by
 * those outside closed spans alone, and without any by what the opening report gave.
 */
final class Account {

    /**
     * So much of each thing is remembered, because what reports say is text, and an incident may be spoken of for days.
     * Only when all of it was struck would an older word hold again; then nothing does. Title and place that hold are
     * never forgotten for later ones that do not count.
     */
    static final int REMEMBERED_MAX = 64;

    private final Register<String> titles;
    private final Register<Placed> places;
    private final Register<Methane> methane;
    private final Register<Charge> crimes;
    private final Register<ExternalRef> refs;
    private final Register<List<Link>> links;
    private String madeTitle;
    private Placed opening;
    private String title;
    private Placed place;
    private @Nullable List<Link> shownLinks;

    /** Whether it is a crime, and its number. */
    public record Charge(Crime crime, @Nullable String ref) {}

    /**
     * The same for a snapshot.
     *
     * @param madeTitle while no report gives one
     * @param opening the place, while no report says where
     */
    public record State(String madeTitle, Placed.State opening, List<Said<String>> titles,
            List<Said<Placed.State>> places, List<Said<Methane>> methane, List<Said<Charge>> crimes,
            List<Said<ExternalRef>> refs, List<Said<List<Link>>> links) {

        public State {
            titles = List.copyOf(titles);
            places = List.copyOf(places);
            methane = List.copyOf(methane);
            crimes = List.copyOf(crimes);
            refs = List.copyOf(refs);
            links = List.copyOf(links);
        }

        /** Of an incident that nobody spoke of yet. */
        static State opened(String madeTitle, Placed place) {
            return new State(madeTitle, place.state(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), List.of());
        }
    }

    Account(State state, Function<List<String>, AreaSet> sets, Predicate<Moment> counts) {
        madeTitle = state.madeTitle();
        opening = state.opening().restore(sets);
        titles = new Register<>(state.titles());
        places = new Register<>(state.places()
                .stream()
                .map(said -> new Said<>(said.when(), said.what().restore(sets)))
                .toList());
        methane = new Register<>(state.methane());
        crimes = new Register<>(state.crimes());
        refs = new Register<>(state.refs());
        links = new Register<>(state.links());
        title = madeTitle;
        place = opening;
        choose(counts);
    }

    State state() {
        return new State(madeTitle, opening.state(), titles.all(),
                places.all()
                        .stream()
                        .map(said -> new Said<>(said.when(), said.what().state()))
                        .toList(),
                methane.all(), crimes.all(), refs.all(), links.all());
    }

    /** Stands in place of what the opening report gave before; {@link #choose} is to follow. */
    void open(Moment when, String newTitle, Placed newPlace, Predicate<Moment> counts) {
        madeTitle = newTitle;
        opening = newPlace;
        places.put(when, newPlace, REMEMBERED_MAX, counts);
    }

    /**
     * Takes in a report; when closed spans changed by it, {@link #choose} is to follow.
     *
     * @param areas where its location lies
     * @param counts what lies outside closed spans
     */
    void add(Moment when, Report report, AreaSet areas, Predicate<Moment> counts) {
        if (report.title() != null) {
            titles.put(when, report.title(), REMEMBERED_MAX, counts);
        }
        if (report.location() != null) {
            places.put(when, new Placed(report.location(), areas), REMEMBERED_MAX, counts);
        }
        if ((report.title() != null || report.location() != null) && counts.test(when)) {
            choose(counts);
        }
        if (report.methane() != null) {
            methane.put(when, report.methane(), REMEMBERED_MAX);
        }
        if (report.crime() != null) {
            crimes.put(when, new Charge(report.crime(), report.crimeRef()), REMEMBERED_MAX);
        }
        if (report.externalRef() != null) {
            refs.put(when, report.externalRef(), REMEMBERED_MAX);
        }
        if (!report.links().isEmpty()) {
            links.put(when, report.links(), REMEMBERED_MAX);
            shownLinks = null;
        }
    }

    /** Takes out what a report said; {@link #choose} is to follow. */
    void strike(Moment when) {
        titles.remove(when);
        places.remove(when);
        methane.remove(when);
        crimes.remove(when);
        refs.remove(when);
        if (links.remove(when) != null) {
            shownLinks = null;
        }
    }

    /** Finds title and place anew. */
    void choose(Predicate<Moment> counts) {
        String said = titles.holds(counts);
        title = said == null ? madeTitle : said;
        Placed told = places.holds(counts);
        place = told == null ? opening : told;
    }

    /** Puts the place, wherever it was told of, in other areas because the map changed. */
    void relocate(AreaSet to) {
        Spot spot = Spot.of(place.location());
        opening = opening.relocated(spot, to);
        places.replaceAll(told -> told.relocated(spot, to));
        place = place.relocated(spot, to);
    }

    String title() {
        return title;
    }

    Placed place() {
        return place;
    }

    Placed opening() {
        return opening;
    }

    @Nullable
    Methane methane() {
        return methane.holds();
    }

    @Nullable
    Charge charge() {
        return crimes.holds();
    }

    @Nullable
    ExternalRef externalRef() {
        return refs.holds();
    }

    /** The newest relation to each other incident, in the order they were told. */
    List<Link> links() {
        List<Link> now = shownLinks;
        if (now == null) {
            now = foldedLinks();
            shownLinks = now;
        }
        return now;
    }

    private List<Link> foldedLinks() {
        Map<UUID, Link> newest = new LinkedHashMap<>();
        for (Said<List<Link>> said : links.all()) {
            for (Link link : said.what()) {
                newest.remove(link.incident());
                newest.put(link.incident(), link);
            }
        }
        return List.copyOf(newest.values());
    }
}
