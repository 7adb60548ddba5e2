package org.muster.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.muster.access.Topic;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Unit;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.PictureDocument;

/** Makes the messages that show things rather than entries: the picture, all of it again, and what changed. */
final class Updates {

    private Updates() {}

    /** The first message of a watcher who starts anew. */
    static List<byte[]> picture(Subscription subscription, View view) {
        PictureDocument document = new PictureDocument(view.cursor(), view.at(),
                subscription.topics(), areas(subscription, view), incidents(subscription, view),
                List.of(), units(subscription, view));
        return List.of(Json.object(out -> {
            out.writeStringField("type", "picture");
            document.fields(out);
        }));
    }

    /**
     * All that is shown, once, for a watcher who comes back: one message of each kind even when it is empty, so that a
     * client may put it in place of what it had.
     */
    static List<byte[]> whole(Subscription subscription, View view, Formers formers) {
        Rendered rendered = new Rendered(view.at());
        List<byte[]> messages = new ArrayList<>(3);
        if (subscription.has(Topic.AREAS)) {
            messages.add(Messages.things("areas", all(areas(subscription, view), rendered::area)));
        }
        if (subscription.has(Topic.INCIDENTS)) {
            messages.add(Messages.things("incidents",
                    all(incidents(subscription, view), rendered::incident),
                    formers.incidentsLeft(subscription, view)));
        }
        if (subscription.has(Topic.UNITS)) {
            messages.add(Messages.things("units", all(units(subscription, view), rendered::unit),
                    formers.unitsLeft(subscription, view)));
        }
        return messages;
    }

    /** What changed, as far as this subscription is concerned: no message of a kind of which nothing did. */
    static List<byte[]> changed(Subscription subscription, Changes changes, Rendered rendered) {
        List<byte[]> messages = new ArrayList<>(3);
        List<Area> areas = now(changes.areas(), subscription::sees);
        if (!areas.isEmpty()) {
            messages.add(Messages.things("areas", all(areas, rendered::area)));
        }
        List<Incident> incidents = now(changes.incidents(), subscription::sees);
        List<Incident> incidentsLeft = left(changes.incidents(), subscription::sees);
        if (!incidents.isEmpty() || !incidentsLeft.isEmpty()) {
            messages.add(Messages.things("incidents", all(incidents, rendered::incident),
                    incidentsLeft.stream().map(Incident::id).toList()));
        }
        List<Unit> units = now(changes.units(), subscription::sees);
        List<Unit> unitsLeft = left(changes.units(), subscription::sees);
        if (!units.isEmpty() || !unitsLeft.isEmpty()) {
            messages.add(Messages.things("units", all(units, rendered::unit),
                    unitsLeft.stream().map(Unit::id).toList()));
        }
        return messages;
    }

    private static List<Area> areas(Subscription subscription, View view) {
        return view.areas().values().stream().filter(subscription::sees).toList();
    }

    private static List<Incident> incidents(Subscription subscription, View view) {
        return view.incidents()
                .values()
                .stream()
                .filter(incident -> view.isCurrent(incident) && subscription.sees(incident))
                .toList();
    }

    private static List<Unit> units(Subscription subscription, View view) {
        return view.units()
                .values()
                .stream()
                .filter(unit -> view.isCurrent(unit) && subscription.sees(unit))
                .toList();
    }

    private static <T> List<byte[]> all(Collection<T> things, Function<T, byte[]> render) {
        return things.stream().map(render).toList();
    }

    private static <T> List<T> now(List<Changes.Change<T>> changes, Predicate<T> sees) {
        List<T> now = new ArrayList<>();
        for (Changes.Change<T> change : changes) {
            T after = change.after();
            if (after != null && sees.test(after)) {
                now.add(after);
            }
        }
        return now;
    }

    private static <T> List<T> left(List<Changes.Change<T>> changes, Predicate<T> sees) {
        List<T> left = new ArrayList<>();
        for (Changes.Change<T> change : changes) {
            T before = change.before();
            T after = change.after();
            if (before != null && sees.test(before) && (after == null || !sees.test(after))) {
                left.add(before);
            }
        }
        return left;
    }
}
