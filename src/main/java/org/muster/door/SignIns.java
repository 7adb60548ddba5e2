package org.muster.door;

import java.time.InstantSource;
import java.util.function.Consumer;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/** Whose token somebody types in, for a session or beside somebody else. One for all: wrong tokens count together. */
public final class SignIns {

    private static final String SCHEME = "Bearer ";

    private final Access access;
    private final Attempts attempts;

    public SignIns(Access access, InstantSource time) {
        this.access = access;
        this.attempts = new Attempts(time);
    }

    /**
     * Hands over the valid credential of a token, on the request's event loop. Any other token is answered here: as
     * told, or 429 while too many failed from the address. Only wrong tokens wait: a desk must not be locked out
     * because somebody on its machine mistypes.
     */
    public void find(RoutingContext ctx, String token, Rejection unknown,
            Consumer<Credential> then) {
        Hop.back(ctx, access.find(token),
                found -> found.ifPresentOrElse(then, () -> refuse(ctx, unknown)));
    }

    /** The token of a header that says {@code Bearer} and a token; null when it does not. */
    public static @Nullable String bearer(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? null : token;
    }

    private void refuse(RoutingContext ctx, Rejection unknown) {
        String address = Guards.address(ctx.request().remoteAddress());
        long wait = attempts.waitSeconds(address);
        if (wait > 0) {
            Problems.answer(ctx, new Rejection(Code.TOO_MANY_REQUESTS,
                    "Too many sign-ins failed from this address. Try again later."), wait);
            return;
        }
        attempts.failed(address);
        Problems.answer(ctx, unknown);
    }
}
