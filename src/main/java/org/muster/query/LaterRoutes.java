package org.muster.query;

import java.util.List;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.door.Problems;
import org.muster.model.Rejection;

/** What the contract names and this version cannot do yet: 501 in words, rather than a 404 that looks like a slip. */
public final class LaterRoutes {
    private static final List<Later> ALL = List.of(
            new Later(HttpMethod.GET, "/refused", "the register of refused reports"),
            new Later(HttpMethod.GET, "/gaps", "the register of gaps"));

    private LaterRoutes() {}

    private record Later(HttpMethod method, String path, String what) {}

    /** Adds the routes behind an authentication. */
    public static void install(Router router, Handler<RoutingContext> authentication) {
        for (Later later : ALL) {
            router.route(later.method(), QueryRoutes.BASE + later.path())
                    .handler(authentication)
                    .handler(request -> Problems.answer(request, notYet(later.what())));
        }
    }

    /** The refusal of something that comes with a later version. */
    static Rejection notYet(String what) {
        return new Rejection(Rejection.Code.NOT_YET_SUPPORTED,
                "This version does not have " + what + " yet.");
    }
}
