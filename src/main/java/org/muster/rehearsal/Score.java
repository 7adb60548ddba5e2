package org.muster.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Entry;
import org.muster.model.Finding;

/** Keeps account of the alerts that entries tell of, from a moment on. The engine's own are none of anybody's. */
final class Score {

    private final Instant from;
    private final Map<UUID, Key> keys = new HashMap<>();
    private final Map<Key, UUID> newest = new HashMap<>();
    private final Map<Key, Episode> standing = new HashMap<>();
    private final Map<Key, List<Episode>> over = new TreeMap<>();

    /** @param from what was raised before counts nothing */
    Score(Instant from) {
        this.from = from;
    }

    /** An alert that is there already. */
    void known(Alert alert) {
        name(alert.id(), new Key(alert.rule(), alert.subject(), alert.drill()));
    }

    /** Takes in the next entry. */
    void take(Entry entry) {
        switch (entry.body()) {
            case Entry.AlertRaised it -> {
                name(it.alert(), new Key(it.rule(), it.subject(), it.drill()));
                raised(it.alert(), it.finding(), entry.at());
            }
            case Entry.AlertUpdated it -> raised(it.alert(), it.finding(), entry.at());
            case Entry.AlertCleared it -> {
                Key key = keys.get(it.alert());
                Episode episode = key == null ? null : standing.remove(key);
                if (key != null && episode != null) {
                    over.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(episode.ended(entry.at()));
                }
            }
            default -> {
            }
        }
    }

    /** Forgets what was raised so far; alerts are still known. */
    void begin() {
        standing.clear();
        over.clear();
    }

    /** What an alert is about. */
    Optional<Key> about(UUID alert) {
        return Optional.ofNullable(keys.get(alert));
    }

    /** The newest alert of a rule about something. */
    Optional<UUID> newest(Key key) {
        return Optional.ofNullable(newest.get(key));
    }

    /** All of it, each in the order of time. */
    Map<Key, List<Episode>> episodes() {
        Map<Key, List<Episode>> all = new TreeMap<>();
        over.forEach((key, list) -> all.put(key, new ArrayList<>(list)));
        standing.forEach((key, last) -> all.computeIfAbsent(key, _ -> new ArrayList<>()).add(last));
        return all;
    }

    private void name(UUID alert, Key key) {
        keys.put(alert, key);
        newest.put(key, alert);
    }

    private void raised(UUID alert, @Nullable Finding finding, Instant at) {
        Key key = keys.get(alert);
        if (key == null || finding == null || key.subject().type() == AlertSubject.Type.ENGINE
                || at.isBefore(from)) {
            return;
        }
        Episode before = standing.get(key);
        String discreet = finding.discreet();
        standing.put(key,
                before != null ? before.again(finding.severity())
                        : new Episode(key, finding.severity(), finding.late(),
                                discreet == null ? finding.message() : discreet, at, null, 1));
    }
}
