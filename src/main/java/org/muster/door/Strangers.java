package org.muster.door;

import io.vertx.core.http.HttpServerRequest;

import org.muster.model.Rejection;

/** Bounds what one address may try without a valid credential. */
@FunctionalInterface
public interface Strangers {

    /** Whether the address of this request may go on with 401s, or has used them up. */
    boolean mayTry(HttpServerRequest request);

    /** What somebody without a valid credential is answered: why, or 429 when the address keeps trying. */
    default Rejection refusal(HttpServerRequest request, String why) {
        return mayTry(request) ? new Rejection(Rejection.Code.UNAUTHENTICATED, why)
                : new Rejection(Rejection.Code.TOO_MANY_REQUESTS,
                        "Too many requests without a valid credential from this address.");
    }
}
