package org.muster.app;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;

/** The dashboard's files, out of the program itself. */
final class Pages {
    private static final String FOLDER = "web";

    private Pages() {}

    /** Serves them at the root; a browser asks again each time whether they changed, so that a new version is seen. */
    static void install(Router router) {
        router.get("/*").handler(StaticHandler.create(FOLDER)
                .setCachingEnabled(true)
                .setMaxAgeSeconds(0)
                .setDirectoryListing(false)
                .setIncludeHidden(false));
    }
}
