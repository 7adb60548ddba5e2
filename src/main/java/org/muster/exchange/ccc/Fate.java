package org.muster.exchange.ccc;

import org.muster.client.Recorded;
import org.muster.client.Reply;

/**
 * What became of one thing that was to be sent.
 *
 * @param words the service's, when it has something against it
 */
record Fate(Kind kind, String words) {
    static final Fate NOT_SENT = new Fate(Kind.NOT_SENT, "");
    private static final int CONFLICT = 409;

    /** In the order of a summary. */
    enum Kind {
        RECORDED, THERE_ALREADY, OTHERWISE_THERE, REFUSED, NOT_SENT
    }

    /** That which is in the record, now or before. */
    boolean isThere() {
        return kind == Kind.RECORDED || kind == Kind.THERE_ALREADY || kind == Kind.OTHERWISE_THERE;
    }

    /** What a reply means for the thing itself; one that means the end of all sending leaves it not sent. */
    static Fate of(Reply<Recorded> reply) {
        return switch (reply) {
            case Reply.Good<Recorded>(Recorded(_, var replayed)) ->
                    new Fate(replayed ? Kind.THERE_ALREADY : Kind.RECORDED, "");
            case Reply.Refused<Recorded>(var status, var words) when status == CONFLICT ->
                    new Fate(Kind.OTHERWISE_THERE, words);
            case Reply.Refused<Recorded> refused when Halt.of(refused) == null ->
                    new Fate(Kind.REFUSED, refused.status() + " " + refused.words());
            case Reply.Refused<Recorded> _,Reply.Unanswered<Recorded> _ -> NOT_SENT;
        };
    }
}
