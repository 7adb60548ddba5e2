package org.muster.push;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.muster.access.Topic;
import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Unit;
import org.muster.view.View;
import org.muster.wire.Json;
import org.muster.wire.PictureDocument;

/** Makes the messages that show things rather than entries: the picture, all of it again, and what changed. */
final class Updates {

    private static final int KINDS = 5;

    private Updates() {}

    /** The first message of a watcher who starts anew. */
    static List<byte[]> picture(Subscription subscription, View view) {
        PictureDocument document = new PictureDocument(view.cursor(), view.at(),
                subscription.topics(), view.areas(subscription::sees),
                view.incidents(subscription::sees), protests(subscription, view),
                view.alerts(subscription::sees), view.units(subscription::sees),
                new PictureDocument.Alerting(view.engineTestedAt(),
                        view.floodSince(subscription.name())),
                view.settings());
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
        Rendered rendered = new Rendered(view);
        List<byte[]> messages = new ArrayList<>(KINDS);
        if (subscription.has(Topic.AREAS)) {
            messages.add(
                    Messages.things("areas", all(view.areas(subscription::sees), rendered::area)));
        }
        if (subscription.has(Topic.INCIDENTS)) {
            messages.add(Messages.things("incidents",
                    all(view.incidents(subscription::sees), rendered::incident),
                    formers.incidentsLeft(subscription, view)));
        }
        if (subscription.has(Topic.PROTESTS)) {
            messages.add(Messages.things("protests",
                    all(protests(subscription, view), rendered::protest),
                    formers.protestsLeft(subscription, view)));
        }
        if (subscription.has(Topic.UNITS)) {
            messages.add(
                    Messages.things("units", all(view.units(subscription::sees), rendered::unit),
                            formers.unitsLeft(subscription, view)));
        }
        if (subscription.has(Topic.ALERTS)) {
            // None has left: areas are only added to an alert's.
            messages.add(Messages.things("alerts",
                    all(view.alerts(subscription::sees), rendered::alert), List.of()));
        }
        return messages;
    }

    /** What changed, as far as this subscription is concerned: no message of a kind of which nothing did. */
    static List<byte[]> changed(Subscription subscription, Changes changes, Rendered rendered) {
        List<byte[]> messages = new ArrayList<>(KINDS);
        List<Area> areas = now(changes.areas(), subscription::sees);
        if (!areas.isEmpty()) {
            messages.add(Messages.things("areas", all(areas, rendered::area)));
        }
        add(messages, "incidents",
                all(now(changes.incidents(), subscription::sees), rendered::incident),
                left(changes.incidents(), subscription::sees, Incident::id));
        add(messages, "protests",
                all(now(changes.protests(), subscription::sees),
                        protest -> rendered.protest(subscription.shown(protest))),
                left(changes.protests(), subscription::sees, Protest::id));
        add(messages, "units", all(now(changes.units(), subscription::sees), rendered::unit),
                left(changes.units(), subscription::sees, Unit::id));
        add(messages, "alerts", all(now(changes.alerts(), subscription::sees), rendered::alert),
                left(changes.alerts(), subscription::sees, Alert::id));
        return messages;
    }

    private static List<Protest> protests(Subscription subscription, View view) {
        return view.protests(subscription::sees).stream().map(subscription::shown).toList();
    }

    private static void add(List<byte[]> messages, String kind, List<byte[]> things, List<?> left) {
        if (!things.isEmpty() || !left.isEmpty()) {
            messages.add(Messages.things(kind, things, left));
        }
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

    private static <T> List<Object> left(List<Changes.Change<T>> changes, Predicate<T> sees,
            Function<T, Object> id) {
        List<Object> left = new ArrayList<>();
        for (Changes.Change<T> change : changes) {
            T before = change.before();
            T after = change.after();
            if (before != null && sees.test(before) && (after == null || !sees.test(after))) {
                left.add(id.apply(before));
            }
        }
        return left;
    }
}
