package org.muster.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How time passes for a picture: from each moment at which time alone may bring something about to the next, so that it
 * makes no difference how often, and when, somebody looked in between. What a moment ends is over even when an entry of
 * that very moment makes it so again.
 *
 * @param rulebook understands the rules of the settings in force
 */
public record Passage(Picture picture, Rulebook rulebook) {

    /**
     * What follows as of now or, when nothing does, as of the first moment up to and with this one at which something
     * does; empty when time came to this moment and nothing follows. The picture stands where it was looked at last. To
     * be asked again after what follows was taken in, until nothing follows any more.
     *
     * @param moment one before {@link Picture#at} counts as that
     */
    public List<Draft> to(Instant moment) {
        // A picture counts milliseconds: it would never come to a moment between two of them.
        Instant last = moment.truncatedTo(ChronoUnit.MILLIS);
        List<Draft> next = picture.follow(rulebook);
        while (next.isEmpty() && picture.at().isBefore(last)) {
            picture.advance(picture.dueAt()
                    .filter(due -> due.isAfter(picture.at()) && due.isBefore(last))
                    .orElse(last));
            next = picture.follow(rulebook);
        }
        return next;
    }
}
