package org.muster.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import org.muster.core.Draft;
import org.muster.core.Passage;
import org.muster.core.Picture;
import org.muster.core.Rulebook;
import org.muster.model.Rule;
import org.muster.model.StoredEntry;

/**
 * Makes the picture that a service goes on with, as if it had never stopped. What rules wait for is in no entry: it is
 * found out again by living through the last stretch of the record, as long as the longest wait of a rule in force. What
 * follows there is dropped, because it stands in the record already.
 */
public final class Resumption {

    /** At least so many entries are lived through: they tell what an alert rests on that only time brings about. */
    static final long ENTRIES_MIN = 5_000;

    private final JournalReader journal;
    private final Replay replay;

    public Resumption(JournalReader journal, Replay replay) {
        this.journal = journal;
        this.replay = replay;
    }

    /**
     * The picture right after the newest entry, which goes on at {@code now}. Blocks while it reads.
     *
     * @param rulebook understands the rules in force
     */
    public Picture upTo(long head, Instant now, Rulebook rulebook, Replay.Progress progress) {
        Picture picture = replay.upTo(Math.max(0, head - ENTRIES_MIN), progress);
        if (picture.seq() > 0) {
            Instant newest = journal.at(head).map(stored -> stored.entry().at()).orElse(now);
            Instant from = newest.minus(longest(picture));
            if (picture.at().isAfter(from)) {
                picture = replay.upTo(journal.lastUpTo(from), progress);
            }
        }
        var past = new Past(new Passage(picture, rulebook));
        replay.goOn(picture, head, past::live, progress);
        past.time.to(now);
        return picture;
    }

    /** Lives through the record again. */
    private static final class Past {

        private final Passage time;
        private Iterator<Draft> foretold = List.<Draft>of().iterator();

        Past(Passage time) {
            this.time = time;
        }

        /** What followed at once was recorded at once: nobody looked in between. */
        void live(StoredEntry next) {
            if (!foretold.hasNext()) {
                foretold = time.to(next.entry().at()).iterator();
            }
            boolean asForetold = foretold.hasNext()
                    && foretold.next().body().type().equals(next.entry().body().type());
            time.picture().evolve(next.entry());
            if (!asForetold) {
                foretold = List.<Draft>of().iterator();
            }
        }
    }

    private static Duration longest(Picture picture) {
        return Duration.ofSeconds(picture.settings()
                .rules()
                .stream()
                .flatMapToInt(Resumption::waits)
                .max()
                .orElse(0));
    }

    private static IntStream waits(Rule rule) {
        return IntStream.of(rule.forSeconds(), rule.clearForSeconds(), rule.repeatSeconds());
    }
}
