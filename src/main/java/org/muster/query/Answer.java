package org.muster.query;

import java.util.Map;

import io.vertx.core.buffer.Buffer;

import org.muster.model.Rejection;

/** What a read came to. */
sealed interface Answer {
    /**
     * A document as bytes, in UTF-8.
     *
     * @param headers to be sent with it, besides its type
     */
    @SuppressWarnings("ArrayRecordComponent") // written once and sent, never compared
    record Document(String mediaType, byte[] bytes, Map<String, String> headers) implements Answer {

        public Document {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * A document that seldom changes: a browser keeps it, and asks each time whether it is still the same.
     *
     * @param body shared by all answers, and not written to
     * @param version changes when the document does
     */
    record Kept(String mediaType, Buffer body, String version) implements Answer {}

    /** Why there is nothing to show. */
    record Refused(Rejection rejection) implements Answer {}

    /** A plain JSON document. */
    static Answer json(byte[] bytes) {
        return new Document("application/json", bytes, Map.of());
    }

    /** A JSON document that can be changed by who names its version. */
    static Answer versioned(byte[] bytes, long version) {
        return new Document("application/json", bytes, Map.of("ETag", "\"" + version + "\""));
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
