package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Link;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Recurrence;
import org.muster.model.Subject;

/**
 * One incident: its life, what is said of it, its figures, and what it counts as in its areas. Reports come in any order
 * and may be struck; it is always as if those that are left had come in effective order. It stands at the areas of its
 * place. Without a report it is void until one comes.
 */
final class IncidentTrack {

    private final UUID id;
    private final long openedSeq;
    private final boolean isDrill;
    private final IncidentLife life;
    private final Account account;
    private final Ledger ledger;
    private String category;
    private long openedAt;
    private @Nullable Moment opener;
    private @Nullable Long voidAt;
    private @Nullable Long countedOpening;

    IncidentTrack(IncidentState state, Ledger.Fusing fusing, Function<List<String>, AreaSet> sets) {
        id = state.id();
        openedSeq = state.openedSeq();
        isDrill = state.drill();
        category = state.category();
        openedAt = state.openedAt();
        opener = state.opener();
        voidAt = state.voidAt();
        life = new IncidentLife(state.words());
        account = new Account(state.account(), sets, life::counts);
        ledger = new Ledger(new Subject.OfIncident(id), sets.apply(state.ledger().areas()), fusing,
                state.ledger());
        settle();
    }

    IncidentState state() {
        return new IncidentState(id, openedSeq, openedAt, opener, voidAt, category, isDrill,
                life.all(), account.state(), ledger.state());
    }

    UUID id() {
        return id;
    }

    long openedSeq() {
        return openedSeq;
    }

    boolean isDrill() {
        return isDrill;
    }

    Ledger ledger() {
        return ledger;
    }

    Post post() {
        return ledger.post();
    }

    Location location() {
        return account.place().location();
    }

    /** The place that the opening report gave, or the one before it when it gave none. */
    Placed opening() {
        return account.opening();
    }

    String title() {
        return account.title();
    }

    @Nullable
    Methane methane() {
        return account.methane();
    }

    /** The incidents that it names as linked with it. */
    List<Link> links() {
        return account.links();
    }

    IncidentStatus status() {
        return life.status();
    }

    String category() {
        return category;
    }

    /** Effective time of the report that opened it, in milliseconds; as last known once it is void. */
    long openedAt() {
        return openedAt;
    }

    boolean isClosed() {
        return life.isClosed();
    }

    boolean isVoid() {
        return ledger.isVoid();
    }

    boolean isOpen() {
        return !isClosed() && !isVoid();
    }

    /** Another report stands in place of the one that opened it, and is to be added next. */
    void open(Moment when, String newCategory, String madeTitle, Placed place) {
        category = newCategory;
        account.open(when, madeTitle, place, life::counts);
        account.choose(life::counts);
        opener = when;
    }

    /**
     * Takes in a report; its officers are taken in elsewhere.
     *
     * @param areas where its location lies
     * @return whether the incident moved to other areas
     */
    boolean add(Moment when, ReportRecorded body, String by, AreaSet areas) {
        boolean isNewest = ledger.reports().isNewest(when);
        IncidentLife.Word word = IncidentLife.Word.of(body.report());
        boolean otherSpans = word != null && life.add(when, word);
        ledger.add(when, body, by, life.counts(when));
        account.add(when, body.report(), areas, life::counts);
        if (otherSpans && !isNewest) {
            refold();
        }
        voidAt = null;
        return settle();
    }

    /** Keeps the mark of a report that withdrew another and says nothing else. */
    void mark(Moment when, ReportRecorded body) {
        ledger.mark(when, body);
    }

    /**
     * Takes a report out, as if it had never been; its units are taken out elsewhere.
     *
     * @param at when it was struck
     * @return whether the incident moved to other areas
     */
    boolean strike(Moment when, long at) {
        if (when.equals(opener)) {
            opener = null;
        }
        ledger.strike(when);
        account.strike(when);
        if (life.remove(when)) {
            refold();
        } else {
            account.choose(life::counts);
        }
        if (isVoid() && voidAt == null) {
            voidAt = at;
        }
        return settle();
    }

    /** Puts it in other areas because the map changed. */
    void relocate(AreaSet areas) {
        account.relocate(areas);
        settle();
    }

    /** Fuses its crowd anew with the window in force. */
    void fuse() {
        ledger.fuse();
        settle();
    }

    private void refold() {
        ledger.refold(life::counts);
        account.choose(life::counts);
    }

    /** Counts where and as it now is; says whether that is elsewhere. */
    private boolean settle() {
        if (!isVoid()) {
            openedAt = opener == null ? ledger.reports().firstAt() : opener.at();
        }
        AreaSet before = ledger.areas();
        boolean moved = ledger.moveTo(account.place().areas());
        Long opening = isVoid() ? null : Long.valueOf(openedAt);
        if (moved || !Objects.equals(opening, countedOpening)) {
            if (countedOpening != null) {
                before.removeOpened(countedOpening);
            }
            if (opening != null) {
                ledger.areas().addOpened(opening);
            }
            countedOpening = opening;
        }
        ledger.settle(isOpen() ? Presence.open(ledger.crowd()) : Presence.NONE);
        post().requestsOpen(isClosed(), life.reopenedAt());
        return moved;
    }

    /**
     * @param alerts those that are open about it
     * @param recurrence what it follows
     */
    Incident shown(Catalogue catalogue, List<UUID> alerts, Recurrence recurrence) {
        boolean sensitive = ledger.isSensitive();
        List<String> areas = ledger.areas().ids();
        Moment closedAt = life.closedAt();
        Long overAt = closedAt == null ? voidAt : Long.valueOf(closedAt.at());
        Account.Charge charge = account.charge();
        Methane methane = account.methane();
        return new Incident(id, openedSeq, overAt == null ? life.status() : IncidentStatus.CLOSED,
                category, life.closingCategory(), sensitive ? null : account.title(),
                sensitive ? catalogue.centre(areas) : location(), areas,
                Instant.ofEpochMilli(openedAt),
                Instant.ofEpochMilli(isVoid() ? openedAt : ledger.reports().lastAt()),
                overAt == null ? null : Instant.ofEpochMilli(overAt),
                ledger.shown(catalogue, overAt == null), account.links(),
                sensitive && methane != null ? methane.withoutWords() : methane,
                charge == null ? null : charge.crime(), charge == null ? null : charge.ref(),
                sensitive, isDrill, account.externalRef(), alerts, recurrence);
    }
}
