package org.muster.wire;

import org.muster.model.Report;

/** The canonical form of a report: what "the same content" means when an id comes a second time. */
public final class ReportJson {

    private ReportJson() {}

    /** Equal reports give equal bytes, whatever the order or spelling they came in. */
    public static byte[] canonical(Report report) {
        return Content.bytes(report);
    }

    /** SHA-256 of {@link #canonical}, in hex. */
    public static String contentSha256(Report report) {
        return Content.sha256(canonical(report));
    }
}
