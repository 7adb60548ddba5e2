package org.muster.core;

import java.util.List;

/** One subject as rules find it at this moment. */
interface Looked {

    /**
     * Puts every count and flag of its scope into a row.
     *
     * @param now the moment that it is as of, in milliseconds since 1970
     */
    void fill(FactRow row, long now);

    /**
     * Words for a message.
     *
     * @param discreet without those that are given away when the subject is sensitive
     */
    String words(Fact fact, boolean discreet);

    /** Where an alert about it counts, smallest first; empty when nobody said where it is. */
    List<String> areas();

    /** The newest entry that is known to speak of it; 0 without one. */
    long newestEntry();
}
