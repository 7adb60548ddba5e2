package org.muster.exercise.load;

/** Two counts that must be equal, such as what was accepted and what was found stored. */
public record Check(String what, long expected, long found) {

    /** Whether they are. */
    public boolean isHeld() {
        return expected == found;
    }
}
