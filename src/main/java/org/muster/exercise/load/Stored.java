package org.muster.exercise.load;

import java.time.Duration;

/** Counts what is in the record, as anybody who may read it would. */
final class Stored {
    private static final String REPORT = "\"type\":\"report\"";
    private static final String ENTRY = "{\"seq\":";
    private static final String CURSOR = "\"cursor\":\"";
    private static final int PAGE = 1000;

    private Stored() {}

    /** Reports of the record, read from its beginning to its end. Blocks. */
    static long reports(Server muster, long expected, Progress progress) throws BenchFailed {
        var found = 0L;
        var after = "";
        while (true) {
            var page = page(muster, after);
            if (count(page, ENTRY) == 0) {
                return found;
            }
            found += count(page, REPORT);
            after = "&after=" + cursor(page);
            progress.at("reading back", Math.min(1, found / (double) Math.max(1, expected)), 0,
                    Duration.ZERO);
        }
    }

    /** Bytes of an entry, on average, of the first thousand. */
    static int entryBytes(Server muster) throws BenchFailed {
        var page = page(muster, "");
        return (int) (page.length() / Math.max(1, count(page, ENTRY)));
    }

    private static String page(Server muster, String after) throws BenchFailed {
        return muster.get("/api/v1/journal?limit=" + PAGE + after);
    }

    private static String cursor(String page) {
        var from = page.lastIndexOf(CURSOR) + CURSOR.length();
        return page.substring(from, page.indexOf('"', from));
    }

    private static long count(String text, String what) {
        var count = 0L;
        for (var at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            count++;
        }
        return count;
    }
}
