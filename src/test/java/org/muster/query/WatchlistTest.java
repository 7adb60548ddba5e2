package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;

import org.muster.model.Cursor;
import org.muster.model.DeploymentState;
import org.muster.model.Incident;
import org.muster.model.Recurrence;
import org.muster.model.SampleIncident;
import org.muster.model.Settings;
import org.muster.model.Subject;
import org.muster.model.Unit;
import org.muster.model.Watched;
import org.muster.view.Known;
import org.muster.view.View;

/** Places that had trouble on the nights before, seen on the afternoon of 9 September. */
class WatchlistTest {

    private static final Instant NOW = Instant.parse("2014-09-09T15:00:00Z");

    private static Incident opened(int number, String at, int... follows) {
        Incident plain = SampleIncident.of(id(number), number, List.of("thurcroft", "rotherham"),
                Instant.parse(at), "RT21");
        List<UUID> ids = Arrays.stream(follows).mapToObj(WatchlistTest::id).toList();
        int nights = 1 + follows.length;
        return SampleIncident.following(plain, new Recurrence(nights, nights, ids));
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static List<Watched> items(List<Incident> incidents, Unit... units) {
        Known<Incident> known = Known.none();
        for (Incident one : incidents) {
            known = known.with(one.id(), one.openedSeq(), one);
        }
        var byCallSign = HashTreePMap.<String, Unit>empty();
        for (Unit unit : units) {
            byCallSign = byCallSign.plus(unit.id(), unit);
        }
        View view = new View(new Cursor("e", 100), NOW, HashTreePMap.empty(), known, Known.none(),
                byCallSign, Settings.NONE);
        return new Watchlist(view).items(_ -> true, _ -> true);
    }

    @Test
    void the_place_of_three_nights_comes_before_that_of_two_and_that_of_one() {
        List<Watched> items = items(
                List.of(opened(1, "2014-09-06T21:10:00Z"), opened(2, "2014-09-07T20:40:00Z", 1),
                        opened(3, "2014-09-08T22:15:00Z", 2, 1), opened(4, "2014-09-07T20:00:00Z"),
                        opened(5, "2014-09-08T20:00:00Z", 4), opened(6, "2014-09-08T23:30:00Z")));
        assertThat(items).extracting(Watched::nights).containsExactly(3, 2, 1);
        assertThat(items.getFirst().incidents()).containsExactly(id(3), id(2), id(1));
        assertThat(items.getFirst().lastNight()).isEqualTo(LocalDate.parse("2014-09-08"));
        assertThat(items.getFirst().usualFrom()).isEqualTo(LocalTime.of(21, 40));
        assertThat(items.getFirst().usualTo()).isEqualTo(LocalTime.of(23, 15));
        assertThat(items.getFirst().area()).isEqualTo("thurcroft");
    }

    @Test
    void one_night_that_is_longer_ago_and_what_began_tonight_are_not_listed() {
        assertThat(items(List.of(opened(1, "2014-09-07T21:00:00Z"),
                opened(2, "2014-09-09T14:00:00Z"), opened(3, "2014-09-01T21:00:00Z")))).isEmpty();
    }

    @Test
    void two_of_the_same_night_that_follow_the_same_are_one_place() {
        List<Watched> items = items(List.of(opened(1, "2014-09-07T22:00:00Z"),
                opened(2, "2014-09-08T22:00:00Z", 1), opened(3, "2014-09-08T23:30:00Z", 1)));
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().incidents()).containsExactly(id(3), id(2), id(1));
        // Half past midnight is later in the night than eleven.
        assertThat(items.getFirst().usualFrom()).isEqualTo(LocalTime.of(23, 0));
        assertThat(items.getFirst().usualTo()).isEqualTo(LocalTime.of(0, 30));
    }

    @Test
    void the_units_that_were_there_are_named_those_with_most_nights_first() {
        List<Watched> items = items(List.of(opened(1, "2014-09-08T22:00:00Z")),
                unit("RT21", 1, id(1)), unit("RT22", 4, id(1)), unit("RT23", 9, id(7)));
        assertThat(items.getFirst().units()).containsExactly(new Watched.Tired("RT22", 4),
                new Watched.Tired("RT21", 1));
    }

    private static Unit unit(String id, int nights, UUID at) {
        return new Unit(id, null, 8, DeploymentState.RELEASED, new Subject.AtPlace(null),
                List.of("thurcroft"), NOW, id, new Unit.Nights(nights, Set.of(at)), null,
                List.of());
    }
}
