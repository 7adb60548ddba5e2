package org.muster.model;

import java.util.List;

/**
 * What became of the crimes that were alleged within a time. Each allegation counts once: in one of the numbers, or as
 * missing.
 *
 * @param alleged all of them
 * @param recordedInTime within 24 hours of receipt
 * @param recordedLater after that
 * @param notACrime found to be none, with a reason
 * @param open nobody decided, and the 24 hours are not over
 * @param missing nobody decided, and they are; oldest first
 */
public record CrimeRegister(int alleged, int recordedInTime, int recordedLater, int notACrime,
        int open, List<Allegation> missing) {

    public CrimeRegister {
        missing = List.copyOf(missing);
        Valid.that(recordedInTime + recordedLater + notACrime + open + missing.size() == alleged,
                "each counts once");
    }

    /** Recorded of each thousand that should be: all but those that are no crime; -1 when there is none. */
    public int recordedPerMille() {
        int due = alleged - notACrime;
        return due == 0 ? -1
                : Math.toIntExact((1_000L * (recordedInTime + recordedLater) + due / 2) / due);
    }
}
