package org.muster.core;

import java.util.List;

import org.muster.model.CrowdMethod;

/**
 * A crowd's history, for a snapshot.
 *
 * @param windowMillis the window it was fused with
 * @param observers who estimated, by the index used in the rows
 * @param methods every method, by the index used in the rows
 * @param history what counts, in effective order, as {@link Packed} rows of: milliseconds since the one before, entries
 *     since the one before, observer, low, high above low, method, fused best
 * @param aside what does not count, likewise
 */
public record CrowdState(long windowMillis, List<String> observers, List<CrowdMethod> methods,
        String history, String aside) {

    public CrowdState {
        observers = List.copyOf(observers);
        methods = List.copyOf(methods);
    }
}
