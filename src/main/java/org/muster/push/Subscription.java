package org.muster.push;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.muster.access.Credential;
import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Role;
import org.muster.model.Unit;

/**
 * What a watcher sees: what its credential allows, narrowed by what it asked for. It decides every byte of every
 * message, so that watchers with equal subscriptions share them.
 */
final class Subscription {

    private final ViewClass viewClass;
    private final Scope scope;

    /**
     * All that tells one view from another. The role also says how much of a protest's arrests is told.
     *
     * @param who the name, for a role that sees what it reported on itself or is a desk of its own; else empty
     */
    private record ViewClass(Role role, String who, Set<String> granted, Set<String> asked,
            Set<Topic> topics) {}

    /** @param areas the areas asked for, with all below them; empty for all */
    Subscription(Credential credential, List<String> areas, Set<Topic> topics) {
        scope = Scope.of(credential).narrowedTo(areas, topics);
        viewClass = new ViewClass(credential.role(),
                credential.role() == Role.FIELD || scope.mayWorkAlerts() ? credential.name() : "",
                Set.copyOf(credential.areas()), Set.copyOf(areas), scope.topics());
    }

    /** Whether an area that was asked for holds, or is, one that the credential may see. */
    static boolean isKnown(Scope granted, String asked, Collection<Area> areas) {
        return areas.stream()
                .anyMatch(area -> (area.id().equals(asked) || area.ancestors().contains(asked))
                        && granted.sees(area));
    }

    /** Whose it is; of those who neither report nor work alerts, one for all. */
    String name() {
        return viewClass.who();
    }

    /** What remains of the topics, in their order. */
    List<String> topics() {
        return scope.topics().stream().sorted().map(Topic::slug).toList();
    }

    /** Whether messages of this topic are sent at all. */
    boolean has(Topic topic) {
        return scope.mayRead(topic);
    }

    /** Whether this entry is sent: what belongs to no topic is not for the stream. */
    boolean sees(Entry entry) {
        return Scope.topic(entry.body()).isPresent() && scope.sees(entry);
    }

    /** Whether this incident is shown; a void one is not, to nobody. */
    boolean sees(Incident incident) {
        return !incident.isVoid() && scope.sees(incident);
    }

    /** Whether this protest is shown; a void one is not, to nobody. */
    boolean sees(Protest protest) {
        return !protest.isVoid() && scope.sees(protest);
    }

    /** The protest in the form in which it is shown. */
    Protest shown(Protest protest) {
        return scope.shown(protest);
    }

    /** Whether this alert is shown. */
    boolean sees(Alert alert) {
        return scope.sees(alert);
    }

    /** Whether this unit is shown. */
    boolean sees(Unit unit) {
        return scope.sees(unit);
    }

    /** Whether this area is shown. */
    boolean sees(Area area) {
        return scope.sees(area);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscription that && viewClass.equals(that.viewClass);
    }

    @Override
    public int hashCode() {
        return viewClass.hashCode();
    }
}
