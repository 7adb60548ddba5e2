package org.muster.plans;

import java.util.List;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Which version of a plan somebody has changed: what {@code If-Match} says of it. */
sealed interface IfMatch {

    /** The version with this number. */
    record Version(long seq) implements IfMatch {}

    /** Whichever it is. */
    record Any() implements IfMatch {}

    /** Nothing is said. */
    record Missing() implements IfMatch {}

    /** Something that is the tag of no version, so that none matches. */
    record None() implements IfMatch {}

    /** Strong tags only, and one: who has read one version has changed that one. */
    Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    static IfMatch of(HttpServerRequest request) {
        List<String> lines = request.headers().getAll(HttpHeaders.IF_MATCH);
        if (lines.isEmpty()) {
            return new Missing();
        }
        String tag = lines.size() == 1 ? lines.getFirst().strip() : "";
        if (tag.equals("*")) {
            return new Any();
        }
        return TAG.matcher(tag).matches()
                ? new Version(Long.parseLong(tag, 1, tag.length() - 1, 10))
                : new None();
    }
}
