package org.muster.input;

/** The bytes are no JSON text that we read: said with the offset of the first byte that is wrong. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Malformed(long offset, String why) {
        super(why, null, false, false);
        this.reason = "At byte " + offset + ": " + why + '.';
    }

    /** Where and why, as a sentence. */
    String reason() {
        return reason;
    }
}
