package org.muster.query;

import java.util.List;
import java.util.Set;

import org.muster.access.Scope;
import org.muster.model.Watched;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.WatchlistJson;

/** Reads what there was on the nights before, for those who plan tonight: the control room and auditors. */
final class NightReads {
    static final Set<String> PARAMETERS = Set.of("area");

    private NightReads() {}

    static Answer watchlist(View view, Scope scope, Parameters given) {
        if (!scope.mayReadRemarks()) {
            return Answer.forbidden("controllers, supervisors and auditors");
        }
        Set<String> areas = Wanted.areas(view, scope, given);
        if (given.rejection().isPresent()) {
            return new Answer.Refused(given.rejection().get());
        }
        Watchlist list = new Watchlist(view);
        List<Watched> items = list
                .items(one -> scope.sees(one) && Wanted.touches(one.areas(), areas), scope::sees);
        return Answer.json(Json.bytes(out -> WatchlistJson.list(out, list.tonight(), items)));
    }
}
