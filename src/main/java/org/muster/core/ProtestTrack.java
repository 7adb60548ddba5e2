package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Clash;
import org.muster.model.Crowd;
import org.muster.model.Entry;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.ExternalRef;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Shape;
import org.muster.model.Subject;

/**
 * One protest: its plan, its life, its figures, and what it counts as in its areas. Reports come in any order and may
 * be struck; it is always as if those that are left had come in effective order. It becomes live and ends by entries
 * alone, which {@link #next} asks for; only what no entry can say (it is planned again, or cancelled still) is so at
 * once. Opened by a report that was struck, and without another, it is void.
 */
final class ProtestTrack {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final UUID id;
    private final long openedSeq;
    private final boolean isDrill;
    private final ProtestState.@Nullable Planning planning;
    private final Marks marks;
    private final Ledger ledger;
    private final Register<ExternalRef> externalRefs;
    private final Register<Integer> distances;
    private final TreeMap<UUID, Clash> clashes = new TreeMap<>();
    private long version;
    private Plan plan;
    private boolean isPlanned;
    private @Nullable Long squareMetres;
    private @Nullable Location opening;
    private @Nullable Moment cancelled;
    private @Nullable Long voidAt;
    private ProtestStatus status;
    private @Nullable Long startedAt;
    private @Nullable Long overAt;
    private ProtestLife life;
    private Clashes.Candidate candidate;

    ProtestTrack(ProtestState state, Ledger.Fusing fusing, Function<List<String>, AreaSet> sets) {
        id = state.id();
        openedSeq = state.openedSeq();
        version = state.version();
        isDrill = state.drill();
        plan = state.plan().plan();
        planning = state.planning();
        isPlanned = state.planned();
        opening = state.opening();
        cancelled = state.cancelled();
        voidAt = state.voidAt();
        status = state.status();
        startedAt = state.startedAt();
        overAt = state.overAt();
        marks = Marks.restore(state.marks());
        externalRefs = new Register<>(state.externalRefs());
        squareMetres = state.squareMetres();
        distances = new Register<>(state.distances());
        state.clashes().forEach(near -> clashes.put(near.protest(), near.clash()));
        ledger = new Ledger(new Subject.OfProtest(id), sets.apply(state.ledger().areas()), fusing,
                state.ledger());
        life = marks.life(plan, cancelled);
        candidate = Clashes.Candidate.of(id, isPlanned, plan);
    }

    ProtestState state() {
        return new ProtestState(id, openedSeq, version, isDrill, PlanState.of(plan), planning,
                isPlanned, opening, cancelled, voidAt, status, startedAt, overAt, marks.state(),
                externalRefs.all(), clashes.values().stream().map(ProtestState.Near::of).toList(),
                squareMetres, distances.all(), ledger.state());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    boolean isDrill() {
        return isDrill;
    }

    boolean isPlanned() {
        return isPlanned;
    }

    Plan plan() {
        return plan;
    }

    ProtestState.@Nullable Planning planning() {
        return planning;
    }

    ProtestStatus status() {
        return status;
    }

    long openedSeq() {
        return openedSeq;
    }

    Ledger ledger() {
        return ledger;
    }

    Post post() {
        return ledger.post();
    }

    Clashes.Candidate candidate() {
        return candidate;
    }

    /** What it clashes with, cancelled and void ones too. */
    Collection<Clash> clashes() {
        return clashes.values();
    }

    boolean isVoid() {
        return !isPlanned && ledger.isVoid();
    }

    /** Whether no clash of it is shown, whatever the plans say; the distances would tell where a hidden one is. */
    boolean isOff() {
        return isVoid() || status == ProtestStatus.CANCELLED || isHidden();
    }

    /** Whether it was told of in confidence and nobody planned it. */
    private boolean isHidden() {
        return !isPlanned && ledger.isSensitive();
    }

    /** Whether people may be there: neither over nor void. */
    boolean isPresent() {
        return !isVoid() && (status == ProtestStatus.PLANNED || status == ProtestStatus.LIVE);
    }

    /** How it stands at a moment, whatever entries say so. */
    ProtestLife.Standing at(long now) {
        return isVoid()
                ? new ProtestLife.Standing(ProtestStatus.ENDED, startedAt, voidAt,
                        ProtestLife.NEVER)
                : life.at(now);
    }

    /** Of the planned place, if that is ground; else 0. */
    long squareMetres() {
        return squareMetres == null ? 0 : squareMetres;
    }

    /** How far people are from the planned place, by the newest report that says where they are; 0 without one. */
    int metresFromPlace() {
        Integer newest = distances.holds();
        return newest == null ? 0 : newest;
    }

    /** Somebody planned it anew. How far people were from another place is of no account any more. */
    void change(Plan newPlan, @Nullable Long ground, AreaSet areas, long seq) {
        isPlanned = true;
        squareMetres = ground;
        if (!Objects.equals(newPlan.place(), plan.place())) {
            distances.clear();
        }
        replan(newPlan, areas, seq);
    }

    /** Another report stands in place of the one that opened it. */
    void replan(Plan newPlan, AreaSet areas, long seq) {
        plan = newPlan;
        version = seq;
        life = marks.life(plan, cancelled);
        candidate = Clashes.Candidate.of(id, isPlanned, plan);
        ledger.moveTo(areas);
    }

    /** Where the report was that opened it, or the last in that one's place. */
    void opened(Location at) {
        opening = at;
    }

    @Nullable
    Location opening() {
        return opening;
    }

    void cancel(Moment when) {
        cancelled = when;
        life = marks.life(plan, cancelled);
    }

    void start(Instant at) {
        status = ProtestStatus.LIVE;
        startedAt = at.toEpochMilli();
        overAt = null;
    }

    void end(Instant at) {
        status = ProtestStatus.ENDED;
        overAt = at.toEpochMilli();
    }

    /** Takes in a report; its officers are taken in elsewhere. */
    void add(Moment when, ReportRecorded body, String by) {
        Mark mark = Mark.of(body.report());
        boolean isNewest = marks.add(when, mark);
        if (isNewest && (cancelled == null || cancelled.isBefore(when))) {
            life.report(when, mark);
        } else {
            life = marks.life(plan, cancelled);
        }
        boolean wasClosed = marks.haveClosing();
        ledger.add(when, body, by, !wasClosed || marks.whileThere().test(when));
        if (wasClosed && !isNewest) {
            ledger.refold(marks.whileThere());
        }
        if (body.report().externalRef() != null) {
            externalRefs.put(when, body.report().externalRef(), Account.REMEMBERED_MAX);
        }
        if (body.metresFromPlace() != null) {
            distances.put(when, body.metresFromPlace(), Account.REMEMBERED_MAX);
        }
        voidAt = null;
    }

    /** Takes a report out, as if it had never been; its units are taken out elsewhere. */
    void strike(Moment when, long at) {
        boolean wasClosed = marks.haveClosing();
        marks.remove(when);
        life = marks.life(plan, cancelled);
        ledger.strike(when);
        if (wasClosed) {
            ledger.refold(marks.whileThere());
        }
        externalRefs.remove(when);
        distances.remove(when);
        if (!isVoid()) {
            voidAt = null;
        } else if (voidAt == null) {
            voidAt = at;
        }
    }

    /** Puts it in other areas because the map changed; says whether they are others. */
    boolean relocate(AreaSet areas) {
        return ledger.moveTo(areas);
    }

    /**
     * Counts as it now is.
     *
     * @return when that is to be asked again, though nothing happens: {@link ProtestLife#NEVER} for never
     */
    long settle(long now) {
        ProtestLife.Standing standing = at(now);
        if (standing.status() == ProtestStatus.PLANNED
                || standing.status() == ProtestStatus.CANCELLED || isVoid()) {
            status = standing.status();
        }
        if (standing.status() == status) {
            startedAt = standing.startedAt();
            overAt = standing.overAt();
        }
        post().requestsOpen(!isPresent(), life.revivedBy());
        long upcomingAt = plan.startsAt().toEpochMilli() - DAY_MILLIS;
        ledger.settle(presence(now >= upcomingAt));
        return status == ProtestStatus.PLANNED && now < upcomingAt
                ? Math.min(upcomingAt, standing.nextAt())
                : standing.nextAt();
    }

    /** The entry that has to say how it stands; null when that is known. */
    Entry.@Nullable Body next(long now) {
        ProtestLife.Standing standing = at(now);
        if (standing.status() == status) {
            return null;
        }
        return switch (standing.status()) {
            case LIVE -> new Entry.ProtestStarted(id, instant(standing.startedAt()));
            case ENDED -> new Entry.ProtestEnded(id, instant(standing.overAt()));
            case PLANNED, CANCELLED -> null;
        };
    }

    private Presence presence(boolean isNear) {
        if (!isPresent()) {
            return Presence.NONE;
        }
        boolean isLive = status == ProtestStatus.LIVE;
        int planned = plan.officersPlanned() == null ? 0 : plan.officersPlanned();
        Crowd.Range crowd = ledger.crowd();
        return isLive ? new Presence(0, 1, 0, planned, crowd)
                : new Presence(0, 0, isNear ? 1 : 0, isNear ? planned : 0, crowd);
    }

    /**
     * @param shownClashes with what is neither cancelled nor void
     * @param alerts those that are open about it
     */
    Protest shown(Catalogue catalogue, List<Clash> shownClashes, List<UUID> alerts) {
        Instant over = PlanState.instant(overAt);
        return new Protest(id, openedSeq, version, status, isPlanned,
                isHidden() ? null : plan.title(), isHidden() ? discreet(catalogue) : plan,
                ledger.areas().ids(), PlanState.instant(startedAt),
                status == ProtestStatus.ENDED ? over : null,
                status == ProtestStatus.CANCELLED ? over : null, shownClashes,
                ledger.shown(catalogue, isPresent()), ledger.isSensitive(), isDrill,
                externalRefs.holds(), alerts);
    }

    /** What was opened in confidence, without words, at the centre of its smallest area. */
    private Plan discreet(Catalogue catalogue) {
        Location centre = catalogue.centre(ledger.areas().ids());
        Shape place = centre == null ? null
                : new Shape.Point(new Position(centre.lat(), centre.lon()));
        return new Plan(plan.category(), plan.category(), null, List.of(), plan.startsAt(),
                plan.endsAt(), place, null, null, null, null);
    }

    /** Instead of all clashes there were. */
    void clash(Collection<Clash> now) {
        clashes.clear();
        now.forEach(clash -> clashes.put(clash.protest(), clash));
    }

    void clashWith(Clash clash) {
        clashes.put(clash.protest(), clash);
    }

    void clashNoMoreWith(UUID other) {
        clashes.remove(other);
    }

    private static Instant instant(@Nullable Long millis) {
        return Instant.ofEpochMilli(Objects.requireNonNull(millis, "it has a moment"));
    }
}
