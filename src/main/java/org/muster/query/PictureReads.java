package org.muster.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Area;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.PictureDocument;
import org.muster.wire.PictureJson;
import org.muster.wire.Times;

/** Reads of the present: the picture, areas and units, out of one view. */
final class PictureReads {
    private final Outlines outlines;

    PictureReads(Outlines outlines) {
        this.outlines = outlines;
    }

    Answer picture(View view, Scope scope) {
        return picture(view, scope, scope::sees, "");
    }

    /**
     * The picture of a moment in the past: of its areas only those that may be seen today as well.
     *
     * @param begun when the first entry was received; null when there is none
     */
    Answer past(View then, View now, @Nullable Instant begun, Scope scope) {
        String note = then.cursor().seq() > 0 ? ""
                : begun == null ? "Nothing was recorded yet."
                        : "Nothing was known then: the record begins at " + Times.text(begun) + ".";
        return picture(then, scope, area -> {
            Area today = now.areas().get(area.id());
            return scope.sees(area)
                    && scope.seesArea(area.id(), today == null ? List.of() : today.ancestors());
        }, note);
    }

    private static Answer picture(View view, Scope scope, Predicate<Area> seen, String note) {
        List<String> topics = scope.topics().stream().map(Topic::slug).sorted().toList();
        var document = new PictureDocument(view.cursor(), view.at(), topics, view.areas(seen),
                view.incidents(scope::sees),
                view.protests(scope::sees).stream().map(scope::shown).toList(),
                view.alerts(scope::sees), view.units(scope::sees),
                new PictureDocument.Alerting(view.engineTestedAt(), view.floodSince(scope.name())),
                view.settings());
        return Answer.json(Json.object(out -> {
            document.fields(out);
            if (!note.isEmpty()) {
                out.writeStringField("note", note);
            }
        }));
    }

    Answer areas(View view, Scope scope) {
        return Page.whole(view.areas(scope::sees),
                (out, area) -> PictureJson.area(out, area, view.at()));
    }

    Answer outlines(View view, Scope scope) {
        return new Answer.Document("application/geo+json", outlines.of(id -> {
            Area area = view.areas().get(id);
            return area != null && scope.sees(area);
        }), Map.of());
    }

    static Answer ground(BaseMap base) {
        return new Answer.Kept("application/geo+json", base.ground(), base.version());
    }

    Answer area(View view, Scope scope, String id) {
        Area area = view.areas().get(id);
        return area == null || !scope.sees(area) ? Answer.notFound("area")
                : Answer.json(Json.bytes(out -> PictureJson.area(out, area, view.at())));
    }

    Answer units(View view, Scope scope) {
        return scope.mayRead(Topic.UNITS) ? Page.whole(view.units(scope::sees), PictureJson::unit)
                : Answer.forbidden("controllers, supervisors and auditors");
    }
}
