package org.muster.door;

import io.vertx.core.http.HttpServerRequest;

/** Bounds what one address may try without a valid credential. */
@FunctionalInterface
public interface Strangers {

    /** Whether the address of this request may go on with 401s, or has used them up. */
    boolean mayTry(HttpServerRequest request);
}
