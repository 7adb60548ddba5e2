package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.core.World.SHEFFIELD;
import static org.muster.core.World.THURCROFT;
import static org.muster.core.World.minute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.muster.model.Command;
import org.muster.model.CredentialChange;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Fault;
import org.muster.model.PlacesByPoint;
import org.muster.model.Rejection;
import org.muster.model.Role;
import org.muster.model.Warning;

/** What the core refuses, warns of and writes into entries. */
class DecidingTest {
    private static final UUID NOWHERE = new UUID(1, 2);

    private final World world = new World();

    @Test
    void unknown_incidents_and_categories_are_refused_with_all_pointers_at_once() {
        Rejection rejection = world
                .refused(Say.at(minute(0)).about(NOWHERE).opens("riot").closes("war"));
        assertThat(rejection.code()).isEqualTo(Rejection.Code.INVALID);
        assertThat(rejection.faults()).extracting(Fault::pointer)
                .containsExactly("/incident", "/category", "/closingCategory");
    }

    @Test
    void deciding_changes_nothing() {
        PictureState before = world.picture.state();
        world.picture.decide(Say.at(minute(0)).opens("assault").in("x", THURCROFT).command(7),
                minute(5), world);
        assertThat(world.picture.state()).isEqualTo(before);
        assertThat(world.picture.takeChanges().isEmpty()).isTrue();
    }

    @Test
    void what_happened_is_effective_no_later_than_it_was_received() {
        Entry.ReportRecorded late = world.report(Say.at(minute(-3)).in("x", THURCROFT));
        Entry.ReportRecorded early = world.report(Say.at(minute(3)).in("x", THURCROFT));
        assertThat(late.effectiveAt()).isEqualTo(minute(-3));
        assertThat(early.effectiveAt()).isEqualTo(minute(0));
        assertThat(early.report().observedAt()).isEqualTo(minute(3));
    }

    @Test
    void strange_times_are_recorded_with_warnings() {
        double days30 = Duration.ofDays(30).toMinutes();
        assertThat(world.warnings(Say.at(minute(0)).in("x", THURCROFT))).isEmpty();
        assertThat(world.warnings(Say.at(minute(0.001)).in("x", THURCROFT)))
                .containsExactly(Warning.OBSERVED_IN_FUTURE);
        assertThat(world.warnings(Say.at(minute(-days30)).in("x", THURCROFT))).isEmpty();
        assertThat(world.warnings(Say.at(minute(-days30 - 0.001)).in("x", THURCROFT)))
                .containsExactly(Warning.OBSERVED_LONG_AGO);
    }

    @Test
    void commands_of_one_batch_see_one_another() {
        UUID id = world.opened(Say.at(minute(0)).opens("assault").in("x", SHEFFIELD));
        assertThat(world.warnings(Say.at(minute(0)).about(id).closes(null))).isEmpty();
        assertThat(world.warnings(Say.at(minute(0)).about(id)))
                .containsExactly(Warning.INCIDENT_CLOSED);
    }

    @Test
    void settings_move_of_the_incidents_those_that_are_open_or_hold_units() {
        UUID open = world.opened(Say.at(minute(0)).opens("assault").in("x", SHEFFIELD));
        UUID closed = world
                .opened(Say.at(minute(0)).opens("assault").in("x", SHEFFIELD).closes(null));
        UUID left = world.opened(Say.at(minute(0))
                .opens("assault")
                .in("x", SHEFFIELD)
                .unit("A", 4, DeploymentState.AT_SCENE)
                .closes(null));
        Entry entry = world.record(new Command.ApplySettings(World.settings(30, 60),
                (PlacesByPoint) (lat, lon) -> List.of("elsewhere")));
        assertThat(entry.actor()).isEqualTo("system");
        assertThat(entry.areas()).isEmpty();
        assertThat(((Entry.SettingsApplied) entry.body()).areasOfOpen()).containsOnlyKeys(open,
                left);
        assertThat(world.incident(closed).areas()).containsExactly(SHEFFIELD);
        assertThat(world.unit("A").areas()).containsExactly("elsewhere");
        assertThat(world.area("elsewhere").officers().atScene()).isEqualTo(4);
    }

    @Test
    void a_credential_is_noted_and_changes_nothing() {
        CredentialChange change = new CredentialChange(CredentialChange.Kind.CREATED, "c1", "RT21",
                Role.FIELD, List.of(), null);
        Map<UUID, ?> before = Map.copyOf(world.incidents);
        Entry entry = world.record(new Command.NoteAccess(change, "cli"));
        assertThat(entry.actor()).isEqualTo("cli");
        assertThat(world.incidents).isEqualTo(before);
        assertThat(world.picture.seq()).isEqualTo(2);
    }

    @Test
    void entries_out_of_order_are_our_own_fault() {
        Entry first = world.entries.getFirst();
        assertThatThrownBy(() -> world.picture.evolve(first))
                .isInstanceOf(IllegalStateException.class);
    }
}
