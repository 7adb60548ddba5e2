package org.muster.door;

import io.vertx.core.http.HttpServerRequest;

import org.muster.model.Rejection;

/** Bounds what one address may try without a valid credential. */
@FunctionalInterface
public interface Strangers {

    /** Whether the address of this request may go on, or has used up what it may ask for. */
    boolean mayTry(HttpServerRequest request);

    /** What somebody without a valid credential is answered: why, or 429 when the address keeps trying. */
    default Rejection refusal(HttpServerRequest request, String why) {
        return refusal(request, new Rejection(Rejection.Code.UNAUTHENTICATED, why));
    }

    /** The same for whatever else is refused before anybody is asked for a credential. */
    default Rejection refusal(HttpServerRequest request, Rejection rejection) {
        return mayTry(request) ? rejection : tooMany();
    }

    /** What an address is told that has used up what it may ask for. */
    default Rejection tooMany() {
        return new Rejection(Rejection.Code.TOO_MANY_REQUESTS,
                "Too many requests without a valid credential from this address.");
    }
}
