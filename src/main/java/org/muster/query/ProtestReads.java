package org.muster.query;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.muster.access.Scope;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.table.Table;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.ProtestJson;

/**
 * Reads of protests: a page of them, the last to become known first, or one with its version. Everybody who reads content
 * at all may, within their areas.
 */
final class ProtestReads {
    static final String PATH = "/protests";

    private final Search search;

    ProtestReads(Search search) {
        this.search = search;
    }

    Answer list(View view, Scope scope, Parameters given, RowForm form) {
        return Page.of(view, search.source(view, scope, view.protests(), given),
                wanted(view, scope, given), Protest::openedSeq, given,
                rows -> form.document("protests", QueryRoutes.BASE + PATH,
                        new Page.Rows<>(rows.items().stream().map(scope::shown).toList(),
                                rows.next()),
                        ProtestJson::protest, Table.PROTESTS, given));
    }

    static Answer one(View view, Scope scope, String id) {
        Protest protest = Parameters.uuid(id).map(view.protests()::get).orElse(null);
        return protest == null || !scope.sees(protest) ? Answer.notFound("protest")
                : Answer.versioned(
                        Json.bytes(out -> ProtestJson.protest(out, scope.shown(protest))),
                        protest.version());
    }

    private static Predicate<Protest> wanted(View view, Scope scope, Parameters given) {
        Set<ProtestStatus> statuses = given.anyOf("status", ProtestStatus.class);
        Wanted wanted = Wanted.of(view, scope, given);
        return protest -> !protest.isVoid()
                && (statuses.isEmpty() || statuses.contains(protest.status()))
                && wanted.holds(protest.areas(), protest.plan().startsAt(),
                        List.of(protest.plan().category()))
                && scope.sees(protest);
    }
}
