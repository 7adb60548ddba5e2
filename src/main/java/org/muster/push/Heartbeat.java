package org.muster.push;

/** Finds out by pings whether the other side is still there. */
final class Heartbeat {

    private final Pace pace;
    private long pingedAt;
    private boolean unanswered;

    Heartbeat(Pace pace, long now) {
        this.pace = pace;
        this.pingedAt = now;
    }

    /** What to do now. */
    enum Beat {
        QUIET, PING, DEAD
    }

    /** A full sink is not pinged: the ping would wait behind what is piled up, and its own deadline runs already. */
    Beat beat(long now, boolean full) {
        if (unanswered) {
            return now - pingedAt >= pace.pongWithin() && !full ? Beat.DEAD : Beat.QUIET;
        }
        if (full || now - pingedAt < pace.pingEvery()) {
            return Beat.QUIET;
        }
        pingedAt = now;
        unanswered = true;
        return Beat.PING;
    }

    void pong() {
        unanswered = false;
    }
}
