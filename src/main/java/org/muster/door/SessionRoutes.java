package org.muster.door;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BiFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.config.Network;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.model.Role;
import org.muster.wire.Json;

/** A browser signs in with a token and has a cookie from then on; and gets its tickets for the stream. */
public final class SessionRoutes {

    private static final String SESSION = "/api/v1/session";
    private static final String TICKET = "/api/v1/stream/ticket";
    private static final Rejection UNKNOWN = new Rejection(Code.UNAUTHENTICATED,
            "The token is not known, or it has ended.");

    private final Access access;
    private final Bodies bodies;
    private final BiFunction<Credential, String, Optional<Rejection>> noStream;
    private final SignIns signIns;

    /** @param noStream why there is no stream for a credential from an address now, if so */
    public SessionRoutes(Access access, SignIns signIns, Bodies bodies,
            BiFunction<Credential, String, Optional<Rejection>> noStream) {
        this.access = access;
        this.bodies = bodies;
        this.noStream = noStream;
        this.signIns = signIns;
    }

    /** Adds the routes; {@code authentication} guards all but signing in. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        router.post(SESSION).handler(this::signIn);
        router.get(SESSION).handler(authentication).handler(this::show);
        router.delete(SESSION).handler(authentication).handler(this::signOut);
        router.post(TICKET).handler(authentication).handler(this::ticket);
    }

    private void signIn(RoutingContext ctx) {
        if (!SameOrigin.isNotForeign(ctx.request())) {
            Problems.answer(ctx,
                    new Rejection(Code.FORBIDDEN, "One signs in from our own page only."));
        } else if (!isPrivate(ctx.request())) {
            Problems.answer(ctx, new Rejection(Code.FORBIDDEN, "One signs in over https only: this"
                    + " way the session would travel in the clear. A proxy that speaks https must"
                    + " say so with X-Forwarded-Proto."));
        } else if (!MediaTypes.isJson(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            Problems.answer(ctx,
                    new Rejection(Code.MEDIA_TYPE, "The body must be application/json."));
        } else {
            bodies.read(ctx, body -> signIn(ctx, body), refused -> {});
        }
    }

    /** Over TLS, or without leaving this machine. */
    private static boolean isPrivate(HttpServerRequest request) {
        String host = request.remoteAddress().hostAddress();
        return request.isSSL() || (host != null
                && Network.address(host).filter(InetAddress::isLoopbackAddress).isPresent());
    }

    private void signIn(RoutingContext ctx, byte[] body) {
        switch (TokenBody.read(body)) {
            case TokenBody.Read.Refused refused -> Problems.answer(ctx, refused.rejection());
            case TokenBody.Read.Token token ->
                    signIns.find(ctx, token.token(), UNKNOWN, found -> signIn(ctx, found));
        }
    }

    private void signIn(RoutingContext ctx, Credential credential) {
        Hop.back(ctx, access.openSession(credential), secret -> {
            Cookie cookie = SessionCookie.with(ctx.request(), secret);
            if (credential.role() == Role.FIELD) {
                // A phone ends its browser when it likes, and its unit goes on.
                cookie.setMaxAge(access.sessionFor().toSeconds());
            }
            ctx.response().addCookie(cookie);
            end(ctx, out -> describe(out, credential));
        });
    }

    private void show(RoutingContext ctx) {
        Credential credential = Authentication.credential(ctx);
        end(ctx, out -> describe(out, credential));
    }

    private void signOut(RoutingContext ctx) {
        String secret = SessionCookie.of(ctx.request());
        if (secret == null) {
            ctx.response().setStatusCode(204).end();
            return;
        }
        Hop.back(ctx, access.closeSession(secret),
                done -> ctx.response()
                        .addCookie(SessionCookie.gone(ctx.request()))
                        .setStatusCode(204)
                        .end());
    }

    /** A ticket that opens nothing would leave a browser without words: it sees of a refused stream that it closed. */
    private void ticket(RoutingContext ctx) {
        Credential credential = Authentication.credential(ctx);
        Optional<Rejection> refusal = noStream.apply(credential,
                Guards.address(ctx.request().remoteAddress()));
        if (refusal.isPresent()) {
            Problems.answer(ctx, refusal.get());
            return;
        }
        boolean byToken = ctx.request().headers().contains(HttpHeaders.AUTHORIZATION);
        String ticket = access.ticket(credential, byToken ? null : SessionCookie.of(ctx.request()));
        end(ctx, out -> out.writeStringField("ticket", ticket));
    }

    private static void describe(JsonGenerator out, Credential credential) throws IOException {
        out.writeStringField("name", credential.name());
        out.writeStringField("role", credential.role().slug());
        out.writeArrayFieldStart("areas");
        for (String area : credential.areas()) {
            out.writeString(area);
        }
        out.writeEndArray();
    }

    private static void end(RoutingContext ctx, Json.Writing fields) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(Buffer.buffer(Json.object(fields)));
    }
}
