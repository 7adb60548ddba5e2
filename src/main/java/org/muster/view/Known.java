package org.muster.view;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Things of one kind, each found by its id and ordered by the entry that made it known.
 *
 * @param bySeq by the entry that made them known, oldest first
 * @param seqs the number of that entry, by the thing's id
 */
public record Known<T>(PSortedMap<Long, T> bySeq, PMap<UUID, Long> seqs) {

    /** Nothing yet. */
    public static <T> Known<T> none() {
        return new Known<>(TreePMap.empty(), HashTreePMap.empty());
    }

    /** These and one more, or one of them anew. */
    public Known<T> with(UUID id, long seq, T thing) {
        Long before = seqs.get(id);
        PSortedMap<Long, T> others = before == null || before == seq ? bySeq : bySeq.minus(before);
        return new Known<>(others.plus(seq, thing), seqs.plus(id, seq));
    }

    /** The thing with this id, or null. */
    public @Nullable T get(UUID id) {
        Long seq = seqs.get(id);
        return seq == null ? null : bySeq.get(seq);
    }

    /** The ids of all. */
    public Set<UUID> ids() {
        return seqs.keySet();
    }

    /** All, the last to become known first. */
    public Collection<T> newestFirst() {
        return bySeq.descendingMap().values();
    }

    /** Those made known before the entry {@code seq}, the last first. */
    public Collection<T> newestFirst(long seq) {
        return bySeq.headMap(seq).descendingMap().values();
    }
}
