package org.muster.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.muster.model.Actor;
import org.muster.model.Alert;
import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Role;
import org.muster.model.Settings;
import org.muster.model.Unit;

/**
 * What a credential may do and see: the one place for it. Immutable, any thread, cheap enough to be asked for every
 * entry.
 */
public final class Scope {
    private final String name;
    private final Role role;
    private final Set<Topic> topics;
    /** Areas that were granted; empty for all. */
    private final Set<String> granted;
    /** Areas that were asked for on top; empty for all that is granted. */
    private final Set<String> wanted;

    private Scope(String name, Role role, Set<Topic> topics, Set<String> granted,
            Set<String> wanted) {
        this.name = name;
        this.role = role;
        this.topics = Collections.unmodifiableSet(topics);
        this.granted = granted;
        this.wanted = wanted;
    }

    /** All that a credential is entitled to. */
    public static Scope of(Credential credential) {
        return new Scope(credential.name(), credential.role(), Topic.of(credential.role()),
                Set.copyOf(credential.areas()), Set.of());
    }

    /** Less of it: what a watcher asked for. An empty list or set asks for all; what is not granted is dropped. */
    public Scope narrowedTo(List<String> areas, Set<Topic> asked) {
        Set<Topic> left = EnumSet.noneOf(Topic.class);
        left.addAll(topics);
        if (!asked.isEmpty()) {
            left.retainAll(asked);
        }
        return new Scope(name, role, left, granted, Set.copyOf(areas));
    }

    /** Whose it is: the name under which its reports are recorded. */
    public String name() {
        return name;
    }

    /** The areas that it is bound to, each with what lies within; empty for all. */
    public Set<String> areas() {
        return granted;
    }

    /** Topics that this scope tells of; empty for who may not read content. */
    public Set<Topic> topics() {
        return topics;
    }

    /** Whether it may read any content at all; else every such route is 403. */
    public boolean mayReadContent() {
        return role != Role.ADMIN;
    }

    /** Whether it may read things of this kind; else their routes are 403. */
    public boolean mayRead(Topic topic) {
        return topics.contains(topic);
    }

    /** Whether it may read the raw record; what of it, {@link #sees(Entry)} says. */
    public boolean mayReadJournal() {
        return role == Role.AUDITOR;
    }

    /** Whether it may read the metrics, which tell of every area. */
    public boolean mayReadMetrics() {
        return role == Role.AUDITOR && granted.isEmpty();
    }

    /** Whether it may read single reports; which, {@link #seesReport} says. */
    public boolean mayReadReports() {
        return switch (role) {
            case FIELD, CONTROLLER, SUPERVISOR, AUDITOR -> true;
            case VIEWER, ADMIN -> false;
        };
    }

    /** Whether a report's entry may be read by the report's id: to a field unit only what it sent itself. */
    public boolean seesReport(Entry entry) {
        return mayReadReports() && seesAny(entry.areas())
                && (role != Role.FIELD || entry.actor().equals(name));
    }

    /** Whether it may read a sensitive report in full, each time with an entry; everybody else gets it reduced. */
    public boolean mayReadSensitive() {
        return role == Role.SUPERVISOR || role == Role.AUDITOR;
    }

    /** Whether it may read where its own unit was sent; it is told wherever that is, whatever its areas. */
    public boolean mayReadOwnTasks() {
        return role == Role.FIELD;
    }

    /** Whether it may send reports; areas bound reading, never reporting. */
    public boolean mayReport() {
        return mayReport(role);
    }

    private static boolean mayReport(Role role) {
        return switch (role) {
            case FIELD, CONTROLLER, SUPERVISOR -> true;
            case VIEWER, AUDITOR, ADMIN -> false;
        };
    }

    /** Whether this sender may state what this unit does: a field credential its own only. */
    public static boolean mayStateUnit(Actor by, String unit) {
        return mayReport(by.role()) && (by.role() != Role.FIELD || unit.equals(by.name()));
    }

    /** Whether this sender may report what a unit said by radio. */
    public static boolean mayReportOnBehalf(Actor by) {
        return mayReport(by.role()) && by.role() != Role.FIELD;
    }

    /** Whether it may plan protests. */
    public boolean mayPlan() {
        return switch (role) {
            case CONTROLLER, SUPERVISOR -> true;
            case VIEWER, FIELD, AUDITOR, ADMIN -> false;
        };
    }

    /**
     * Whether it may plan a protest there: where nobody of its areas would see it, it could not go on with it.
     *
     * @param areas that the place touches
     */
    public boolean mayPlanIn(List<String> areas) {
        return mayPlan() && seesAny(areas);
    }

    /** Whether it may acknowledge alerts, give them to somebody, comment on them and clear them. */
    public boolean mayWorkAlerts() {
        return switch (role) {
            case CONTROLLER, SUPERVISOR -> true;
            case VIEWER, FIELD, AUDITOR, ADMIN -> false;
        };
    }

    /** Whether it may have the rules read again, which call for everybody: not who is bound to areas. */
    public boolean mayReloadRules() {
        return role == Role.SUPERVISOR && granted.isEmpty();
    }

    /** Whether it may read what people wrote about alerts: comments, and reasons why one was cleared. */
    public boolean mayReadRemarks() {
        return switch (role) {
            case CONTROLLER, SUPERVISOR, AUDITOR -> true;
            case VIEWER, FIELD, ADMIN -> false;
        };
    }

    /**
     * Whether an entry may be shown. Entries of no topic are for auditors, who must not be bound to areas for them; the
     * engine's signs of life are for everybody who has the topic.
     */
    public boolean sees(Entry entry) {
        Optional<Topic> topic = topic(entry.body());
        return topic.map(topics::contains).orElse(role == Role.AUDITOR)
                && (entry.ofEngine() || (isFlood(entry) ? seesDesk(entry.areas())
                        : seesAny(entry.areas()) && (mayReadRemarks() || !isRemark(entry))));
    }

    private static boolean isFlood(Entry entry) {
        return entry.body() instanceof Entry.FloodStarted
                || entry.body() instanceof Entry.FloodEnded;
    }

    /** Whether it may read how loaded desks are: one that works alerts its own, supervisors and auditors those below. */
    public boolean mayReadLoad() {
        return mayReadRemarks();
    }

    /**
     * Whether how loaded a desk is may be shown.
     *
     * @param desk its name
     * @param areas its areas with all that they lie in; empty when it has all
     */
    public boolean seesLoad(String desk, List<String> areas) {
        return mayReadLoad() && (desk.equals(name) || (role != Role.CONTROLLER && seesDesk(areas)));
    }

    /** Whether a flood may be shown, whatever areas a watcher looks at: the control room shares its desks' bad moments. */
    private boolean seesDesk(List<String> areas) {
        return mayReadLoad() && (granted.isEmpty() || holdsAny(granted, areas));
    }

    /** Whether an entry may be shown in a feed: also a report to the field unit that sent it. */
    public boolean seesTold(Entry entry) {
        return sees(entry) || (entry.body() instanceof Entry.ReportRecorded && seesReport(entry));
    }

    private static boolean isRemark(Entry entry) {
        return switch (entry.body()) {
            case Entry.AlertCommented _,Entry.AlertShelved _ -> true;
            // The service's own reasons are none of somebody's words.
            case Entry.AlertCleared _ -> !entry.actor().equals(Actor.SYSTEM.name());
            case Entry.ReportRecorded _,Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _,Entry.AlertRaised _,Entry.AlertUpdated _,Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _,Entry.AlertSeen _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    false;
        };
    }

    /** Whether an alert may be shown. The engine's sign of life is none that is, but to who {@link #mayAskEngine asks}. */
    public boolean sees(Alert alert) {
        return topics.contains(Topic.ALERTS) && !alert.subject().ofEngine()
                && seesAny(alert.areas());
    }

    /** Whether it may ask for the alert that tells that the engine works. */
    public boolean mayAskEngine() {
        return topics.contains(Topic.ALERTS);
    }

    /** Whether an incident may be shown: to a field unit only those it reported on. */
    public boolean sees(Incident incident) {
        return topics.contains(Topic.INCIDENTS) && seesAny(incident.areas())
                && (role != Role.FIELD || incident.reporters().contains(name));
    }

    /** Whether an allegation may be counted and named. */
    public boolean sees(Allegation allegation) {
        return topics.contains(Topic.INCIDENTS) && seesAny(allegation.areas());
    }

    /** Whether a protest may be shown. */
    public boolean sees(Protest protest) {
        return topics.contains(Topic.PROTESTS) && seesAny(protest.areas());
    }

    /** A protest in the form that may be shown: viewers get no ages that could tell who was arrested. */
    public Protest shown(Protest protest) {
        return role == Role.VIEWER ? protest.outlined() : protest;
    }

    /** Whether an area may be shown: what was granted and all below it. */
    public boolean sees(Area area) {
        return topics.contains(Topic.AREAS) && seesArea(area.id(), area.ancestors());
    }

    /** Whether a unit may be shown. */
    public boolean sees(Unit unit) {
        return topics.contains(Topic.UNITS) && seesAny(unit.areas());
    }

    /** Whether an area's outline may be shown, by its id and its ancestors'. */
    public boolean seesArea(String id, List<String> ancestors) {
        return mayReadContent() && isWithin(granted, id, ancestors)
                && isWithin(wanted, id, ancestors)
                && (!id.equals(Settings.ELSEWHERE) || seesElsewhere());
    }

    /** The topic by which an entry is told of, if any. */
    public static Optional<Topic> topic(Entry.Body body) {
        return switch (body) {
            case Entry.ReportRecorded _ -> Optional.of(Topic.REPORTS);
            case Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _ ->
                    Optional.of(Topic.PROTESTS);
            case Entry.AlertRaised _,Entry.AlertUpdated _,Entry.AlertCleared _,Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertCommented _,Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _ ->
                    Optional.of(Topic.ALERTS);
            case Entry.SettingsApplied _,Entry.AccessNoted _,Entry.ReportRead _,Entry.AlertSeen _,Entry.RuleFailed _ ->
                    Optional.empty();
        };
    }

    private static boolean isWithin(Set<String> bound, String id, List<String> ancestors) {
        return bound.isEmpty() || bound.contains(id) || holdsAny(bound, ancestors);
    }

    /**
     * @param all where a thing counts, up to the root, and where else it has counted; empty when it has no place
     */
    private boolean seesAny(List<String> all) {
        if (all.isEmpty()) {
            return seesElsewhere() && wanted.isEmpty();
        }
        // An alert whose subject left the map stays with those who saw it.
        List<String> areas = seesElsewhere() ? all : withoutElsewhere(all);
        return !areas.isEmpty() && (granted.isEmpty() || holdsAny(granted, areas))
                && (wanted.isEmpty() || holdsAny(wanted, areas));
    }

    private static List<String> withoutElsewhere(List<String> areas) {
        return areas.contains(Settings.ELSEWHERE)
                ? areas.stream().filter(area -> !area.equals(Settings.ELSEWHERE)).toList()
                : areas;
    }

    /** What lies outside every area, or has no place, is for the control room and above, unbound. */
    private boolean seesElsewhere() {
        return granted.isEmpty() && switch (role) {
            case CONTROLLER, SUPERVISOR, AUDITOR -> true;
            case VIEWER, FIELD, ADMIN -> false;
        };
    }

    private static boolean holdsAny(Set<String> bound, List<String> areas) {
        for (int i = 0; i < areas.size(); i++) {
            if (bound.contains(areas.get(i))) {
                return true;
            }
        }
        return false;
    }
}
