package org.muster.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** Whether a browser sent a request from one of our own pages. Cookies alone say who, not from where. */
public final class SameOrigin {

    private static final CharSequence FETCH_SITE = HttpHeaders.createOptimized("Sec-Fetch-Site");

    private SameOrigin() {}

    /** Requests that change nothing may come from anywhere. */
    static boolean isRead(HttpServerRequest request) {
        HttpMethod method = request.method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)
                || method.equals(HttpMethod.OPTIONS);
    }

    /** At least one of the two headers is there, and each that is there says so. */
    static boolean isOurs(HttpServerRequest request) {
        String site = request.getHeader(FETCH_SITE);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null || origin != null) && isNotForeign(request);
    }

    /** No header says that another site sent it; programs, which send neither, pass. */
    static boolean isNotForeign(HttpServerRequest request) {
        String site = request.getHeader(FETCH_SITE);
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean siteIsOurs = site == null || site.equals("same-origin");
        return siteIsOurs && (origin == null || isOwn(request, origin));
    }

    /** Whether a page of this origin was served by the very scheme, host and port that the request asks. */
    public static boolean isOwn(HttpServerRequest request, String origin) {
        HostAndPort asked = request.authority();
        return asked != null && origin.equalsIgnoreCase(request.scheme() + "://" + asked);
    }
}
