package org.muster.door;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

/**
 * The cookie of a browser's session. Over HTTPS its name begins with {@code __Host-}, which lets no other host or
 * plain page set it, and it is sent over HTTPS only; plain HTTP, on loopback, has a plain name.
 */
final class SessionCookie {
    static final String NAME = "muster-session";
    static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static @Nullable String of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(request.isSSL() ? SECURE_NAME : NAME);
        return cookie == null ? null : cookie.getValue();
    }

    /** One for whoever sent this request. */
    static Cookie with(HttpServerRequest request, String secret) {
        return Cookie.cookie(request.isSSL() ? SECURE_NAME : NAME, secret)
                .setPath("/")
                .setSecure(request.isSSL())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }

    /** Makes the browser forget it. */
    static Cookie gone(HttpServerRequest request) {
        return with(request, "").setMaxAge(0);
    }
}
