package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.Crime;
import org.muster.model.DeploymentState;
import org.muster.model.ExternalRef;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Link;
import org.muster.model.Location;

/**
 * Two worlds: one hears everything and then that some of it was wrong, the other hears only what was right. Of what
 * they know, nothing differs but the numbers of entries.
 */
class AsIfNeverTest {

    private static final int REPORTS = 300;
    private static final int MINUTES = 200;
    private static final List<String[]> AREAS = List.of(THURCROFT, CENTRE, SHEFFIELD);

    private final List<UUID> incidents = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void struck_reports_leave_nothing_behind(long seed) {
        Random random = new Random(seed);
        World all = new World();
        World right = new World();
        open(all, right);
        List<UUID> wrong = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            double now = (double) MINUTES * i / REPORTS;
            UUID id = Say.idOf(1_000 + i);
            Say say = said(random, now).as(id);
            all.itIs(now);
            all.report(say);
            if (random.nextInt(3) == 0) {
                wrong.add(id);
            } else {
                right.itIs(now);
                right.report(say);
            }
        }
        Collections.shuffle(wrong, random);
        all.itIs(MINUTES);
        right.itIs(MINUTES);
        for (UUID id : wrong) {
            all.report(Say.at(minute(MINUTES)).withdraws(id));
            if (random.nextInt(20) == 0) {
                all.restart();
            }
        }
        assertThat(unnumbered(all.incidents)).isEqualTo(unnumbered(right.incidents));
        assertThat(all.units).isEqualTo(right.units);
        assertThat(unheard(all.areas)).isEqualTo(unheard(right.areas));
        assertThat(all.area("south-yorkshire")).isEqualTo(right.area("south-yorkshire"));
        assertThat(all.picture.state()).isEqualTo(all.replayed().state());
    }

    private void open(World... worlds) {
        for (World world : worlds) {
            incidents.clear();
            incidents.add(world.opened(
                    Say.at(minute(-300)).as(Say.idOf(1)).opens("assault").in("a", THURCROFT)));
            incidents.add(world
                    .opened(Say.at(minute(-300)).as(Say.idOf(2)).opens("assault").in("b", CENTRE)));
            incidents.add(world.opened(
                    Say.at(minute(-300)).as(Say.idOf(3)).opens("disturbance").in("c", SHEFFIELD)));
        }
    }

    private Say said(Random random, double now) {
        double late = random.nextInt(3) == 0 ? random.nextInt(120) : 0;
        Say say = Say.at(minute(Math.floor(now - late))).by("desk-" + random.nextInt(4));
        boolean loose = random.nextInt(5) == 0;
        if (!loose) {
            say.about(incidents.get(random.nextInt(incidents.size())));
            ofIncident(random, say);
        } else if (random.nextInt(3) == 0) {
            say.and(report -> report.allQuiet(true));
        }
        if (random.nextInt(3) == 0) {
            int area = random.nextInt(3);
            say.at(new Location(53.4 + area / 10.0, -1.3, null, "place " + random.nextInt(9)),
                    List.of(AREAS.get(area)));
        }
        if (random.nextInt(4) == 0) {
            say.arrests(random.nextBoolean() ? "affray" : "not-stated", 1 + random.nextInt(9),
                    any(random, AgeBand.values()));
        }
        if (loose || random.nextInt(3) == 0) {
            say.unit("RT" + random.nextInt(5), random.nextInt(30),
                    any(random, DeploymentState.values()));
        }
        if (random.nextInt(5) == 0) {
            say.asksFor(random.nextInt(20), "dogs");
        }
        return say;
    }

    private void ofIncident(Random random, Say say) {
        if (random.nextInt(2) == 0) {
            int low = random.nextInt(500);
            say.crowd(low, low + random.nextInt(300));
        }
        switch (random.nextInt(12)) {
            case 0 -> say.closes(random.nextBoolean() ? "assault" : null);
            case 1 -> say.reopens();
            case 2 -> say.reopens().status(IncidentStatus.CONTAINED);
            case 3 -> say.status(IncidentStatus.ONGOING);
            case 4 -> say.titled("title " + random.nextInt(100));
            case 5 -> say.and(report -> report.injured(new Injured(2, 1)));
            case 6 -> say.and(report -> report.crime(Crime.ALLEGED));
            case 7 -> say.and(report -> report.externalRef(new ExternalRef("fire", "F1")));
            default -> {
            }
        }
        if (random.nextInt(9) == 0) {
            UUID other = incidents.get(random.nextInt(incidents.size()));
            Link link = new Link(other, any(random, Link.Relation.values()));
            say.and(report -> {
                if (!other.equals(report.build().incident())) {
                    report.links(List.of(link));
                }
            });
        }
    }

    private static <T> T any(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A report without a place counts where its incident was known to be, right or wrong. */
    private static Map<String, String> unheard(Map<String, Area> areas) {
        Map<String, String> same = new HashMap<>();
        areas.forEach((id, it) -> same.put(id, "%s, %s, %s, %s, %s".formatted(it.incidents(),
                it.crowd(), it.officers(), it.arrests(), it.peoplePerOfficer())));
        return same;
    }

    private static Map<UUID, Incident> unnumbered(Map<UUID, Incident> incidents) {
        Map<UUID, Incident> same = new HashMap<>();
        incidents.forEach((id, it) -> same.put(id,
                new Incident(id, 1, it.status(), it.category(), it.closingCategory(), it.title(),
                        it.location(), it.areas(), it.openedAt(), it.lastReportAt(), it.closedAt(),
                        it.figures(), it.links(), it.methane(), it.crime(), it.crimeRef(),
                        it.sensitive(), it.drill(), it.externalRef())));
        return same;
    }
}
