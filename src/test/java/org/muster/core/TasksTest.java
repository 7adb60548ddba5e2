package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;
import static org.muster.model.DeploymentState.AT_SCENE;
import static org.muster.model.DeploymentState.EN_ROUTE;
import static org.muster.model.DeploymentState.RELEASED;
import static org.muster.model.DeploymentState.REQUESTED;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.muster.model.CrowdMethod;
import org.muster.model.Subject;
import org.muster.model.Task;

/** Where a unit was sent or went. */
class TasksTest {
    private final World world = new World();
    private UUID here = new UUID(0, 0);
    private UUID there = new UUID(0, 0);

    @BeforeEach
    void two_incidents_are_open() {
        here = world.opened(Say.at(minute(0)).opens("disturbance").in("here", THURCROFT));
        there = world.opened(Say.at(minute(0)).opens("assault").in("there", SHEFFIELD));
        world.itIs(100);
    }

    @Test
    void what_the_control_room_asks_is_a_task_until_the_unit_is_elsewhere_and_stays_told_then() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, REQUESTED));
        assertThat(tasks()).containsExactly(new Task(new Subject.OfIncident(here), List.of(),
                REQUESTED, 10, minute(1), "desk-1", minute(1), "desk-1"));
        world.report(Say.at(minute(2)).by("A").about(here).unit("A", 9, EN_ROUTE));
        assertThat(tasks()).containsExactly(new Task(new Subject.OfIncident(here), List.of(),
                EN_ROUTE, 9, minute(2), "A", minute(1), "desk-1"));
        world.report(Say.at(minute(3)).by("A").about(there).unit("A", 9, AT_SCENE));
        assertThat(tasks()).containsExactly(
                new Task(new Subject.OfIncident(there), List.of(), AT_SCENE, 9, minute(3), "A",
                        null, null),
                new Task(new Subject.OfIncident(here), List.of(), EN_ROUTE, 9, minute(2), "A",
                        minute(1), "desk-1"));
    }

    @Test
    void a_state_without_a_place_is_one_of_the_task_it_is_at() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, REQUESTED));
        world.report(Say.at(minute(2)).by("A").unit("A", 10, RELEASED));
        assertThat(tasks()).extracting(Task::state).containsExactly(RELEASED);
    }

    @Test
    void a_unit_that_is_sent_again_was_sent_by_who_did_it_last() {
        world.report(Say.at(minute(1)).about(here).unit("A", 10, REQUESTED));
        world.report(Say.at(minute(2)).by("A").about(here).unit("A", 10, RELEASED));
        world.report(Say.at(minute(3)).by("desk-2").about(here).unit("A", 10, REQUESTED));
        assertThat(tasks()).extracting(Task::sentBy, Task::sentAt)
                .containsExactly(tuple("desk-2", minute(3)));
    }

    @Test
    void a_place_is_a_task_when_somebody_else_sends_the_unit_there_not_when_it_tells_where_it_is() {
        world.report(
                Say.at(minute(1)).by("A").in("the station", THURCROFT).unit("A", 10, AT_SCENE));
        assertThat(tasks()).isEmpty();
        world.report(Say.at(minute(2)).in("the bridge", SHEFFIELD).unit("A", 10, REQUESTED));
        assertThat(tasks()).containsExactly(new Task(world.unit("A").subject(), List.of(SHEFFIELD),
                REQUESTED, 10, minute(2), "desk-1", minute(2), "desk-1"));
        world.report(Say.at(minute(3)).by("A").in("the bridge", SHEFFIELD).unit("A", 10, EN_ROUTE));
        world.report(Say.at(minute(4)).by("A").in("the corner", SHEFFIELD).unit("A", 10, AT_SCENE));
        assertThat(tasks()).extracting(Task::state, Task::effectiveAt)
                .containsExactly(tuple(EN_ROUTE, minute(3)));
    }

    @Test
    void what_the_unit_says_by_radio_is_its_own_word() {
        world.report(Say.at(minute(1)).onBehalfOf("A").about(here).unit("A", 10, EN_ROUTE));
        world.report(Say.at(minute(2))
                .by("A")
                .about(here)
                .crowd(5, 9, CrowdMethod.MEDIA)
                .unit("A", 10, EN_ROUTE));
        assertThat(tasks()).extracting(Task::sentBy, Task::observer)
                .containsExactly(tuple(null, "A"));
    }

    @Test
    void what_was_struck_is_no_task() {
        UUID sent = Say.idOf(77);
        world.report(Say.at(minute(1)).as(sent).about(here).unit("A", 10, REQUESTED));
        world.report(Say.at(minute(2)).by("A").in("home", THURCROFT).unit("A", 10, AT_SCENE));
        world.report(Say.at(minute(3)).withdraws(sent));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void of_more_than_ten_the_newest_are_told() {
        for (int i = 0; i < 12; i++) {
            UUID next = world.opened(Say.at(minute(1)).opens("assault").in("x", SHEFFIELD));
            world.report(Say.at(minute(2 + i)).about(next).unit("A", 10, REQUESTED));
        }
        assertThat(tasks()).hasSize(Tasks.MAX)
                .extracting(Task::effectiveAt)
                .startsWith(minute(13))
                .endsWith(minute(4));
    }

    private List<Task> tasks() {
        return world.unit("A").tasks();
    }
}
