package org.muster.push;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.muster.view.View;

/**
 * Makes large messages away from the event loop, once for all who ask until they are made: a thousand screens that come
 * back at once cost one picture.
 */
final class Rendering {

    private final Hub hub;
    private final Function<View, List<byte[]>> make;
    private List<Watcher> waiting = new ArrayList<>();
    private boolean underWay;

    Rendering(Hub hub, Function<View, List<byte[]>> make) {
        this.hub = hub;
        this.make = make;
    }

    /** Calls {@link Watcher#shown} later, on the hub's thread. */
    void want(Watcher watcher) {
        waiting.add(watcher);
        if (underWay) {
            return;
        }
        underWay = true;
        View view = hub.newest();
        hub.away(() -> make.apply(view), messages -> made(view, messages),
                () -> each(Watcher::failed));
    }

    private void made(View view, List<byte[]> messages) {
        each(watcher -> watcher.shown(view, messages));
    }

    private void each(Consumer<Watcher> action) {
        finish().forEach(watcher -> hub.alone(watcher, action));
    }

    private List<Watcher> finish() {
        List<Watcher> served = waiting;
        waiting = new ArrayList<>();
        underWay = false;
        return served;
    }
}
