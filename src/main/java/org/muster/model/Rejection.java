package org.muster.model;

import java.util.List;

/**
 * Why the service refused something.
 *
 * @param detail one plain sentence or two: what is wrong and what would be right
 * @param faults all faults of a body at once; empty when the code says it all
 */
public record Rejection(Code code, String detail, List<Fault> faults) {

    public Rejection {
        faults = List.copyOf(faults);
    }

    public Rejection(Code code, String detail) {
        this(code, detail, List.of());
    }

    /** Stable names of all reasons, each with its HTTP status. */
    public enum Code implements Slug {
        MALFORMED(400, "Not a JSON text that can be read"),
        UNAUTHENTICATED(401, "No valid credential"),
        FORBIDDEN(403, "Not allowed"),
        SECOND_MISSING(403, "A second person is needed"),
        SECOND_REFUSED(403, "The second person cannot stand for it"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not to be had in this form"),
        TIMED_OUT(408, "The request took too long"),
        ID_TAKEN(409, "The id is taken"),
        SUPERSEDED(409, "The report was corrected already"),
        CANCELLED(409, "The protest was cancelled"),
        ENDED(409, "The protest is over"),
        ALERT_CHANGED(409, "The alert is not as it was"),
        CURSOR_UNKNOWN(410, "Unknown cursor"),
        PLAN_CHANGED(412, "The plan was changed meanwhile"),
        TOO_LARGE(413, "Too large"),
        MEDIA_TYPE(415, "Media type not supported"),
        INVALID(422, "Not valid"),
        VERSION_MISSING(428, "The version that was changed is missing"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        HEADERS_TOO_LARGE(431, "Header fields too large"),
        INTERNAL(500, "Our own error"),
        NOT_YET_SUPPORTED(501, "Not yet supported"),
        INDEX_BEHIND(503, "The index is not up to date"),
        BUSY(503, "Too busy now"),
        RECORDER_STOPPED(503, "Recording has stopped"),
        DISK_LOW(503, "Too little disk space to record");

        private final int status;
        private final String title;

        Code(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }

        /** The same few words for every case of it. */
        public String title() {
            return title;
        }
    }
}
