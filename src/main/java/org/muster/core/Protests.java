package org.muster.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Clash;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Protest;

/**
 * Every protest, planned or not, from its first word on: they stay in memory until there is an index that answers for
 * them. What is due is looked at when it is, and nothing else; so a tick costs nothing while nothing happens.
 */
final class Protests {

    private final Map<UUID, ProtestTrack> protests = new LinkedHashMap<>();
    private final Set<ProtestTrack> changed = new LinkedHashSet<>();
    private final Set<UUID> stirred = new TreeSet<>();
    private final Set<UUID> off = new HashSet<>();
    private final DueTimes<UUID> dues = new DueTimes<>();
    private final Ledger.Fusing fusing;
    private final Consumer<ProtestTrack> touched;

    /** @param touched told of each whose facts may be others */
    Protests(Ledger.Fusing fusing, Consumer<ProtestTrack> touched) {
        this.fusing = fusing;
        this.touched = touched;
    }

    @Nullable
    ProtestTrack find(@Nullable UUID id) {
        return id == null ? null : protests.get(id);
    }

    /** The protest with this id; that there is none is our own fault. */
    ProtestTrack get(UUID id) {
        ProtestTrack track = protests.get(id);
        if (track == null) {
            throw new IllegalStateException("no protest " + id + " was ever known");
        }
        return track;
    }

    Collection<ProtestTrack> all() {
        return protests.values();
    }

    /** What a new map moves: what is not over, and what is over with units still there. */
    List<ProtestTrack> present() {
        return protests.values()
                .stream()
                .filter(track -> track.isPresent() || !track.post().units().isEmpty())
                .toList();
    }

    /** Plans that can clash with one of these: those of drills among themselves. */
    Iterable<Clashes.Candidate> candidates(boolean drill) {
        return () -> protests.values()
                .stream()
                .filter(track -> track.isDrill() == drill)
                .map(ProtestTrack::candidate)
                .iterator();
    }

    /** Somebody planned it. */
    void plan(Entry entry, Entry.ProtestPlanned body, Function<List<String>, AreaSet> sets,
            long now) {
        ProtestTrack track = add(
                ProtestState.known(body.protest(), entry.seq(), false, PlanState.of(body.plan()),
                        new ProtestState.Planning(entry.actor(), body.contentSha256()),
                        body.squareMetres(), entry.areas()),
                sets);
        clash(track, body.clashes());
        settle(track, now);
    }

    /** Somebody planned it anew. */
    ProtestTrack change(Entry entry, Entry.ProtestChanged body, AreaSet areas, long now) {
        ProtestTrack track = get(body.protest());
        track.change(body.plan(), body.squareMetres(), areas, entry.seq());
        clash(track, body.clashes());
        settle(track, now);
        return track;
    }

    void cancel(Moment when, UUID id, long now) {
        ProtestTrack track = get(id);
        track.cancel(when);
        settle(track, now);
    }

    void start(Entry.ProtestStarted body, long now) {
        ProtestTrack track = get(body.protest());
        track.start(body.startedAt());
        settle(track, now);
    }

    void end(Entry.ProtestEnded body, long now) {
        ProtestTrack track = get(body.protest());
        track.end(body.endedAt());
        settle(track, now);
    }

    /**
     * A report opens it, or stands in place of the one that did; it is to be added next.
     *
     * @param opening what the report says of it
     */
    ProtestTrack open(UUID id, Moment when, ReportRecorded body, Unplanned opening, AreaSet areas) {
        ProtestTrack track = find(id);
        if (track == null) {
            track = add(ProtestState.known(id, when.seq(), body.report().drill(),
                    PlanState.of(opening.plan()), null, null, areas.ids()), ids -> areas);
        } else {
            track.replan(opening.plan(), areas, when.seq());
        }
        track.opened(opening.at());
        clash(track, body.clashes());
        return track;
    }

    /** Counts a protest as it now is, and notes when to look at it again. */
    void settle(ProtestTrack track, long now) {
        dues.set(track.id(), track.settle(now));
        stirred.add(track.id());
        changed(track);
        if (track.isOff() ? off.add(track.id()) : off.remove(track.id())) {
            track.clashes().forEach(clash -> changed(get(clash.protest())));
        }
    }

    /** When the next is due by time alone; {@link ProtestLife#NEVER} if none. */
    long dueAt() {
        return dues.first();
    }

    /** Looks at what is due. */
    void advance(long now) {
        for (UUID id : dues.take(now)) {
            ProtestTrack track = get(id);
            dues.set(id, track.settle(now));
            stirred.add(id);
        }
    }

    /** What entries have to say by now of those that were looked at, by their ids. */
    List<Draft> follow(long now) {
        if (stirred.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        stirred.removeIf(id -> {
            ProtestTrack track = get(id);
            Entry.Body body = track.next(now);
            if (body != null) {
                drafts.add(new Draft(Actor.SYSTEM.name(), track.ledger().areas().ids(), body));
            }
            return body == null;
        });
        return drafts;
    }

    /** Instead of all clashes there were, those of each protest that has some. */
    void clash(Map<UUID, List<Clash>> clashes) {
        for (ProtestTrack track : protests.values()) {
            track.clash(clashes.getOrDefault(track.id(), List.of()));
            changed(track);
        }
    }

    /** Puts a protest in other areas because the map changed. */
    void relocate(ProtestTrack track, AreaSet areas) {
        track.relocate(areas);
        changed(track);
    }

    /** Fuses every crowd anew with the window in force. */
    void fuse(long now) {
        protests.values().forEach(track -> {
            track.ledger().fuse();
            settle(track, now);
        });
    }

    /** What is shown of it is not true any more. */
    void changed(ProtestTrack track) {
        changed.add(track);
        touched.accept(track);
    }

    /** Other alerts are open about it. */
    void alerted(ProtestTrack track) {
        changed.add(track);
    }

    /** Those of which something is not as it was shown. */
    Collection<ProtestTrack> changed() {
        return changed;
    }

    /** What it clashes with of what was known before it, in the order of their ids, as far as that is shown. */
    List<ProtestTrack> clashesBefore(ProtestTrack track) {
        return shownClashes(track).stream()
                .map(clash -> get(clash.protest()))
                .filter(other -> other.openedSeq() < track.openedSeq())
                .toList();
    }

    /** @param alerts those that are open, by protest */
    Map<UUID, Protest> takeChanged(Catalogue catalogue, Function<ProtestTrack, List<UUID>> alerts) {
        Map<UUID, Protest> taken = HashMap.newHashMap(changed.size());
        for (ProtestTrack track : changed) {
            taken.put(track.id(), track.shown(catalogue, shownClashes(track), alerts.apply(track)));
        }
        changed.clear();
        return taken;
    }

    List<ProtestState> state() {
        return protests.values().stream().map(ProtestTrack::state).toList();
    }

    /** @param sets the sets of areas, by whether it is a drill */
    void restore(List<ProtestState> states, Function<Boolean, Function<List<String>, AreaSet>> sets,
            long now) {
        states.forEach(state -> add(state, sets.apply(state.drill())));
        protests.values().forEach(track -> settle(track, now));
    }

    private ProtestTrack add(ProtestState state, Function<List<String>, AreaSet> sets) {
        ProtestTrack track = new ProtestTrack(state, fusing, sets);
        if (protests.putIfAbsent(track.id(), track) != null) {
            throw new IllegalStateException("protest " + track.id() + " was known before");
        }
        return track;
    }

    private void clash(ProtestTrack track, List<Clash> now) {
        track.clashes().forEach(clash -> {
            ProtestTrack other = get(clash.protest());
            other.clashNoMoreWith(track.id());
            changed(other);
        });
        track.clash(now);
        for (Clash clash : now) {
            ProtestTrack other = get(clash.protest());
            other.clashWith(new Clash(track.id(), clash.opposed(), clash.distance(), clash.from(),
                    clash.to()));
            changed(other);
        }
    }

    private List<Clash> shownClashes(ProtestTrack track) {
        if (track.isOff()) {
            return List.of();
        }
        return track.clashes().stream().filter(clash -> !get(clash.protest()).isOff()).toList();
    }
}
