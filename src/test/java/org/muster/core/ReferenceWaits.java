package org.muster.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Since when conditions hold and ends do, the slow way. */
final class ReferenceWaits<K> {

    private final Map<K, Hold> holds = new HashMap<>();
    private final Map<K, End> ends = new HashMap<>();

    /** @param isKnown whether the evidence is certain */
    record Hold(long version, Instant since, List<Long> evidence, boolean isKnown) {}

    private record End(long version, Instant since) {}

    void forget(Predicate<K> those) {
        holds.keySet().removeIf(those);
        ends.keySet().removeIf(those);
    }

    /** Entries touched what is held. */
    void touched(Function<K, ReferenceTouches.@Nullable Touched> by) {
        holds.replaceAll((key, hold) -> {
            ReferenceTouches.Touched its = by.apply(key);
            return its == null ? hold
                    : new Hold(hold.version(), hold.since(),
                            ReferenceTouches.joined(hold.evidence(), its.entries()),
                            hold.isKnown() && its.isKnown());
        });
    }

    void breaks(K key) {
        holds.remove(key);
    }

    void stands(K key) {
        ends.remove(key);
    }

    /** What was waited for; null when nothing was. */
    @Nullable
    Hold hold(K key) {
        return holds.get(key);
    }

    boolean hasHeld(K key, long version, Instant now, int seconds, Instant notBefore,
            ReferenceTouches.Touched touched) {
        Hold hold = holds.get(key);
        if (hold != null && hold.version() != version) {
            holds.remove(key);
            hold = null;
        }
        if (hold == null) {
            if (seconds == 0 && !now.isBefore(notBefore)) {
                return true;
            }
            hold = new Hold(version, now, touched.entries(), touched.isKnown());
            holds.put(key, hold);
        }
        return !now.isBefore(hold.since().plusSeconds(seconds)) && !now.isBefore(notBefore);
    }

    boolean hasEnded(K key, long version, Instant now, int seconds) {
        End end = ends.get(key);
        if (end == null || end.version() != version) {
            end = new End(version, now);
            ends.put(key, end);
        }
        return !now.isBefore(end.since().plusSeconds(seconds));
    }
}
