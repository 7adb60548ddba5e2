package org.muster.query;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.muster.access.Scope;
import org.muster.door.Authentication;
import org.muster.door.Hop;
import org.muster.door.Problems;
import org.muster.index.Index;
import org.muster.index.IndexException;
import org.muster.journal.JournalReader;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.view.Past;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * The reads of {@code /api/v1}. Each runs on a virtual thread over one view, so that a large answer never holds up an
 * event loop nor the writer, and each passes through the reader's scope.
 */
public final class QueryRoutes {
    static final String BASE = "/api/v1";
    private static final int NOT_MODIFIED = 304;

    private final Executor readers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("query-", 0).factory());
    private final Views views;
    private final JournalReader journal;
    private final PictureReads pictures;
    private final PastReads past;
    private final ReportReads reports;
    private final FeedReads feeds;
    private final TimelineReads timelines;
    private final IncidentReads incidents;
    private final ProtestReads protests;
    private final WhyReads whys;
    private final SeriesReads series;
    private final BaseMap base;

    /**
     * Reads of these views, this record with its index, and these outlines.
     *
     * @param past where pictures of the past are made
     * @param base what lies under the areas
     * @param recording where it is noted who read what was said in confidence
     * @param meanings what a fact tells, by the slug of its scope and its name in rules
     */
    public QueryRoutes(Views views, JournalReader journal, Index index, Past past,
            Outlines outlines, BaseMap base, Recording recording,
            BiFunction<String, String, FactMeaning> meanings) {
        this.whys = new WhyReads(journal, meanings);
        this.views = views;
        this.base = base;
        this.journal = journal;
        this.pictures = new PictureReads(outlines);
        this.past = new PastReads(pictures, past, journal, views);
        this.series = new SeriesReads(past);
        this.reports = new ReportReads(journal, recording);
        this.feeds = new FeedReads(journal, index);
        this.timelines = new TimelineReads(journal);
        Search search = new Search(index);
        this.incidents = new IncidentReads(search);
        this.protests = new ProtestReads(search);
    }

    private interface Routes {
        void add(String path, Read read);
    }

    /** One read for one reader. */
    private interface Read {
        Answer of(View view, Scope scope, RoutingContext request);
    }

    /** Adds the routes behind an authentication. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        Routes api = (path, read) -> router.get(BASE + path)
                .handler(authentication)
                .handler(request -> answer(request, read));
        api.add("/picture", (view, scope, request) -> past.picture(view, scope,
                PastReads.parameters(request.queryParams(), view), Gone.of(request)));
        api.add("/areas", (view, scope, request) -> pictures.areas(view, scope));
        api.add("/areas.geojson", (view, scope, request) -> pictures.outlines(view, scope));
        api.add("/areas/:id", (view, scope, request) -> pictures.area(view, scope, id(request)));
        api.add("/catalogue",
                (view, scope, request) -> CatalogueReads.catalogue(view.settings(), base));
        api.add("/ground.geojson", (view, scope, request) -> PictureReads.ground(base));
        api.add("/units", (view, scope, request) -> pictures.units(view, scope));
        api.add(IncidentReads.PATH,
                (view, scope, request) -> inForm(request, form -> incidents.list(view, scope,
                        new Parameters(request.queryParams(), view.cursor(), Wanted.PARAMETERS),
                        form)));
        api.add("/incidents/:id",
                (view, scope, request) -> IncidentReads.one(view, scope, id(request)));
        api.add(ProtestReads.PATH,
                (view, scope, request) -> inForm(request, form -> protests.list(view, scope,
                        new Parameters(request.queryParams(), view.cursor(), Wanted.PARAMETERS),
                        form)));
        api.add("/protests/:id",
                (view, scope, request) -> ProtestReads.one(view, scope, id(request)));
        api.add("/incidents/:id/timeline",
                (view, scope, request) -> feeds.timeline(view, scope, id(request), new Parameters(
                        request.queryParams(), view.cursor(), FeedReads.TIMELINE_PARAMETERS)));
        api.add("/protests/:id/timeline",
                (view, scope, request) -> feeds.protestTimeline(view, scope, id(request),
                        new Parameters(request.queryParams(), view.cursor(),
                                FeedReads.TIMELINE_PARAMETERS)));
        api.add("/feed", (view, scope, request) -> feeds.feed(view, scope,
                new Parameters(request.queryParams(), view.cursor(), FeedReads.FEED_PARAMETERS)));
        api.add("/series", (view, scope, request) -> series.series(view, scope,
                new Parameters(request.queryParams(), view.cursor(), SeriesReads.PARAMETERS),
                Gone.of(request)));
        api.add("/timeline", (view, scope, request) -> timelines.timeline(view, scope,
                new Parameters(request.queryParams(), view.cursor(), TimelineReads.PARAMETERS)));
        api.add("/tasks", (view, scope, request) -> TaskReads.own(view, scope));
        alerts(api);
        api.add("/watchlist", (view, scope, request) -> NightReads.watchlist(view, scope,
                new Parameters(request.queryParams(), view.cursor(), NightReads.PARAMETERS)));
        api.add("/crime-recording", (view, scope, request) -> CrimeReads.register(view, scope,
                new Parameters(request.queryParams(), view.cursor(), CrimeReads.PARAMETERS)));
        api.add("/reports/:id", (view, scope, request) -> reports.one(view,
                Authentication.credential(request), id(request)));
        api.add("/journal",
                (view, scope,
                        request) -> scope.mayReadJournal()
                                ? JournalReads.page(view, journal, scope,
                                        new Parameters(request.queryParams(), view.cursor(),
                                                JournalReads.PARAMETERS))
                                : Answer.forbidden("auditors"));
    }

    private void alerts(Routes api) {
        api.add("/alerts", (view, scope, request) -> AlertReads.list(view, scope,
                new Parameters(request.queryParams(), view.cursor(), AlertReads.PARAMETERS)));
        api.add("/alerts/health", (view, scope, request) -> HealthReads.health(view, scope,
                new Parameters(request.queryParams(), view.cursor(), HealthReads.PARAMETERS)));
        api.add("/alerts/:id/why", (view, scope, request) -> whys.why(view, scope, id(request)));
        api.add("/alerts/:id", (view, scope, request) -> AlertReads.one(view, scope, id(request)));
        api.add("/rules", (view, scope, request) -> RulesReads.all(view, scope));
    }

    private static String id(RoutingContext request) {
        return Objects.requireNonNullElse(request.pathParam("id"), "");
    }

    /** The rows in the form that is liked best. */
    private static Answer inForm(RoutingContext request, Function<RowForm, Answer> list) {
        return RowForm.of(request.parsedHeaders().accept())
                .map(list)
                .orElseGet(() -> new Answer.Refused(new Rejection(Rejection.Code.NOT_ACCEPTABLE,
                        "This list can be had as " + RowForm.all() + ".")));
    }

    private static Answer read(Read read, View view, Scope scope, RoutingContext request) {
        if (!scope.mayReadContent()) {
            return Answer.forbidden("people who work with the picture, not administrators");
        }
        try {
            return read.of(view, scope, request);
        } catch (IndexException notNow) {
            return new Answer.Refused(new Rejection(Rejection.Code.INDEX_BEHIND,
                    "Searching is not possible at this moment: the index is being brought up to"
                            + " date. Try again soon; lists without q go on."));
        }
    }

    private void answer(RoutingContext request, Read read) {
        // Decoded here, where the router refuses (400) what cannot be decoded.
        var _ = request.queryParams();
        Scope scope = Scope.of(Authentication.credential(request));
        Gone.watch(request);
        var answer = CompletableFuture.supplyAsync(() -> read(read, views.now(), scope, request),
                readers);
        Hop.back(request, answer, found -> send(request, found));
    }

    private static void send(RoutingContext request, Answer answer) {
        switch (answer) {
            case Answer.Document document -> {
                request.response().putHeader(HttpHeaders.CONTENT_TYPE, document.mediaType());
                document.headers().forEach(request.response()::putHeader);
                request.response().end(Buffer.buffer(document.bytes()));
            }
            case Answer.Kept kept -> send(request, kept);
            case Answer.Refused refused -> Problems.answer(request, refused.rejection());
        }
    }

    private static void send(RoutingContext request, Answer.Kept kept) {
        var response = request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.ETAG, '"' + kept.version() + '"');
        if (request.isFresh()) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, kept.mediaType()).end(kept.body());
        }
    }
}
