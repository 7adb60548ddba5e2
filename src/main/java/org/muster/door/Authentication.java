package org.muster.door;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/**
 * Lets in who has a valid credential: a bearer token, or the cookie of a browser's session, which moreover must come
 * from our own pages when it asks for more than reading. Everybody else gets 401, or 429 when an address keeps trying.
 */
public final class Authentication implements Handler<RoutingContext> {

    private static final String KEY = "muster.credential";
    private static final String VALID_KEY = "muster.credential.valid";

    private final Access access;
    private final Strangers strangers;
    private final Tempo tempo;

    /** @param tempo bounds what a valid credential may ask for behind this handler; beyond it 429 */
    public Authentication(Access access, Strangers strangers, Tempo tempo) {
        this.access = access;
        this.strangers = strangers;
        this.tempo = tempo;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            bearer(ctx, header);
            return;
        }
        String session = SessionCookie.of(ctx.request());
        Optional<Credential> found = session == null ? Optional.empty() : access.session(session);
        if (session == null || found.isEmpty()) {
            refuse(ctx, session == null ? "Send a token as \"Authorization: Bearer …\", or sign in."
                    : "The session has ended. Sign in again.");
        } else if (SameOrigin.isRead(ctx.request()) || SameOrigin.isOurs(ctx.request())) {
            pass(ctx, found.get(), () -> access.session(session).isPresent());
        } else {
            Problems.answer(ctx, new Rejection(Code.FORBIDDEN,
                    "A session's requests that change something come from our own pages only."));
        }
    }

    /** Who is asking; only behind this handler. */
    public static Credential credential(RoutingContext ctx) {
        Credential credential = ctx.get(KEY);
        if (credential == null) {
            throw new IllegalStateException("a route without authentication asks who is asking");
        }
        return credential;
    }

    /** Whether who is asking may still ask, for requests that last. Memory only. */
    public static boolean isStillValid(RoutingContext ctx) {
        BooleanSupplier valid = ctx.get(VALID_KEY);
        return valid != null && valid.getAsBoolean();
    }

    private void bearer(RoutingContext ctx, String header) {
        String token = SignIns.bearer(header);
        if (token == null) {
            refuse(ctx, "The Authorization header is not \"Bearer\" and a token.");
            return;
        }
        Optional<Credential> known = access.known(token);
        if (known.isPresent()) {
            pass(ctx, known.get(), () -> access.known(token).isPresent());
        } else {
            look(ctx, token);
        }
    }

    /** The token may have been made a moment ago by the command line, so the file is looked into. */
    private void look(RoutingContext ctx, String token) {
        ctx.request().pause();
        // Whoever reads the body resumes it; for all others it goes on when they have answered.
        ctx.addEndHandler(ended -> ctx.request().resume());
        Hop.back(ctx, access.find(token), found -> {
            if (found.isPresent()) {
                pass(ctx, found.get(), () -> access.known(token).isPresent());
            } else {
                refuse(ctx, "The token is not known, or it has ended.");
            }
        });
    }

    private void pass(RoutingContext ctx, Credential credential, BooleanSupplier stillValid) {
        long wait = tempo.waitSeconds(credential);
        if (wait > 0) {
            Problems.answer(ctx, new Rejection(Code.TOO_MANY_REQUESTS,
                    "More requests than this credential may send."), wait);
            return;
        }
        ctx.put(KEY, credential);
        ctx.put(VALID_KEY, stillValid);
        ctx.next();
    }

    private void refuse(RoutingContext ctx, String why) {
        Problems.answer(ctx, strangers.refusal(ctx.request(), why));
    }
}
