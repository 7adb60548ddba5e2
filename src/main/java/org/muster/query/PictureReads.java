package org.muster.query;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Unit;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.PictureDocument;
import org.muster.wire.PictureJson;

/** Reads of the present: the picture, areas and units, out of one view. */
final class PictureReads {
    private final Outlines outlines;

    PictureReads(Outlines outlines) {
        this.outlines = outlines;
    }

    Answer picture(View view, Scope scope) {
        List<String> topics = scope.topics().stream().map(Topic::slug).sorted().toList();
        var document = new PictureDocument(view.cursor(), view.at(), topics, seenAreas(view, scope),
                seenIncidents(view, scope), List.of(), seenUnits(view, scope));
        return Answer.json(Json.object(document::fields));
    }

    Answer areas(View view, Scope scope) {
        return Answer.json(items(seenAreas(view, scope),
                (out, area) -> PictureJson.area(out, area, view.at())));
    }

    Answer outlines(View view, Scope scope) {
        return new Answer.Document("application/geo+json", outlines.of(id -> {
            Area area = view.areas().get(id);
            return area != null && scope.sees(area);
        }));
    }

    Answer area(View view, Scope scope, String id) {
        Area area = view.areas().get(id);
        return area == null || !scope.sees(area) ? Answer.notFound("area")
                : Answer.json(Json.bytes(out -> PictureJson.area(out, area, view.at())));
    }

    Answer units(View view, Scope scope) {
        return scope.mayRead(Topic.UNITS)
                ? Answer.json(items(seenUnits(view, scope), PictureJson::unit))
                : Answer.forbidden("controllers, supervisors and auditors");
    }

    private interface Form<T> {
        void write(JsonGenerator out, T item) throws IOException;
    }

    private static <T> byte[] items(List<T> items, Form<T> form) {
        return Json.object(out -> {
            out.writeArrayFieldStart("items");
            for (T item : items) {
                form.write(out, item);
            }
            out.writeEndArray();
            out.writeNullField("next");
        });
    }

    private static List<Area> seenAreas(View view, Scope scope) {
        return view.areas()
                .values()
                .stream()
                .filter(scope::sees)
                .sorted(Comparator.comparing(Area::id))
                .toList();
    }

    private static List<Incident> seenIncidents(View view, Scope scope) {
        return view.incidents()
                .descendingMap()
                .values()
                .stream()
                .filter(incident -> view.isCurrent(incident) && scope.sees(incident))
                .toList();
    }

    private static List<Unit> seenUnits(View view, Scope scope) {
        return view.units()
                .values()
                .stream()
                .filter(unit -> view.isCurrent(unit) && scope.sees(unit))
                .sorted(Comparator.comparing(Unit::id))
                .toList();
    }
}
