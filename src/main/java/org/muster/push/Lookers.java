package org.muster.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at which alert at this moment, on all event loops. It is no entry and on no disk: with the connection it is
 * gone. Several screens of one name are one. Any thread.
 */
final class Lookers {

    /** For each alert, in the order in which they came, how many screens of each name show it. */
    private final Map<UUID, Map<String, Integer>> screens = new HashMap<>();
    private final List<Lookout> lookouts = new ArrayList<>();

    /** What one more event loop knows of it. */
    synchronized Lookout lookout() {
        Lookout lookout = new Lookout(this);
        screens.keySet().forEach(lookout::stir);
        lookouts.add(lookout);
        return lookout;
    }

    /** A screen turned from one alert to another; null for none. */
    synchronized void turn(String who, @Nullable UUID from, @Nullable UUID to) {
        if (from != null) {
            count(from, who, -1);
        }
        if (to != null) {
            count(to, who, 1);
        }
    }

    /** Who looks at an alert, in the order in which they came. */
    synchronized List<String> at(UUID alert) {
        return List.copyOf(screens.getOrDefault(alert, Map.of()).keySet());
    }

    private void count(UUID alert, String who, int by) {
        Map<String, Integer> there = screens.computeIfAbsent(alert, any -> new LinkedHashMap<>());
        if (there.merge(who, by, Integer::sum) == 0) {
            there.remove(who);
        }
        if (there.isEmpty()) {
            screens.remove(alert);
        }
        lookouts.forEach(lookout -> lookout.stir(alert));
    }
}
