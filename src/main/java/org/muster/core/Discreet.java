package org.muster.core;

import java.util.List;

import org.muster.model.Methane;

/** What is left to show of what was said in confidence. */
final class Discreet {

    private Discreet() {}

    /** The figures alone, without words of the place, the kind, the hazards and the access. */
    static Methane methane(Methane full) {
        return new Methane(full.major(), null, null, List.of(), null, full.casualties(),
                full.services());
    }
}
