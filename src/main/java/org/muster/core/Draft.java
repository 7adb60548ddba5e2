package org.muster.core;

import java.util.List;

import org.muster.model.Entry;

/**
 * An entry that has no number and time yet; the recorder gives both.
 *
 * @param actor who caused it
 * @param areas the areas it concerns, smallest first; empty when it concerns none
 */
public record Draft(String actor, List<String> areas, Entry.Body body) {

    public Draft {
        areas = List.copyOf(areas);
    }
}
