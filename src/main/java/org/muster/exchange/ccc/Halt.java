package org.muster.exchange.ccc;

import org.jspecify.annotations.Nullable;

import org.muster.client.Reply;

/**
 * Why nothing more is sent.
 *
 * @param status the service's answer; 0 when there was none
 * @param words its own words, or what is known of the trouble
 */
public record Halt(int status, String words) {
    private static final int UNKNOWN_TOKEN = 401;
    private static final int NOT_ALLOWED = 403;

    /** The reason that a reply is, or null when the next message may fare better. */
    public static <T> @Nullable Halt of(Reply<T> reply) {
        return switch (reply) {
            case Reply.Good<T> _ -> null;
            case Reply.Refused<T>(var status, var words) ->
                    status == UNKNOWN_TOKEN || status == NOT_ALLOWED ? new Halt(status, words)
                            : null;
            case Reply.Unanswered<T>(var words) -> new Halt(0, words);
        };
    }

    /** What happened and what to do, in lines for people. */
    public String explained() {
        return switch (status) {
            case UNKNOWN_TOKEN -> "The service does not know this token (401: " + words
                    + "). It is mistyped, has expired or was revoked; make one with:"
                    + " muster token create --role controller --name NAME";
            case NOT_ALLOWED -> "This token may not do that (403: " + words
                    + "). An import needs a controller or supervisor; without --areas, because"
                    + " what lies outside the map counts elsewhere.";
            case 0 -> "The service takes nothing now (" + words
                    + "). See that it runs at this address and has space on its disk.";
            default -> "The service answers " + status + " (" + words
                    + "): is it Muster that listens there?";
        };
    }
}
