package org.muster.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.AlertState;
import org.muster.model.Annunciation;
import org.muster.model.Annunciation.Kind;
import org.muster.model.CredentialChange;
import org.muster.model.Desk;
import org.muster.model.Entry;
import org.muster.model.Settings;

/**
 * How much the alerts ask of the people at each desk: who was called in the last minutes, and where that is a flood.
 * Costs, for each annunciation that comes and once more when it is ten minutes old, one look at each desk.
 */
final class Load {

    /** More desks than this a control room has not; those that come later are not measured. */
    static final int DESKS_MAX = 1_000;

    private static final long WINDOW_MILLIS = Desk.WINDOW.toMillis();

    private final Deque<Annunciation> day = new ArrayDeque<>();
    private final Deque<Annunciation> window = new ArrayDeque<>();
    private final TreeMap<String, DeskTrack> desks = new TreeMap<>();
    private final TreeSet<String> unsettled = new TreeSet<>();
    private int fresh;
    private long expiry = FactRow.NEVER;
    private boolean isChanged;

    /** Everything of it, for a snapshot. */
    public record State(List<Annunciation> day, List<DeskTrack.State> desks) {

        public State {
            day = List.copyOf(day);
            desks = List.copyOf(desks);
        }
    }

    State state() {
        return new State(List.copyOf(day), desks.values().stream().map(DeskTrack::state).toList());
    }

    /** @param now up to when the windows reach */
    void restore(State state, long now) {
        state.desks().forEach(desk -> put(new DeskTrack(desk)));
        for (Annunciation one : state.day()) {
            day.add(one);
            if (one.calls() && one.at().toEpochMilli() > now - WINDOW_MILLIS) {
                call(one);
            }
        }
        fresh = day.size();
    }

    /** A credential was made or revoked: a desk, if it is of somebody who works alerts. */
    void credential(CredentialChange change) {
        DeskTrack known = desks.get(change.name());
        switch (change.kind()) {
            case CREATED -> {
                boolean works = switch (change.role()) {
                    case CONTROLLER, SUPERVISOR -> true;
                    case VIEWER, FIELD, AUDITOR, ADMIN -> false;
                };
                if (works && (known != null || desks.size() < DESKS_MAX)) {
                    DeskTrack desk = new DeskTrack(change);
                    window.forEach(one -> call(desk, one, 1));
                    put(desk);
                }
            }
            case REVOKED -> {
                if (known != null && known.isOf(change.credential())) {
                    remove(known);
                }
            }
        }
    }

    /** An alert was raised, or an entry of it was taken in. */
    void note(Entry entry, AlertTrack alert, boolean wasHidden) {
        Kind kind = alert.about().drill() || alert.about().what().ofEngine() || alert.isHidden()
                ? null
                : kind(entry, alert, wasHidden);
        if (kind != null) {
            boolean isOld = kind == Kind.RETURNED || kind == Kind.ESCALATED;
            var said = new Annunciation(entry.seq(), entry.at(), kind, alert.id(), alert.rule(),
                    alert.about().what(), alert.finding().severity(), alert.areas(),
                    isOld ? entry.at() : alert.finding().effectiveAt(), alert.finding().late());
            keep(said);
        }
    }

    private static @Nullable Kind kind(Entry entry, AlertTrack alert, boolean wasHidden) {
        return switch (entry.body()) {
            case Entry.AlertRaised _ -> Kind.RAISED;
            case Entry.AlertUpdated body -> switch (body.change()) {
                case RAISED_AGAIN -> Kind.RAISED_AGAIN;
                case ESCALATED -> Kind.ESCALATED;
                case MOVED, SHELF_ENDING, REARMED -> null;
            };
            case Entry.AlertCleared _ ->
                    entry.actor().equals(Actor.SYSTEM.name()) ? Kind.OVER : null;
            case Entry.AlertUnshelved _,Entry.AlertSuppressed _ ->
                    wasHidden && alert.state() == AlertState.UNACKNOWLEDGED ? Kind.RETURNED : null;
            default -> null;
        };
    }

    void evolve(Entry entry, Entry.FloodStarted body) {
        DeskTrack desk = desks.get(body.desk());
        if (desk != null) {
            desk.flood(entry.at());
            isChanged = true;
        }
    }

    void evolve(Entry entry, Entry.FloodEnded body) {
        DeskTrack desk = desks.get(body.desk());
        if (desk != null) {
            desk.dry(entry.at());
            isChanged = true;
        }
    }

    /** Moves the windows to {@code now}. */
    void advance(long now) {
        while (!window.isEmpty() && window.getFirst().at().toEpochMilli() <= now - WINDOW_MILLIS) {
            forget(window.removeFirst());
        }
        Instant moment = Instant.ofEpochMilli(now);
        while (!day.isEmpty() && day.getFirst().isPast(moment)) {
            day.removeFirst();
        }
        fresh = Math.min(fresh, day.size());
        if (expiry <= now) {
            expire(moment);
        }
    }

    /** Floods that begin or end. Changes nothing. */
    List<Draft> follow(Settings settings) {
        if (unsettled.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        for (String name : List.copyOf(unsettled)) {
            DeskTrack desk = desks.get(name);
            Entry.Body due = desk == null ? null : desk.due();
            if (desk == null || due == null) {
                unsettled.remove(name);
            } else {
                drafts.add(new Draft(Actor.SYSTEM.name(), within(desk.areas(), settings), due));
            }
        }
        return drafts;
    }

    /** When, by time alone, a flood may end at the earliest; {@link FactRow#NEVER} without one. */
    long dueAt() {
        return window.isEmpty() || desks.values().stream().noneMatch(DeskTrack::isFlooded)
                ? FactRow.NEVER
                : window.getFirst().at().toEpochMilli() + WINDOW_MILLIS;
    }

    /** All desks, when one is another since the last call; else null. */
    @Nullable
    Map<String, Desk> takeDesks() {
        if (!isChanged) {
            return null;
        }
        isChanged = false;
        Map<String, Desk> all = HashMap.newHashMap(desks.size());
        desks.values().forEach(desk -> all.put(desk.name(), desk.shown()));
        return all;
    }

    /** Annunciations since the last call that are kept, oldest first. */
    List<Annunciation> takeFresh() {
        List<Annunciation> taken = new ArrayList<>(fresh);
        for (Iterator<Annunciation> newest = day.descendingIterator(); taken.size() < fresh;) {
            taken.add(newest.next());
        }
        fresh = 0;
        return taken.reversed();
    }

    private void keep(Annunciation said) {
        day.add(said);
        if (said.calls()) {
            call(said);
        }
        if (day.size() > Annunciation.KEPT_MAX && day.removeFirst().equals(window.peekFirst())) {
            forget(window.removeFirst());
        }
        fresh = Math.min(fresh + 1, day.size());
    }

    private void call(Annunciation said) {
        window.add(said);
        desks.values().forEach(desk -> call(desk, said, 1));
    }

    private void forget(Annunciation said) {
        desks.values().forEach(desk -> call(desk, said, -1));
    }

    private void call(DeskTrack desk, Annunciation said, int more) {
        if (desk.isConcernedBy(said.areas())) {
            desk.count(more);
            unsettled.add(desk.name());
            isChanged = true;
        }
    }

    private void put(DeskTrack desk) {
        desks.put(desk.name(), desk);
        unsettled.add(desk.name());
        Instant expires = desk.expiresAt();
        expiry = Math.min(expiry, expires == null ? FactRow.NEVER : expires.toEpochMilli());
        isChanged = true;
    }

    private void remove(DeskTrack desk) {
        desks.remove(desk.name());
        isChanged = true;
    }

    private void expire(Instant now) {
        expiry = FactRow.NEVER;
        for (DeskTrack desk : List.copyOf(desks.values())) {
            Instant expires = desk.expiresAt();
            if (expires != null && !expires.isAfter(now)) {
                remove(desk);
            } else if (expires != null) {
                expiry = Math.min(expiry, expires.toEpochMilli());
            }
        }
    }

    /** Areas with all that they lie in, in no order that means anything; none for none. */
    private static List<String> within(List<String> areas, Settings settings) {
        Map<String, String> parents = new HashMap<>();
        settings.areas().forEach(area -> {
            if (area.parent() != null) {
                parents.put(area.id(), area.parent());
            }
        });
        Set<String> all = new LinkedHashSet<>(areas);
        for (String area : areas) {
            for (String above = parents.get(area); above != null
                    && all.add(above); above = parents.get(above)) {
            }
        }
        return List.copyOf(all);
    }
}
