package org.muster.query;

import java.util.function.Function;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.door.Authentication;
import org.muster.door.Problems;
import org.muster.journal.JournalReader;
import org.muster.model.Role;
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

    /** @param geometry an area's GeoJSON geometry as text, by the area's id */
    public QueryRoutes(Views views, JournalReader journal,
            Function<String, @Nullable String> geometry) {
        this.views = views;
        this.journal = journal;
        this.pictures = new PictureReads(geometry);
    }

    /** One read for one reader. */
    private interface Read {
        Answer of(View view, Scope scope, RoutingContext request);
    }

    /** Adds the routes to the router of {@code /api/v1}; whoever comes here has a credential. */
    public void mount(Router api) {
        content(api, "/picture", (view, scope, request) -> pictures.picture(view, scope));
        content(api, "/areas", (view, scope, request) -> pictures.areas(view, scope, false));
        content(api, "/areas.geojson", (view, scope, request) -> pictures.areas(view, scope, true));
        content(api, "/areas/:id",
                (view, scope, request) -> pictures.area(view, scope, request.pathParam("id")));
        content(api, "/units", (view, scope, request) -> pictures.units(view, scope,
                scope.topics().contains(Topic.UNITS)));
        content(api, "/incidents", (view, scope, request) -> incidents(scope)
                ? IncidentReads.list(view, scope, parameters(request))
                : forbidden());
        content(api, "/incidents/:id", (view, scope, request) -> incidents(scope)
                ? IncidentReads.one(view, scope, request.pathParam("id"))
                : forbidden());
        route(api, "/journal",
                (view, scope,
                        request) -> Authentication.credential(request).role() == Role.AUDITOR
                                ? JournalReads.page(journal, parameters(request))
                                : Answer.forbidden("auditors"));
    }

    private static boolean incidents(Scope scope) {
        return scope.topics().contains(Topic.INCIDENTS);
    }

    private static Answer forbidden() {
        return Answer.forbidden("field units, controllers, supervisors and auditors");
    }

    private Parameters parameters(RoutingContext request) {
        return new Parameters(request.queryParams(), journal.epoch());
    }

    private void content(Router api, String path, Read read) {
        route(api, path, (view, scope, request) -> scope.topics().isEmpty()
                ? Answer.forbidden("people who work with the picture, not administrators")
                : read.of(view, scope, request));
    }

    private void route(Router api, String path, Read read) {
        api.get(path).handler(request -> {
            Credential reader = Authentication.credential(request);
            Context context = Vertx.currentContext();
            Thread.ofVirtual().name("query").start(() -> answer(request, context, reader, read));
        });
    }

    private void answer(RoutingContext request, Context context, Credential reader, Read read) {
        try {
            Answer answer = read.of(views.now(), Scope.of(reader), request);
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
