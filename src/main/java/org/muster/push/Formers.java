package org.muster.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Unit;
import org.muster.view.Commit;
import org.muster.view.View;

/**
 * Things as they were when somebody was shown them who is not any more, since the service started: they left an area, or
 * are void, or their reporter's report was struck. So a watcher who comes back is told what left meanwhile. The writer's
 * thread adds, any thread reads.
 */
final class Formers {

    private final Kind<UUID, Incident> incidents = new Kind<>(Formers::isShownAsWidely);
    private final Kind<UUID, Protest> protests = new Kind<>(Formers::isShownAsWidely);
    private final Kind<String, Unit> units = new Kind<>(
            (then, now) -> now.areas().equals(then.areas()));

    /** Notes what a commit moved. */
    void note(View before, Commit commit) {
        View after = commit.view();
        incidents.note(commit.incidents(), before.incidents()::get, after.incidents()::get);
        protests.note(commit.protests(), before.protests()::get, after.protests()::get);
        units.note(commit.units(), before.units()::get, after.units()::get);
    }

    /** Ids of incidents that this subscription saw once and does not see in this view. */
    Set<UUID> incidentsLeft(Subscription subscription, View view) {
        return incidents.left(subscription::sees, view.incidents()::get);
    }

    /** Ids of protests that this subscription saw once and does not see in this view. */
    Set<UUID> protestsLeft(Subscription subscription, View view) {
        return protests.left(subscription::sees, view.protests()::get);
    }

    /** Call signs of units that this subscription saw once and does not see in this view. */
    Set<String> unitsLeft(Subscription subscription, View view) {
        return units.left(subscription::sees, view.units()::get);
    }

    private static boolean isShownAsWidely(Incident then, Incident now) {
        return then.isVoid() || (!now.isVoid() && now.areas().equals(then.areas())
                && now.reporters().containsAll(then.reporters()));
    }

    private static boolean isShownAsWidely(Protest then, Protest now) {
        return then.isVoid() || (!now.isVoid() && now.areas().equals(then.areas()));
    }

    /** Former states of things of one kind: no two of a thing that the same people were shown. */
    private static final class Kind<K, T> {

        private final Map<K, List<T>> formers = new ConcurrentHashMap<>();
        private final BiPredicate<T, T> isShownAsWidely;

        /** @param isShownAsWidely whether all who were shown the first are shown the second */
        Kind(BiPredicate<T, T> isShownAsWidely) {
            this.isShownAsWidely = isShownAsWidely;
        }

        void note(Set<K> changed, Function<? super K, @Nullable T> before,
                Function<? super K, @Nullable T> after) {
            for (K id : changed) {
                T then = before.apply(id);
                T now = after.apply(id);
                if (then != null && (now == null || !isShownAsWidely.test(then, now))) {
                    formers.merge(id, List.of(then), this::added);
                }
            }
        }

        Set<K> left(Predicate<T> sees, Function<? super K, @Nullable T> present) {
            Set<K> left = new HashSet<>();
            formers.forEach((id, states) -> {
                T now = present.apply(id);
                if ((now == null || !sees.test(now)) && states.stream().anyMatch(sees)) {
                    left.add(id);
                }
            });
            return left;
        }

        private List<T> added(List<T> states, List<T> one) {
            T then = one.getFirst();
            if (states.stream().anyMatch(state -> isShownAsWidely.test(then, state))) {
                return states;
            }
            List<T> more = new ArrayList<>(states);
            more.add(then);
            return List.copyOf(more);
        }
    }
}
