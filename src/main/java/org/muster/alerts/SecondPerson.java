package org.muster.alerts;

import java.util.function.Consumer;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.door.Problems;
import org.muster.door.SignIns;
import org.muster.model.Alert;
import org.muster.model.AlertAction;
import org.muster.model.Alerting;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/**
 * Who stands beside the sender for what one may not do alone: somebody else who works alerts and sees this one, by their
 * token, for this one request. It is neither kept nor written anywhere.
 */
final class SecondPerson {

    static final String HEADER = "Muster-Second-Person";

    private static final Rejection UNREADABLE = refused(
            "The " + HEADER + " header is not \"Bearer\" and a token.");
    private static final Rejection UNKNOWN = refused(
            "The second person's token is not known, or it has ended. Send that of somebody else"
                    + " who works alerts.");
    private static final Rejection SAME = refused(
            "The second person is the one who shelves it. Send the token of somebody else.");
    private static final Rejection UNFIT = refused(
            "The second person must be a controller or supervisor who sees this alert. Send the"
                    + " token of one.");

    private final SignIns signIns;

    SecondPerson(SignIns signIns) {
        this.signIns = signIns;
    }

    /** Whether somebody has to be looked for: not for what the sender did already. */
    static boolean isFor(Alert alert, AlertAction.Shelve asked, Credential who,
            Alerting.Shelving shelving) {
        Alert.Shelf shelf = alert.shelf();
        return shelving.needsSecond(alert.severity())
                && (shelf == null || !shelf.isFor(asked, who.name()));
    }

    /** Hands over their name, or nobody's when none is sent: whether one is needed is decided later. Refuses all others. */
    void find(RoutingContext ctx, Credential who, Alert alert, Consumer<@Nullable String> then) {
        String header = ctx.request().getHeader(HEADER);
        String token = header == null ? null : SignIns.bearer(header);
        if (header == null) {
            then.accept(null);
        } else if (token == null) {
            Problems.answer(ctx, UNREADABLE);
        } else {
            signIns.find(ctx, token, UNKNOWN, second -> {
                Scope theirs = Scope.of(second);
                if (second.name().equals(who.name())) {
                    Problems.answer(ctx, SAME);
                } else if (!theirs.mayWorkAlerts() || !theirs.sees(alert)) {
                    Problems.answer(ctx, UNFIT);
                } else {
                    then.accept(second.name());
                }
            });
        }
    }

    private static Rejection refused(String detail) {
        return new Rejection(Code.SECOND_REFUSED, detail);
    }
}
