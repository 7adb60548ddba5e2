package org.muster.push;

import org.muster.model.Slug;

/** Why a connection ends; the codes that a client may rely on. */
public enum Close implements Slug {
    LEAVING(1001),
    NOT_TEXT(1003),
    NOT_UTF8(1007),
    TOO_BIG(1009),
    OUR_FAULT(1011),
    BAD_MESSAGE(4400),
    CREDENTIAL_ENDED(4401),
    SLOW(4408),
    CURSOR_UNKNOWN(4410);

    private final int code;

    Close(int code) {
        this.code = code;
    }

    /** WebSocket close code. */
    public int code() {
        return code;
    }
}
