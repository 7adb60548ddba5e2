package org.muster.push;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.view.View;

/** The watchers of one hub who see the same. Each message's bytes are made once for all who stand at the same place. */
final class Group {

    private final Hub hub;
    private final Subscription subscription;
    private final Set<Watcher> members = new LinkedHashSet<>();
    private final Map<Long, Stretch> stretches = new HashMap<>();
    private @Nullable View stretchesBy;
    private final IdentityHashMap<View, List<byte[]>> updates = new IdentityHashMap<>();
    private final Map<Long, List<byte[]>> looked = new HashMap<>();
    private final Rendering pictures;
    private final Rendering wholes;

    Group(Hub hub, Subscription subscription) {
        this.hub = hub;
        this.subscription = subscription;
        this.pictures = new Rendering(hub, view -> Updates.picture(subscription, view));
        this.wholes = new Rendering(hub, view -> Updates.whole(subscription, view, hub.formers()));
    }

    Subscription subscription() {
        return subscription;
    }

    void add(Watcher watcher) {
        members.add(watcher);
    }

    /** Whether nobody is left. */
    boolean remove(Watcher watcher) {
        members.remove(watcher);
        return members.isEmpty();
    }

    /** Lets every member have what is new in the record. */
    void pump() {
        stretches.clear();
        for (Watcher member : List.copyOf(members)) {
            hub.alone(member, Watcher::pump);
        }
        stretches.clear();
    }

    /** The next piece of the record after {@code from}, or null when the ring does not hold it. */
    @Nullable
    Stretch after(long from) {
        Ring ring = hub.ring();
        long head = ring.head();
        // Read after the head: a view is published before its entries come into the ring.
        View newest = hub.published();
        forgetStretchesBefore(newest);
        Stretch known = stretches.get(from);
        if (known != null) {
            return known;
        }
        Stretch made = Stretch.of(subscription, hub.epoch(), from, Stretch.end(from, head),
                ring::get, hub.shownBy(newest));
        if (made != null) {
            stretches.put(from, made);
        }
        return made;
    }

    /** What was made under an older view may tell what has become sensitive since. */
    @SuppressWarnings("ReferenceEquality") // one published after the other; their contents would take long
    private void forgetStretchesBefore(View newest) {
        if (stretchesBy != newest) {
            stretches.clear();
            stretchesBy = newest;
        }
    }

    /** What changed from one view to the hub's present one; made once a beat. */
    List<byte[]> changedSince(View told) {
        List<byte[]> known = updates.get(told);
        if (known == null) {
            known = Updates.changed(subscription, hub.changesSince(told), hub.rendered());
            updates.put(told, known);
        }
        return known;
    }

    /** Who looks at alerts that may be seen, as far as that is another than at an earlier sight; made once a beat. */
    List<byte[]> lookersSince(Lookout.Sight before) {
        return looked.computeIfAbsent(before.number(), any -> {
            List<Lookout.Looked> seen = hub.lookout()
                    .changedSince(before)
                    .stream()
                    .filter(each -> subscription.sees(each.alert()))
                    .toList();
            return seen.isEmpty() ? List.of() : List.of(Messages.lookers(seen));
        });
    }

    /** A beat begins, or has ended: what was made for the last one is of no use any more. */
    void forgetUpdates() {
        looked.clear();
        updates.clear();
        stretches.clear();
    }

    Rendering pictures() {
        return pictures;
    }

    Rendering wholes() {
        return wholes;
    }
}
