package org.muster.app;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;

/** The dashboard's files, out of the program itself. */
final class Pages {
    private static final String FOLDER = "web";

    private Pages() {}

    /** Serves them at the root; a browser asks each time, so that a new version is seen at once. */
    static void install(Router router) {
        StaticHandler files = StaticHandler.create(FOLDER)
                .setCachingEnabled(false)
                .setIncludeHidden(false);
        // Files at the root alone: what does not exist elsewhere is not found, whatever the method.
        for (String path : new String[] {"/", "/:file"}) {
            router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(request -> {
                request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                files.handle(request);
            });
        }
    }
}
