package org.muster.query;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.muster.access.Scope;
import org.muster.door.Authentication;
import org.muster.door.Problems;
import org.muster.journal.JournalReader;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * The reads of {@code /api/v1}. Each runs on a virtual thread over one view, so that a large answer never holds up an
 * event loop nor the writer, and each passes through the reader's scope.
 */
public final class QueryRoutes {
    private final Views views;
    private final JournalReader journal;
    private final PictureReads pictures;

    /** Reads of these views, this record and these outlines. */
    public QueryRoutes(Views views, JournalReader journal, Outlines outlines) {
        this.views = views;
        this.journal = journal;
        this.pictures = new PictureReads(outlines);
    }

    /** One read for one reader. */
    private interface Read {
        Answer of(View view, Scope scope, RoutingContext request);
    }

    /** Adds the routes to the router of {@code /api/v1}; whoever comes here has a credential. */
    public void mount(Router api) {
        content(api, "/picture", (view, scope, request) -> pictures.picture(view, scope));
        content(api, "/areas", (view, scope, request) -> pictures.areas(view, scope));
        content(api, "/areas.geojson", (view, scope, request) -> pictures.outlines(view, scope));
        content(api, "/areas/:id",
                (view, scope, request) -> pictures.area(view, scope, request.pathParam("id")));
        content(api, "/units", (view, scope, request) -> pictures.units(view, scope));
        content(api, "/incidents", (view, scope, request) -> IncidentReads.list(view, scope,
                parameters(request)));
        content(api, "/incidents/:id", (view, scope, request) -> IncidentReads.one(view, scope,
                request.pathParam("id")));
        content(api, "/journal", (view, scope, request) -> scope.mayReadJournal()
                ? JournalReads.page(journal, scope, parameters(request))
                : Answer.forbidden("auditors"));
    }

    private Parameters parameters(RoutingContext request) {
        return new Parameters(request.queryParams(), journal.epoch());
    }

    private void content(Router api, String path, Read read) {
        api.get(path).handler(request -> {
            Scope scope = Scope.of(Authentication.credential(request));
            Context context = Vertx.currentContext();
            Thread.ofVirtual().name("query").start(() -> answer(request, context, scope, read));
        });
    }

    private void answer(RoutingContext request, Context context, Scope scope, Read read) {
        try {
            Answer answer = scope.mayReadContent()
                    ? read.of(views.now(), scope, request)
                    : Answer.forbidden("people who work with the picture, not administrators");
            context.runOnContext(done -> send(request, answer));
        } catch (RuntimeException failed) {
            context.runOnContext(done -> request.fail(failed));
        }
    }

    private static void send(RoutingContext request, Answer answer) {
        if (request.response().closed()) {
            return;
        }
        switch (answer) {
            case Answer.Document document -> request.response()
                    .putHeader("Content-Type", document.mediaType())
                    .end(Buffer.buffer(document.bytes()));
            case Answer.Refused refused -> Problems.answer(request, refused.rejection());
        }
    }
}
