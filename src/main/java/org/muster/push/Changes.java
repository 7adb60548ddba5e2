package org.muster.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Unit;
import org.muster.view.Commit;
import org.muster.view.View;

/** What differs between an older view and a newer one. */
record Changes(List<Change<Area>> areas, List<Change<Incident>> incidents,
        List<Change<Protest>> protests, List<Change<Unit>> units, List<Change<Alert>> alerts) {

    /** One thing before and after; null where it is not there. */
    record Change<T>(@Nullable T before, @Nullable T after) {}

    /** Names of what may have changed, gathered from commits. */
    record Named(Set<String> areas, Set<UUID> incidents, Set<UUID> protests, Set<String> units,
            Set<UUID> alerts) {

        Named() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(),
                    new HashSet<>());
        }

        void add(Commit commit) {
            areas.addAll(commit.areas());
            incidents.addAll(commit.incidents());
            protests.addAll(commit.protests());
            units.addAll(commit.units());
            alerts.addAll(commit.alerts());
        }
    }

    /** Looks at everything in both views: for the few who did not see the view that all others saw last. */
    static Changes between(View from, View to) {
        return new Changes(
                differing(union(from.areas().keySet(), to.areas().keySet()), from.areas()::get,
                        to.areas()::get),
                differing(union(from.incidents().ids(), to.incidents().ids()),
                        from.incidents()::get, to.incidents()::get),
                differing(union(from.protests().ids(), to.protests().ids()), from.protests()::get,
                        to.protests()::get),
                differing(union(from.units().keySet(), to.units().keySet()), from.units()::get,
                        to.units()::get),
                differing(union(from.alerts().ids(), to.alerts().ids()), from.alerts()::get,
                        to.alerts()::get));
    }

    /** Looks only at what commits named. */
    static Changes between(View from, View to, Named named) {
        return new Changes(differing(named.areas(), from.areas()::get, to.areas()::get),
                differing(named.incidents(), from.incidents()::get, to.incidents()::get),
                differing(named.protests(), from.protests()::get, to.protests()::get),
                differing(named.units(), from.units()::get, to.units()::get),
                differing(named.alerts(), from.alerts()::get, to.alerts()::get));
    }

    private static <K> Set<K> union(Set<K> from, Set<K> to) {
        Set<K> keys = new HashSet<>(to);
        keys.addAll(from);
        return keys;
    }

    private static <K, T> List<Change<T>> differing(Collection<K> keys,
            Function<? super K, @Nullable T> from, Function<? super K, @Nullable T> to) {
        List<Change<T>> changes = new ArrayList<>();
        for (K key : keys) {
            T before = from.apply(key);
            T after = to.apply(key);
            if (!Objects.equals(before, after)) {
                changes.add(new Change<>(before, after));
            }
        }
        return changes;
    }
}
