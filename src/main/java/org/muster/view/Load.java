package org.muster.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

import org.muster.model.Alert;
import org.muster.model.Annunciation;

/**
 * What the alerts asked of people in the last day, and when the engine last showed that it works.
 *
 * @param day annunciations by their entries, oldest first
 * @param engineTestedAt when an alert about the engine was last raised or ended; null when none ever was
 */
public record Load(PSortedMap<Long, Annunciation> day, @Nullable Instant engineTestedAt) {

    /** So often within so long an alert comes and goes that chatters (ISA-18.2). */
    private static final int CYCLES = 3;
    private static final Duration CHATTER = Duration.ofMinutes(1);

    public static final Load NONE = new Load(TreePMap.empty(), null);

    /** With these as well, without those that are a day old. */
    public Load with(List<Annunciation> fresh, Collection<Alert> alerts, Instant now) {
        PSortedMap<Long, Annunciation> next = day;
        for (Annunciation one : fresh) {
            next = next.plus(one.seq(), one);
        }
        while (!next.isEmpty() && (next.size() > Annunciation.KEPT_MAX
                || next.firstEntry().getValue().isPast(now))) {
            next = next.minus(next.firstKey());
        }
        Instant tested = engineTestedAt;
        for (Alert alert : alerts) {
            if (alert.subject().ofEngine()) {
                tested = later(later(tested, alert.raisedAt()), alert.clearedAt());
            }
        }
        return new Load(next, tested);
    }

    /** Those since a moment, newest first. */
    public List<Annunciation> since(Instant moment, Predicate<Annunciation> wanted) {
        List<Annunciation> found = new ArrayList<>();
        for (Annunciation one : day.descendingMap().values()) {
            if (!one.at().isAfter(moment)) {
                break;
            }
            if (wanted.test(one)) {
                found.add(one);
            }
        }
        return found;
    }

    /** Alerts, of those wanted, that came and went three times within a minute since then; and how often they went. */
    public Map<UUID, Integer> chattering(Instant since, Predicate<Annunciation> wanted) {
        Map<UUID, List<Instant>> over = new LinkedHashMap<>();
        since(since, one -> one.kind() == Annunciation.Kind.OVER && wanted.test(one)).forEach(
                one -> over.computeIfAbsent(one.alert(), _ -> new ArrayList<>()).add(one.at()));
        Map<UUID, Integer> chattering = new LinkedHashMap<>();
        over.forEach((alert, newestFirst) -> {
            for (int i = CYCLES - 1; i < newestFirst.size(); i++) {
                Instant first = newestFirst.get(i);
                if (!newestFirst.get(i - CYCLES + 1).isAfter(first.plus(CHATTER))) {
                    chattering.put(alert, newestFirst.size());
                }
            }
        });
        return chattering;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
