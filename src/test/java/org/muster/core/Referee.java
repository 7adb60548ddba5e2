package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Allegation;
import org.muster.model.Area;
import org.muster.model.Clash;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Link;
import org.muster.model.Plan;
import org.muster.model.Protest;

/** Holds the picture against the reference, as a screen shows the one and as the other computes it. */
final class Referee {

    private final World world;
    private final Reference reference;
    private int taken;
    private int turn;

    Referee(World world) {
        this(world, new Reference(world::places));
    }

    Referee(World world, Reference reference) {
        this.world = world;
        this.reference = reference;
    }

    Reference reference() {
        return reference;
    }

    /** Everything that the newest entries can have changed is as the reference says, and so is what did change. */
    void looks() {
        hears();
        Set<UUID> both = new HashSet<>(reference.touched);
        both.addAll(world.changed);
        both.forEach(this::same);
        UUID other = inTurn();
        if (other != null) {
            sameNights(other);
        }
        reference.touched.clear();
        world.changed.clear();
        unitsAndAreas();
    }

    /** Everything there is, is as the reference says. */
    void looksAtAll() {
        hears();
        assertThat(world.incidents.keySet()).isEqualTo(reference.incidents.keySet());
        assertThat(world.protests.keySet()).isEqualTo(reference.protests.keySet());
        world.incidents.keySet().forEach(this::same);
        world.protests.keySet().forEach(this::same);
        world.incidents.keySet().forEach(this::sameNights);
        unitsAndAreas();
        Map<UUID, Allegation> standing = new HashMap<>(world.allegations);
        standing.values().removeIf(Allegation::struck);
        assertThat(standing).isEqualTo(reference.allegations.all(reference));
    }

    /** One of all incidents, another each time: it may follow others now without having been touched. */
    private @Nullable UUID inTurn() {
        List<UUID> all = List.copyOf(world.incidents.keySet());
        return all.isEmpty() ? null : all.get(++turn % all.size());
    }

    private void sameNights(UUID incident) {
        same(incident, world.incident(incident).recurrence(), reference.nights.of(incident));
    }

    /** For a reference that is to hear every entry by itself. */
    void hears() {
        List<Entry> news = world.entries.subList(taken, world.entries.size());
        for (Entry entry : news) {
            if (entry.body() instanceof Entry.ReportRecorded body) {
                reference.lookAt(entry.at());
                new ReferenceReceipt(reference, world, entry, body).holds();
            }
            reference.take(entry);
        }
        taken = world.entries.size();
        reference.lookAt(world.picture.at());
    }

    private void unitsAndAreas() {
        Set<String> callSigns = new HashSet<>(world.units.keySet());
        callSigns.addAll(reference.units.keySet());
        for (String callSign : callSigns) {
            same(callSign, world.units.get(callSign), reference.units.get(callSign));
        }
        Map<String, Area> areas = reference.areas();
        areas.forEach((id, area) -> same(id, world.areas.get(id), area));
        assertThat(world.areas).hasSameSizeAs(areas);
    }

    private void same(UUID id) {
        Incident incident = reference.incidents.get(id);
        if (incident != null) {
            same(world.incident(id), incident);
            sameNights(id);
        } else {
            same(world.protest(id), Objects.requireNonNull(reference.protests.get(id)));
        }
    }

    private void same(Incident shown, Incident due) {
        if (due.isVoid()) {
            assertThat(List.of(shown.isVoid(), shown.openedSeq(), shown.status(),
                    String.valueOf(shown.closedAt()))).as(after(due.id()))
                    .isEqualTo(List.of(true, due.openedSeq(), due.status(),
                            String.valueOf(due.closedAt())));
        } else {
            same(due.id(), inOrder(shown), inOrder(due));
        }
    }

    private static Incident inOrder(Incident incident) {
        List<Link> links = incident.links()
                .stream()
                .sorted(Comparator.comparing(Link::incident))
                .toList();
        return new Incident(incident.id(), incident.openedSeq(), incident.status(),
                incident.category(), incident.closingCategory(), incident.title(),
                incident.location(), incident.areas(), incident.openedAt(), incident.lastReportAt(),
                incident.closedAt(), incident.figures(), links, incident.methane(),
                incident.crime(), incident.crimeRef(), incident.sensitive(), incident.drill(),
                incident.externalRef());
    }

    private void same(Protest shown, Protest due) {
        if (due.isVoid()) {
            assertThat(shown.isVoid()).as(after(due.id())).isTrue();
        } else {
            same(due.id(), comparable(shown, due.startedAt()), comparable(due, due.startedAt()));
        }
    }

    /** What a hidden title would have been is nobody's business; in which order clashes stand neither. */
    private static Protest comparable(Protest one, @Nullable Instant startedAt) {
        Plan plan = one.plan();
        Plan shown = one.title() != null ? plan
                : new Plan("", plan.category(), plan.organisation(), plan.opposes(),
                        plan.startsAt(), plan.endsAt(), plan.place(), plan.expected(),
                        plan.officersPlanned(), plan.noticeGivenAt(), plan.publicMessage());
        List<Clash> clashes = one.clashes()
                .stream()
                .sorted(Comparator.comparing(Clash::protest))
                .toList();
        return new Protest(one.id(), one.openedSeq(), one.version(), one.status(), one.planned(),
                one.title(), shown, one.areas(), startedAt, one.endedAt(), one.cancelledAt(),
                clashes, one.figures(), one.sensitive(), one.drill(), one.externalRef());
    }

    /** Equal; where it is not, the fields that differ are named. */
    private void same(Object what, @Nullable Object shown, @Nullable Object due) {
        if (!Objects.equals(shown, due)) {
            assertThat(shown).as(after(what)).usingRecursiveComparison().isEqualTo(due);
            assertThat(shown).as(after(what)).isEqualTo(due);
        }
    }

    private String after(Object what) {
        return what + " after " + world.entries.getLast();
    }
}
