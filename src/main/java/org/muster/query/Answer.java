package org.muster.query;

import org.muster.model.Rejection;

/** What a read came to. */
sealed interface Answer {
    /** UTF-8 bytes of a JSON document. */
    @SuppressWarnings("ArrayRecordComponent") // written once and sent, never compared
    record Document(String mediaType, byte[] bytes) implements Answer {}

    /** Why there is nothing to show. */
    record Refused(Rejection rejection) implements Answer {}

    /** A plain JSON document. */
    static Answer json(byte[] bytes) {
        return new Document("application/json", bytes);
    }

    /** Not there, or not for this reader: the two look alike on purpose. */
    static Answer notFound(String what) {
        return new Refused(new Rejection(Rejection.Code.NOT_FOUND,
                "There is no " + what + " of this name within what you may read."));
    }

    /** The reader's role does not reach this. */
    static Answer forbidden(String who) {
        return new Refused(new Rejection(Rejection.Code.FORBIDDEN,
                "This is for " + who + ". Ask an administrator for a credential with that role."));
    }
}
