package org.muster.door;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

/** The cookie of a browser's session, in its form for plain HTTP on loopback: no {@code __Host-}, which needs TLS. */
final class SessionCookie {

    static final String NAME = "muster-session";

    private SessionCookie() {}

    static @Nullable String of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static Cookie with(String secret) {
        return Cookie.cookie(NAME, secret)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }

    /** Makes the browser forget it. */
    static Cookie gone() {
        return with("").setMaxAge(0);
    }
}
