package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.core.World.CENTRE;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.AgeBand;
import org.muster.model.Injured;
import org.muster.model.Link;

/** What an incident holds after very many reports: sums that are the most they can be shown as, and words that fit. */
class RememberedTest {

    private static final int MORE = Account.REMEMBERED_MAX + 10;

    private final World world = new World();
    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void an_incident_is_open() {
        incident = world.opened(Say.at(minute(0)).opens("assault").in("here", THURCROFT));
        world.itIs(MORE + 10);
    }

    @Test
    void more_people_than_an_int_holds_are_shown_as_the_most_it_can_also_after_a_restart() {
        int reports = 21_475;
        Injured most = new Injured(Injured.COUNT_MAX, Injured.COUNT_MAX);
        for (int i = 0; i < reports; i++) {
            world.report(Say.at(minute(1)).about(incident).and(report -> report.injured(most)));
        }
        for (int i = 0; i < 110; i++) {
            Say say = Say.at(minute(2)).about(incident);
            for (int line = 0; line < 200; line++) {
                say.arrests("affray", 100_000, AgeBand.UNKNOWN);
            }
            world.report(say);
        }
        mostIsShown();
        world.restart();
        mostIsShown();
        UUID last = new UUID(5, 1);
        world.report(
                Say.at(minute(3)).as(last).about(incident).arrests("affray", 1, AgeBand.UNKNOWN));
        world.report(Say.at(minute(3)).withdraws(last));
        mostIsShown();
    }

    @Test
    void the_newest_words_hold_and_a_struck_one_gives_way_to_the_one_before() {
        UUID last = new UUID(5, 1);
        for (int i = 1; i < MORE; i++) {
            world.report(Say.at(minute(i)).about(incident).titled("title " + i));
        }
        world.report(Say.at(minute(MORE)).as(last).about(incident).titled("last"));
        assertThat(world.incident(incident).title()).isEqualTo("last");
        world.restart();
        assertThat(world.incident(incident).title()).isEqualTo("last");
        world.report(Say.at(minute(MORE)).withdraws(last));
        assertThat(world.incident(incident).title()).isEqualTo("title " + (MORE - 1));
        assertThat(world.picture.state().incidents().getFirst().account().titles())
                .hasSize(Account.REMEMBERED_MAX - 1);
    }

    @Test
    void title_and_place_that_hold_are_not_forgotten_for_those_told_after_the_closing() {
        world.report(Say.at(minute(1)).about(incident).titled("held").in("moved", CENTRE));
        world.report(Say.at(minute(2)).about(incident).closes(null));
        for (int i = 0; i < MORE; i++) {
            world.report(Say.at(minute(3)).about(incident).titled("late").in("off", THURCROFT));
        }
        assertThat(world.incident(incident).title()).isEqualTo("held");
        assertThat(world.incident(incident).areas()).containsExactly(CENTRE);
        world.restart();
        assertThat(world.incident(incident).title()).isEqualTo("held");
        assertThat(world.incident(incident).areas()).containsExactly(CENTRE);
    }

    @Test
    void links_are_told_anew_when_one_is_added_or_struck() {
        UUID other = world.opened(Say.at(minute(0)).opens("assault").in("there", CENTRE));
        UUID said = new UUID(5, 1);
        Link link = new Link(other, Link.Relation.CONNECTED);
        world.report(Say.at(minute(1))
                .as(said)
                .about(incident)
                .and(report -> report.links(List.of(link))));
        assertThat(world.incident(incident).links()).containsExactly(link);
        world.report(Say.at(minute(1)).withdraws(said));
        assertThat(world.incident(incident).links()).isEmpty();
    }

    private void mostIsShown() {
        var figures = world.incident(incident).figures();
        assertThat(figures.injured()).isEqualTo(new Injured(Integer.MAX_VALUE, Integer.MAX_VALUE));
        assertThat(figures.arrests().total()).isEqualTo(Integer.MAX_VALUE);
        assertThat(figures.arrests().byOffence()).containsEntry("affray", Integer.MAX_VALUE);
        assertThat(figures.arrests().byAge()).containsEntry(AgeBand.UNKNOWN, Integer.MAX_VALUE);
        assertThat(world.area("thurcroft").arrests().total()).isEqualTo(Integer.MAX_VALUE);
    }
}
