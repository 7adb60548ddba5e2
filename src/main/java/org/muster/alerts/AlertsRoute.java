package org.muster.alerts;

import java.util.Optional;
import java.util.UUID;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.door.Authentication;
import org.muster.door.Bodies;
import org.muster.door.Hop;
import org.muster.door.MediaTypes;
import org.muster.door.Problems;
import org.muster.door.SignIns;
import org.muster.input.Read;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.Outcome;
import org.muster.model.Recording;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;
import org.muster.view.View;
import org.muster.view.Views;

/**
 * {@code POST /api/v1/alerts/{id}/…}, a path for each {@link Verb}, and {@code GET /api/v1/alerts/assignees}. One for
 * all event loops.
 */
public final class AlertsRoute {

    static final String PATH = "/api/v1/alerts";

    private static final Rejection FORBIDDEN = new Rejection(Code.FORBIDDEN,
            "Controllers and supervisors work alerts.");
    private static final Rejection NOT_FOUND = new Rejection(Code.NOT_FOUND,
            "There is no alert of this id within what you may read.");
    private static final Rejection NOT_JSON = new Rejection(Code.MEDIA_TYPE,
            "Send the body as application/json in UTF-8.");
    private static final Rejection ENCODED = new Rejection(Code.MEDIA_TYPE,
            "Send the body without a Content-Encoding.");

    private final Recording recording;
    private final Views views;
    private final Assignees assignees;
    private final SecondPerson second;
    private final ActionReader reader;
    private final Bodies bodies;

    /** A door to this record, with the same limits of bodies as that for single reports. */
    public AlertsRoute(Recording recording, Views views, Access access, SignIns signIns,
            Limits limits) {
        this.recording = recording;
        this.views = views;
        this.assignees = new Assignees(access);
        this.second = new SecondPerson(signIns);
        this.reader = new ActionReader(limits.json());
        this.bodies = new Bodies(limits.http().bodyBytes(), limits.http().bodyWithin());
    }

    /** Adds the routes behind an authentication; before those that read alerts by their ids. */
    public void install(Router router, Handler<RoutingContext> authentication) {
        router.get(PATH + "/assignees").handler(authentication).handler(this::names);
        for (Verb verb : Verb.values()) {
            router.post(PATH + "/:id/" + verb.slug())
                    .handler(authentication)
                    .handler(ctx -> work(ctx, verb));
        }
    }

    /** Who asks for what. */
    private record Asked(RoutingContext ctx, Credential who, UUID alert) {}

    private void names(RoutingContext ctx) {
        Scope scope = Scope.of(Authentication.credential(ctx));
        if (scope.mayWorkAlerts()) {
            Answers.names(ctx, assignees.of(scope, views.now()));
        } else {
            Problems.answer(ctx, FORBIDDEN);
        }
    }

    private void work(RoutingContext ctx, Verb verb) {
        Credential who = Authentication.credential(ctx);
        Scope scope = Scope.of(who);
        Optional<Alert> alert = id(ctx.pathParam("id")).flatMap(id -> find(scope, id));
        if (!scope.mayWorkAlerts()) {
            Problems.answer(ctx, FORBIDDEN);
        } else if (alert.isEmpty()) {
            Problems.answer(ctx, NOT_FOUND);
        } else if (!MediaTypes.isIdentity(ctx.request().getHeader(HttpHeaders.CONTENT_ENCODING))) {
            Problems.answer(ctx, ENCODED);
        } else if (verb.needsBody() && !isJson(ctx)) {
            Problems.answer(ctx, NOT_JSON);
        } else {
            read(new Asked(ctx, who, alert.get().id()), verb);
        }
    }

    private void read(Asked asked, Verb verb) {
        bodies.read(asked.ctx(), body -> {
            if (body.length > 0 && !isJson(asked.ctx())) {
                Problems.answer(asked.ctx(), NOT_JSON);
                return;
            }
            switch (reader.read(verb, body)) {
                case Read.Refused(var why) -> Problems.answer(asked.ctx(), why);
                case Read.Good(var action) -> check(asked, action);
            }
        }, refused -> {});
    }

    /** Whether there is such a person is known to nobody behind this door. */
    private void check(Asked asked, AlertAction action) {
        View view = views.now();
        Alert alert = known(view, asked.alert());
        switch (action) {
            case AlertAction.Assign(String to, _) when to != null -> assignees.fault(to, alert)
                    .ifPresentOrElse(why -> Problems.answer(asked.ctx(), why),
                            () -> submit(asked, action));
            case AlertAction.Shelve shelve when SecondPerson.isFor(alert, shelve, asked.who(),
                    view.settings().alerting().shelving()) ->
                    second.find(asked.ctx(), asked.who(), alert,
                            name -> submit(asked, shelve.with(name)));
            default -> submit(asked, action);
        }
    }

    private void submit(Asked asked, AlertAction action) {
        var command = new Command.WorkAlert(asked.alert(), action, asked.who().actor());
        Hop.back(asked.ctx(), recording.submit(command), outcome -> {
            // The view already holds what was committed, also by whoever was faster.
            View view = views.now();
            Alert alert = known(view, asked.alert());
            switch (outcome) {
                case Outcome.Applied _ -> Answers.shown(asked.ctx(), alert, view.settings());
                case Outcome.Unchanged _ -> Answers.repeated(asked.ctx(), alert, view.settings());
                case Outcome.Refused(var why) -> {
                    if (why.code() == Code.ALERT_CHANGED) {
                        Answers.changed(asked.ctx(), why, alert, view.settings());
                    } else {
                        Problems.answer(asked.ctx(), why);
                    }
                }
                case Outcome.Recorded _,Outcome.Repeated _ -> Problems.failed(asked.ctx(),
                        new IllegalStateException("an alert was answered as if it were a report"));
            }
        });
    }

    private static boolean isJson(RoutingContext ctx) {
        return MediaTypes.isJson(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private Optional<Alert> find(Scope scope, UUID id) {
        return Optional.ofNullable(views.now().alerts().get(id)).filter(scope::sees);
    }

    /** An alert that was found once; none is ever forgotten. */
    private static Alert known(View view, UUID id) {
        Alert alert = view.alerts().get(id);
        if (alert == null) {
            throw new IllegalStateException("alert " + id + " is gone");
        }
        return alert;
    }
}
