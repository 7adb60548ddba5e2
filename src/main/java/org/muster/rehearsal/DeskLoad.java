package org.muster.rehearsal;

/**
 * What was asked of a desk.
 *
 * @param calls all of them
 * @param worst the most in ten minutes
 * @param shareAbove the part of the time, 0 to 1, in which the last ten minutes held more than anybody can work
 * @param floods how often that began
 */
public record DeskLoad(int calls, int worst, double shareAbove, int floods) {

    static final DeskLoad NONE = new DeskLoad(0, 0, 0, 0);
}
