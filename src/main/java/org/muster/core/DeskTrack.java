package org.muster.core;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Annunciation;
import org.muster.model.CredentialChange;
import org.muster.model.Desk;
import org.muster.model.Entry;

/** One desk: how often it was called lately, and whether that is a flood. */
final class DeskTrack {

    private final String name;
    private final String credential;
    private final List<String> areas;
    private final @Nullable Instant expiresAt;
    private final Deque<Desk.Flood> floods = new ArrayDeque<>();
    private @Nullable Instant floodSince;
    private int called;

    /** Everything of it, but what follows from the annunciations. */
    public record State(String name, String credential, List<String> areas,
            @Nullable Instant expiresAt, @Nullable Instant floodSince, List<Desk.Flood> floods) {

        public State {
            areas = List.copyOf(areas);
            floods = List.copyOf(floods);
        }
    }

    DeskTrack(CredentialChange made) {
        name = made.name();
        credential = made.credential();
        areas = made.areas();
        expiresAt = made.expiresAt();
    }

    DeskTrack(State saved) {
        name = saved.name();
        credential = saved.credential();
        areas = saved.areas();
        expiresAt = saved.expiresAt();
        floodSince = saved.floodSince();
        floods.addAll(saved.floods());
    }

    State state() {
        return new State(name, credential, areas, expiresAt, floodSince, List.copyOf(floods));
    }

    String name() {
        return name;
    }

    boolean isOf(String other) {
        return credential.equals(other);
    }

    List<String> areas() {
        return areas;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    boolean isConcernedBy(List<String> its) {
        return Desk.concerns(areas, its);
    }

    /** It was called so many times more, or less. */
    void count(int more) {
        called += more;
    }

    boolean isFlooded() {
        return floodSince != null;
    }

    /** The flood that begins or ends by what it was called lately; null when neither does. */
    Entry.@Nullable Body due() {
        if (floodSince == null) {
            return called > Desk.FLOOD_ABOVE ? new Entry.FloodStarted(name, called) : null;
        }
        return called < Desk.FLOOD_BELOW ? new Entry.FloodEnded(name, called) : null;
    }

    void flood(Instant at) {
        floodSince = at;
    }

    void dry(Instant at) {
        if (floodSince != null) {
            floods.add(new Desk.Flood(floodSince, at));
            floodSince = null;
            Instant dayAgo = at.minus(Annunciation.KEPT_FOR);
            floods.removeIf(flood -> flood.to().isBefore(dayAgo));
        }
    }

    Desk shown() {
        return new Desk(name, areas, floodSince, called, List.copyOf(floods));
    }
}
