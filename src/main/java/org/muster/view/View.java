package org.muster.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

import org.muster.model.Alert;
import org.muster.model.AlertSubject;
import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Cursor;
import org.muster.model.DeploymentState;
import org.muster.model.Desk;
import org.muster.model.Entry;
import org.muster.model.Finding;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Unit;
import org.muster.model.Versions;

/**
 * All that is known at one place in the record. A later one shares what did not change.
 *
 * @param cursor the last entry it holds
 * @param at the moment its rolling windows end at
 * @param areas by id
 * @param units by call sign
 * @param desks by name
 * @param allegations of crimes
 * @param versions of the settings and their rules
 * @param load what called people in the last day
 * @param confidential entries of struck reports in whose place a sensitive one stands
 */
public record View(Cursor cursor, Instant at, PMap<String, Area> areas, Known<Incident> incidents,
        Known<Protest> protests, PMap<String, Unit> units, PSet<Long> confidential,
        Known<Alert> alerts, Settings settings, PMap<String, Desk> desks,
        Known<Allegation> allegations, Versions versions, Load load) {

    /** A view without desks and allegations. */
    public View(Cursor cursor, Instant at, PMap<String, Area> areas, Known<Incident> incidents,
            Known<Protest> protests, PMap<String, Unit> units, PSet<Long> confidential,
            Known<Alert> alerts, Settings settings) {
        this(cursor, at, areas, incidents, protests, units, confidential, alerts, settings,
                HashTreePMap.empty(), Known.none(), Versions.NONE, Load.NONE);
    }

    /** A view without alerts, in which no struck report is confidential. */
    public View(Cursor cursor, Instant at, PMap<String, Area> areas, Known<Incident> incidents,
            Known<Protest> protests, PMap<String, Unit> units, Settings settings) {
        this(cursor, at, areas, incidents, protests, units, HashTreePSet.empty(), Known.none(),
                settings, HashTreePMap.empty(), Known.none(), Versions.NONE, Load.NONE);
    }

    /** What is over stays in the picture this long. */
    public static final Duration OVER_SHOWN = Duration.ofHours(24);

    /** When the engine last showed that it works; null when no rule looks at it, or none has yet. */
    public @Nullable Instant engineTestedAt() {
        boolean isTested = settings.rules()
                .stream()
                .anyMatch(rule -> rule.scope() == AlertSubject.Type.ENGINE);
        return isTested ? load.engineTestedAt() : null;
    }

    /** Since when a desk is in a flood; null while it is not, and for who is none. */
    public @Nullable Instant floodSince(String name) {
        Desk desk = desks.get(name);
        return desk == null ? null : desk.floodSince();
    }

    /** The areas that are shown to somebody, by id. */
    public List<Area> areas(Predicate<? super Area> shown) {
        return present(areas.values(), shown).sorted(Comparator.comparing(Area::id)).toList();
    }

    /** The incidents of the present picture that are shown to somebody, newest first. */
    public List<Incident> incidents(Predicate<? super Incident> shown) {
        return present(incidents.newestFirst(), shown).filter(this::isCurrent).toList();
    }

    /** The protests of the present picture that are shown to somebody, newest first. */
    public List<Protest> protests(Predicate<? super Protest> shown) {
        return present(protests.newestFirst(), shown).filter(this::isCurrent).toList();
    }

    /** The units of the present picture that are shown to somebody, by call sign. */
    public List<Unit> units(Predicate<? super Unit> shown) {
        return present(units.values(), shown).filter(this::isCurrent)
                .sorted(Comparator.comparing(Unit::id))
                .toList();
    }

    /** The alerts of the present picture that are shown to somebody, newest first. */
    public List<Alert> alerts(Predicate<? super Alert> shown) {
        return present(alerts.newestFirst(), shown).filter(this::isCurrent).toList();
    }

    /** Whether an alert belongs to the present picture: open, or cleared within the 24 hours up to {@link #at}. */
    public boolean isCurrent(Alert alert) {
        return alert.state().isOpen() || isRecent(alert.clearedAt());
    }

    /** Whether an incident belongs to the present picture: open, or closed within the 24 hours up to {@link #at}. */
    public boolean isCurrent(Incident incident) {
        return !incident.isVoid() && isRecent(incident.closedAt());
    }

    /** Whether a protest belongs to the present picture: planned, live, or over within the same time. */
    public boolean isCurrent(Protest protest) {
        return !protest.isVoid() && switch (protest.status()) {
            case PLANNED, LIVE -> true;
            case ENDED -> isRecent(protest.endedAt());
            case CANCELLED -> isRecent(protest.cancelledAt());
        };
    }

    /** Whether a unit belongs to the present picture: not released, or released within the same time. */
    public boolean isCurrent(Unit unit) {
        return unit.state() != DeploymentState.RELEASED || isRecent(unit.effectiveAt());
    }

    /**
     * Whether an entry that this view holds may be shown in its reduced form only: it is a report given in confidence,
     * or one that such a report corrects, or one of something that is sensitive by now, however it was when it came; or
     * an alert's, with words of such a thing.
     */
    public boolean conceals(Entry entry) {
        if (entry.seq() > cursor.seq()) {
            throw new IllegalArgumentException(
                    "entry " + entry.seq() + " is beyond this view, " + cursor.seq());
        }
        return switch (entry.body()) {
            case Entry.ReportRecorded report ->
                    report.sensitive() || confidential.contains(entry.seq())
                            || isSensitive(report.incident(), report.protest());
            case Entry.AlertRaised raised -> conceals(raised.subject(), raised.finding());
            case Entry.AlertUpdated updated -> {
                Alert alert = alerts.get(updated.alert());
                yield alert != null && conceals(alert.subject(), updated.finding());
            }
            case Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _,Entry.AlertCleared _,Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertCommented _,Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _,Entry.AlertSeen _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    false;
        };
    }

    /** Without a discreet message there is nothing in the message to conceal. */
    private boolean conceals(AlertSubject subject, @Nullable Finding finding) {
        return finding != null && finding.discreet() != null && isSensitive(subject);
    }

    /**
     * What an entry of this view is about; of an alert's, what the alert is about. Null when it is about nothing, or about
     * units and places alone.
     */
    public @Nullable AlertSubject about(Entry.Body body) {
        UUID id = alert(body);
        Alert alert = id == null ? null : alerts.get(id);
        return alert != null ? alert.subject() : switch (body) {
            case Entry.ReportRecorded it ->
                    it.incident() != null ? subject(AlertSubject.Type.INCIDENT, it.incident())
                            : it.protest() != null
                                    ? subject(AlertSubject.Type.PROTEST, it.protest())
                                    : null;
            case Entry.ProtestPlanned it -> subject(AlertSubject.Type.PROTEST, it.protest());
            case Entry.ProtestChanged it -> subject(AlertSubject.Type.PROTEST, it.protest());
            case Entry.ProtestCancelled it -> subject(AlertSubject.Type.PROTEST, it.protest());
            case Entry.ProtestStarted it -> subject(AlertSubject.Type.PROTEST, it.protest());
            case Entry.ProtestEnded it -> subject(AlertSubject.Type.PROTEST, it.protest());
            case Entry.AlertRaised _,Entry.AlertUpdated _,Entry.AlertCleared _,Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertCommented _,Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _,Entry.AlertSeen _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    null;
        };
    }

    private static AlertSubject subject(AlertSubject.Type type, UUID id) {
        return new AlertSubject(type, id.toString());
    }

    /** The alert that an entry is of; null when it is of none. */
    public static @Nullable UUID alert(Entry.Body body) {
        return switch (body) {
            case Entry.AlertRaised it -> it.alert();
            case Entry.AlertUpdated it -> it.alert();
            case Entry.AlertCleared it -> it.alert();
            case Entry.AlertAcknowledged it -> it.alert();
            case Entry.AlertUnacknowledged it -> it.alert();
            case Entry.AlertAssigned it -> it.alert();
            case Entry.AlertCommented it -> it.alert();
            case Entry.AlertShelved it -> it.alert();
            case Entry.AlertUnshelved it -> it.alert();
            case Entry.AlertSuppressed it -> it.alert();
            case Entry.AlertSeen it -> it.alert();
            case Entry.ReportRecorded _,Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _,Entry.FloodStarted _,Entry.FloodEnded _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    null;
        };
    }

    /** Whether what an alert is about is sensitive by now. */
    public boolean isSensitive(AlertSubject subject) {
        return switch (subject.type()) {
            case INCIDENT -> isSensitive(UUID.fromString(subject.id()), null);
            case PROTEST -> isSensitive(null, UUID.fromString(subject.id()));
            case ALLEGATION -> {
                Allegation alleged = allegations.get(UUID.fromString(subject.id()));
                yield alleged != null && isSensitive(alleged.incident(), alleged.protest());
            }
            case AREA, UNIT, ENGINE -> false;
        };
    }

    private boolean isSensitive(@Nullable UUID incidentId, @Nullable UUID protestId) {
        Incident incident = incidentId == null ? null : incidents.get(incidentId);
        Protest protest = protestId == null ? null : protests.get(protestId);
        return (incident != null && incident.sensitive())
                || (protest != null && protest.sensitive());
    }

    private static <T> Stream<T> present(Collection<T> all, Predicate<? super T> shown) {
        return all.stream().filter(shown);
    }

    private boolean isRecent(@Nullable Instant over) {
        return over == null || over.isAfter(at.minus(OVER_SHOWN));
    }
}
