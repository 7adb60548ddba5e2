package org.muster.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.access.Credential;
import org.muster.journal.JournalReader;
import org.muster.metrics.StreamMeters;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.StoredEntry;
import org.muster.view.Commit;
import org.muster.view.View;

/**
 * The watchers of one event loop. Everything here happens on that loop, except what is said to be called from another
 * thread. Whoever owns it calls {@link #tick()} at every beat.
 */
public final class Hub {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    /** So many reports are measured between two looks of the loop; a loop that is further behind is slow for sure. */
    private static final int TIMED_MAX = 10_000;

    private final Watchers house;
    private final Executor loop;
    private final Recording recording;
    private final Set<Watcher> watchers = new LinkedHashSet<>();
    private final Map<Subscription, Group> groups = new HashMap<>();
    private final Pages pages = new Pages(this);
    private final Lookout lookout;
    private final AtomicBoolean awake = new AtomicBoolean();

    private final Object handOver = new Object();
    private View newest;
    private Changes.Named named = new Changes.Named();
    private List<Long> unpushed = new ArrayList<>();

    private View view;
    private IdentityHashMap<View, Changes> changes = new IdentityHashMap<>();
    private Rendered rendered;
    private volatile long lagEntries;
    private long written;

    Hub(Watchers house, Executor loop, Recording recording, View view) {
        this.house = house;
        this.loop = loop;
        this.recording = recording;
        this.newest = view;
        this.view = view;
        this.rendered = new Rendered(view);
        this.lookout = house.lookers().lookout();
    }

    /** Somebody connected; whoever owns the sink tells the watcher what happens on it. */
    public Watcher open(Sink sink, Credential credential) {
        Watcher watcher = new Watcher(this, sink, credential);
        watchers.add(watcher);
        house.meters().opened();
        return watcher;
    }

    /** One beat: figures that changed, signs of life, deadlines. */
    public void tick() {
        nextView();
        groups.values().forEach(Group::forgetUpdates);
        long now = now();
        lookout.tick(view, now);
        long lag = 0;
        for (Watcher watcher : List.copyOf(watchers)) {
            alone(watcher, it -> it.tick(now));
            lag = Math.max(lag, watcher.lag());
        }
        lagEntries = lag;
        house.lagKnown();
        groups.values().forEach(Group::forgetUpdates);
        changes = new IdentityHashMap<>();
        rendered = new Rendered(view);
    }

    /** Called on the writer's thread: a commit is in the ring. */
    void note(Commit commit) {
        synchronized (handOver) {
            newest = commit.view();
            named.add(commit);
            if (unpushed.size() < TIMED_MAX) {
                unpushed.addAll(commit.readNanos());
            }
        }
        if (!commit.entries().isEmpty() && awake.compareAndSet(false, true)) {
            loop.execute(this::pump);
        }
    }

    /** Called from any thread: does something for each watcher, on the loop. */
    void each(Consumer<Watcher> action) {
        loop.execute(() -> List.copyOf(watchers).forEach(watcher -> alone(watcher, action)));
    }

    /** Does something for one of many watchers: if it fails, that one is closed and the others go on. */
    void alone(Watcher watcher, Consumer<Watcher> action) {
        try {
            action.accept(watcher);
        } catch (RuntimeException failure) {
            LOG.error("A stream failed and is closed", failure);
            try {
                watcher.close(Close.OUR_FAULT, new Rejection(Rejection.Code.INTERNAL,
                        "This stream failed; resume from the last cursor"));
            } catch (RuntimeException again) {
                LOG.debug("A stream that failed cannot be closed in order either", again);
                watcher.cut();
            }
        }
    }

    private void pump() {
        awake.set(false);
        List<Long> reports;
        synchronized (handOver) {
            reports = unpushed;
            unpushed = new ArrayList<>();
        }
        long before = written;
        for (Group group : List.copyOf(groups.values())) {
            group.pump();
        }
        if (written > before) {
            long now = now();
            reports.forEach(read -> house.meters().pushed(now - read));
        }
    }

    private void nextView() {
        View before = view;
        Changes.Named names;
        synchronized (handOver) {
            view = newest;
            names = named;
            named = new Changes.Named();
        }
        changes = new IdentityHashMap<>();
        rendered = new Rendered(view);
        // New settings may take areas away without naming them.
        if (Objects.equals(before.settings(), view.settings())) {
            changes.put(before, Changes.between(before, view, names));
        }
    }

    Group join(Watcher watcher, Subscription subscription) {
        Group group = groups.computeIfAbsent(subscription, key -> new Group(this, key));
        group.add(watcher);
        return group;
    }

    void leave(Watcher watcher) {
        if (!watchers.remove(watcher)) {
            return;
        }
        Group group = watcher.group();
        if (group != null && group.remove(watcher)) {
            groups.remove(group.subscription(), group);
        }
        house.meters().closed();
    }

    /** Does something that blocks or takes long, then goes on here with what came of it. */
    <T> void away(Supplier<T> work, Consumer<T> then, Runnable failed) {
        house.blocking().execute(() -> {
            T done;
            try {
                done = work.get();
            } catch (RuntimeException failure) {
                LOG.error("Streams that waited for this are closed", failure);
                loop.execute(failed);
                return;
            }
            loop.execute(() -> then.accept(done));
        });
    }

    /** Hands something to the writer, then goes on here with what became of it. */
    void record(Command command, Consumer<Outcome> then) {
        var _ = recording.submit(command)
                .thenAccept(outcome -> loop.execute(() -> then.accept(outcome)));
    }

    /** The newest view of which this hub has heard; everything shown comes from this line of views. */
    View newest() {
        synchronized (handOver) {
            return newest;
        }
    }

    /** A message with entries went out to one of the watchers. */
    void wrote() {
        written++;
    }

    /** The view of the present beat. */
    View view() {
        return view;
    }

    Changes changesSince(View told) {
        return changes.computeIfAbsent(told, from -> Changes.between(from, view));
    }

    Lookers lookers() {
        return house.lookers();
    }

    /** Who looks at what, as this hub's watchers are told. */
    Lookout lookout() {
        return lookout;
    }

    Rendered rendered() {
        return rendered;
    }

    Pages pages() {
        return pages;
    }

    Ring ring() {
        return house.ring();
    }

    Formers formers() {
        return house.formers();
    }

    JournalReader journal() {
        return house.journal();
    }

    StreamMeters meters() {
        return house.meters();
    }

    Pace pace() {
        return house.pace();
    }

    /** The form in which every entry is shown that a view holds. */
    Function<StoredEntry, byte[]> shownBy(View newest) {
        return entry -> house.shown().bytes(entry, newest);
    }

    /** The newest view of all: for a cursor that a client brings, and for what is sensitive by now. */
    View published() {
        return house.published();
    }

    String epoch() {
        return view.cursor().epoch();
    }

    long now() {
        return house.nanos().getAsLong();
    }

    /** How far the last of its watchers is behind; any thread. */
    long lagEntries() {
        return lagEntries;
    }
}
