package org.muster.plans;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.door.Authentication;
import org.muster.door.Bodies;
import org.muster.door.Hop;
import org.muster.door.MediaTypes;
import org.muster.door.Problems;
import org.muster.input.Read;
import org.muster.model.Glossary;
import org.muster.model.Outcome;
import org.muster.model.Places;
import org.muster.model.Protest;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.plans.PlanReader.Wish;
import org.muster.view.Views;

/**
 * {@code POST /api/v1/protests}, {@code PUT /api/v1/protests/{id}}, {@code POST /api/v1/protests/{id}/cancel}. One for
 * all event loops.
 */
public final class PlansRoute {

    static final String PATH = "/api/v1/protests";

    private static final Rejection NOT_FOUND = new Rejection(Code.NOT_FOUND,
            "There is no protest of this id within what you may read.");
    private static final Rejection NOT_JSON = new Rejection(Code.MEDIA_TYPE,
            "Send the body as application/json in UTF-8.");

    private final Recording recording;
    private final Views views;
    private final PlanReader reader;
    private final Bodies bodies;

    /** A door to this record, with the same limits of bodies as that for single reports. */
    public PlansRoute(Recording recording, Views views, Glossary glossary, Places places,
            Limits limits) {
        this.recording = recording;
        this.views = views;
        this.reader = new PlanReader(glossary, places, limits.json());
        this.bodies = new Bodies(limits.http().bodyBytes(), limits.http().bodyWithin());
    }

    /** Adds the routes behind an authentication. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        router.post(PATH).handler(authentication).handler(ctx -> allowed(ctx, this::plan));
        router.put(PATH + "/:id")
                .handler(authentication)
                .handler(ctx -> allowed(ctx, this::change));
        router.post(PATH + "/:id/cancel")
                .handler(authentication)
                .handler(ctx -> allowed(ctx, this::cancel));
    }

    /** Who asks for what. */
    private record Asked(RoutingContext ctx, Credential who, Scope scope) {}

    /** Answers with a protest, which has changed or was as it should be. */
    private interface Showing {

        void show(Protest protest, boolean applied);
    }

    private void allowed(RoutingContext ctx, Consumer<Asked> then) {
        Credential who = Authentication.credential(ctx);
        Scope scope = Scope.of(who);
        String encoding = ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING);
        if (!scope.mayPlan()) {
            refuse(ctx, Code.FORBIDDEN, "Controllers and supervisors plan protests.");
        } else if (!MediaTypes.isIdentity(encoding)) {
            refuse(ctx, Code.MEDIA_TYPE, "Send the body without a Content-Encoding.");
        } else {
            then.accept(new Asked(ctx, who, scope));
        }
    }

    private void plan(Asked asked) {
        if (isJson(asked.ctx())) {
            read(asked, body -> reader.plan(body, asked.scope(), asked.who().actor()),
                    (protest, applied) -> {
                        if (applied) {
                            Answers.created(asked.ctx(), protest);
                        } else {
                            Answers.repeated(asked.ctx(), protest);
                        }
                    });
        }
    }

    private void change(Asked asked) {
        Optional<UUID> id = seen(asked);
        if (id.isEmpty() || !isJson(asked.ctx())) {
            return;
        }
        switch (IfMatch.of(asked.ctx().request())) {
            case IfMatch.Missing _ -> refuse(asked.ctx(), Code.VERSION_MISSING,
                    "Say in If-Match which version you have changed: the ETag you have read.");
            case IfMatch.None _ -> refuse(asked.ctx(), Code.PLAN_CHANGED,
                    "If-Match names no version there is: send the ETag as you have read it.");
            case IfMatch.Any _ -> change(asked, id.get(), null);
            case IfMatch.Version(long seq) -> change(asked, id.get(), seq);
        }
    }

    private void change(Asked asked, UUID id, @Nullable Long version) {
        read(asked, body -> reader.change(body, asked.scope(), asked.who().actor(), id, version),
                (protest, _) -> Answers.shown(asked.ctx(), protest));
    }

    private void cancel(Asked asked) {
        Optional<UUID> id = seen(asked);
        if (id.isEmpty()) {
            return;
        }
        read(asked, body -> {
            String type = asked.ctx().request().getHeader(HttpHeaders.CONTENT_TYPE);
            return body.length == 0 || MediaTypes.isJson(type)
                    ? reader.cancel(body, asked.who().actor(), id.get())
                    : new Read.Refused<>(NOT_JSON);
        }, (protest, applied) -> {
            if (applied) {
                Answers.shown(asked.ctx(), protest);
            } else {
                Answers.repeated(asked.ctx(), protest);
            }
        });
    }

    /** The protest's id in the path, if its protest may be shown; else that is answered. */
    private Optional<UUID> seen(Asked asked) {
        Optional<UUID> id = id(asked.ctx().pathParam("id"))
                .filter(named -> find(asked.scope(), named).isPresent());
        if (id.isEmpty()) {
            Problems.answer(asked.ctx(), NOT_FOUND);
        }
        return id;
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private Optional<Protest> find(Scope scope, UUID id) {
        return Optional.ofNullable(views.now().protests().get(id)).filter(scope::sees);
    }

    private static boolean isJson(RoutingContext ctx) {
        boolean json = MediaTypes.isJson(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (!json) {
            Problems.answer(ctx, NOT_JSON);
        }
        return json;
    }

    private void read(Asked asked, Function<byte[], Read<Wish>> reading, Showing showing) {
        bodies.read(asked.ctx(), body -> {
            switch (reading.apply(body)) {
                case Read.Refused<Wish> refused ->
                        Problems.answer(asked.ctx(), refused.rejection());
                case Read.Good<Wish> good -> submit(asked, good.value(), showing);
            }
        }, refused -> {});
    }

    private void submit(Asked asked, Wish wish, Showing showing) {
        Hop.back(asked.ctx(), recording.submit(wish.command()), outcome -> {
            switch (outcome) {
                case Outcome.Applied _ -> show(asked, wish.protest(), true, showing);
                case Outcome.Unchanged _ -> show(asked, wish.protest(), false, showing);
                case Outcome.Refused refused -> Problems.answer(asked.ctx(), refused.rejection());
                case Outcome.Recorded _,Outcome.Repeated _ -> Problems.failed(asked.ctx(),
                        new IllegalStateException("a plan was answered as if it were a report"));
            }
        });
    }

    /** The view already holds what was committed. */
    private void show(Asked asked, UUID id, boolean applied, Showing showing) {
        find(asked.scope(), id).ifPresentOrElse(
                protest -> showing.show(asked.scope().shown(protest), applied),
                () -> Problems.answer(asked.ctx(), NOT_FOUND));
    }

    private static void refuse(RoutingContext ctx, Code code, String detail) {
        Problems.answer(ctx, new Rejection(code, detail));
    }
}
