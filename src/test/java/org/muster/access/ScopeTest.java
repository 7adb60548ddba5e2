package org.muster.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.muster.model.Actor;
import org.muster.model.AgeBand;
import org.muster.model.Area;
import org.muster.model.Arrests;
import org.muster.model.CredentialChange;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.Report;
import org.muster.model.Role;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.model.Slug;
import org.muster.model.Strength;
import org.muster.model.Subject;
import org.muster.model.Unit;

/** Who may do and see what, role by role. */
final class ScopeTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final String ME = "RT21";
    private static final List<String> THURCROFT = List.of("thurcroft", "rotherham",
            "south-yorkshire");
    private static final List<String> SHEFFIELD = List.of("sheffield", "south-yorkshire");
    private static final List<String> ELSEWHERE = List.of("elsewhere");

    /** Columns: role; content, journal, report, own unit, other unit; then its topics. */
    @ParameterizedTest
    @CsvSource({"viewer, yes, no, no, no, no, areas protests alerts",
            "field, yes, no, yes, yes, no, areas protests alerts incidents",
            "controller, yes, no, yes, yes, yes, reports alerts areas incidents protests units",
            "supervisor, yes, no, yes, yes, yes, reports alerts areas incidents protests units",
            "auditor, yes, yes, no, no, no, reports alerts areas incidents protests units",
            "admin, no, no, no, no, no, ''"})
    void each_role_may_do_what_the_table_says(String role, String content, String journal,
            String report, String ownUnit, String otherUnit, String topics) {
        Role known = Slug.find(Role.class, role).orElseThrow();
        Scope scope = scope(known);
        Actor actor = new Actor(ME, known);
        assertThat(scope.mayReadContent()).isEqualTo(content.equals("yes"));
        assertThat(scope.mayReadJournal()).isEqualTo(journal.equals("yes"));
        assertThat(scope.mayReport()).isEqualTo(report.equals("yes"));
        assertThat(Scope.mayStateUnit(actor, ME)).isEqualTo(ownUnit.equals("yes"));
        assertThat(Scope.mayStateUnit(actor, "RT99")).isEqualTo(otherUnit.equals("yes"));
        assertThat(scope.topics()).extracting(Topic::slug)
                .containsExactlyInAnyOrder(topics.isEmpty() ? new String[0] : topics.split(" "));
        for (Topic topic : Topic.values()) {
            assertThat(scope.mayRead(topic)).isEqualTo(topics.contains(topic.slug()));
        }
    }

    /**
     * Columns: role; what it sees when it is bound to no area, then when bound to rotherham. Letters: I incident of its
     * own, i of others, U unit, A area, P protest and entry of it, R entry of a report, O and o report by its id, its own
     * and that of others, S settings, access and readings; each at Thurcroft (t), in Sheffield (s), elsewhere (e), or
     * without a place (n).
     */
    @ParameterizedTest
    @CsvSource({"viewer, At As Pt Ps, At Pt", "field, It Is At As Pt Ps Ot Os, It At Pt Ot",
            "controller, It Is Ie it is ie Ut Us Ue Un At As Ae Pt Ps Pe Rt Rs Re Rn Ot Os Oe On"
                    + " ot os oe on, It it Ut At Pt Rt Ot ot",
            "supervisor, It Is Ie it is ie Ut Us Ue Un At As Ae Pt Ps Pe Rt Rs Re Rn Ot Os Oe On"
                    + " ot os oe on, It it Ut At Pt Rt Ot ot",
            "auditor, It Is Ie it is ie Ut Us Ue Un At As Ae Pt Ps Pe Rt Rs Re Rn Ot Os Oe On"
                    + " ot os oe on Sn, It it Ut At Pt Rt Ot ot",
            "admin, '', ''"})
    void each_role_sees_what_the_table_says(String role, String unbound, String bound) {
        Role named = Slug.find(Role.class, role).orElseThrow();
        assertThat(seen(scope(named))).isEqualTo(Set.of(unbound.split(" ", -1)));
        assertThat(seen(scope(named, "rotherham"))).isEqualTo(Set.of(bound.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"viewer, no, no", "field, yes, no", "controller, yes, no", "supervisor, yes, yes",
            "auditor, yes, yes", "admin, no, no"})
    void single_reports_are_for_some_and_sensitive_ones_in_full_for_fewer(String role,
            String reports, String sensitive) {
        Scope scope = scope(Slug.find(Role.class, role).orElseThrow());
        assertThat(scope.mayReadReports()).isEqualTo(reports.equals("yes"));
        assertThat(scope.mayReadSensitive()).isEqualTo(sensitive.equals("yes"));
    }

    @Test
    void an_age_left_out_cannot_be_told_from_the_total() {
        Arrests arrests = new Arrests(16, Map.of(),
                Map.of(AgeBand.AGED_10_TO_17, 3, AgeBand.AGED_18_TO_24, 6, AgeBand.OVER_34, 7));
        assertThat(arrests.withAgesOfMany().byAge()).containsOnlyKeys(AgeBand.OVER_34);
        assertThat(Arrests.NONE.withAgesOfMany()).isSameAs(Arrests.NONE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void viewers_alone_are_not_told_ages_of_the_young_and_the_few(Role role) {
        Map<AgeBand, Integer> ages = Map.of(AgeBand.UNDER_10, 9, AgeBand.AGED_10_TO_17, 9,
                AgeBand.AGED_18_TO_24, 4, AgeBand.AGED_25_TO_34, 5, AgeBand.OVER_34, 1,
                AgeBand.UNKNOWN, 7);
        Protest protest = SampleProtest.with(new UUID(5, 6), 1, ProtestStatus.LIVE, true, THURCROFT,
                NOW,
                new Figures(null, Strength.NONE, List.of(unit(THURCROFT)),
                        new Arrests(35, Map.of("affray", 35), ages), Injured.NONE, 1, NOW,
                        Set.of(ME)));
        Protest shown = scope(role).shown(protest);
        if (role == Role.VIEWER) {
            assertThat(shown.figures().arrests().byAge()).containsOnly(
                    Map.entry(AgeBand.AGED_25_TO_34, 5), Map.entry(AgeBand.UNKNOWN, 7));
            assertThat(shown.figures().arrests().total()).isEqualTo(35);
            assertThat(shown.figures().arrests().byOffence()).containsEntry("affray", 35);
        } else {
            assertThat(shown).isSameAs(protest);
        }
        assertThat(shown.figures().officers()).isEqualTo(protest.figures().officers());
        assertThat(shown.figures().units().isEmpty()).isEqualTo(role == Role.VIEWER);
        Protest without = SampleProtest.of(new UUID(5, 6), 1, THURCROFT, NOW);
        assertThat(scope(role).shown(without)).isSameAs(without);
    }

    @Test
    void a_grant_includes_descendants_and_not_ancestors() {
        Scope rotherham = scope(Role.VIEWER, "rotherham");
        assertThat(rotherham.sees(area("thurcroft", "rotherham", "south-yorkshire"))).isTrue();
        assertThat(rotherham.sees(area("rotherham", "south-yorkshire"))).isTrue();
        assertThat(rotherham.sees(area("south-yorkshire"))).isFalse();
        assertThat(scope(Role.VIEWER, "south-yorkshire")
                .sees(area("thurcroft", "rotherham", "south-yorkshire"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_bound_to_areas_sees_elsewhere_even_if_it_was_granted(Role role) {
        Scope scope = scope(role, "elsewhere", "rotherham");
        assertThat(seen(scope)).noneMatch(what -> what.endsWith("e") || what.endsWith("n"));
        assertThat(scope.seesArea("elsewhere", List.of())).isFalse();
    }

    @Test
    void a_watcher_may_ask_for_less_and_never_gets_more() {
        Scope narrowed = scope(Role.CONTROLLER, "rotherham").narrowedTo(List.of("thurcroft"),
                Set.of(Topic.INCIDENTS));
        assertThat(narrowed.topics()).containsExactly(Topic.INCIDENTS);
        assertThat(narrowed.sees(incident(THURCROFT, "x"))).isTrue();
        assertThat(narrowed.sees(incident(List.of("rotherham", "south-yorkshire"), "x"))).isFalse();
        assertThat(narrowed.sees(unit(THURCROFT))).isFalse();
        Scope greedy = scope(Role.VIEWER, "rotherham").narrowedTo(List.of("sheffield"),
                EnumSet.allOf(Topic.class));
        assertThat(seen(greedy)).isEqualTo(Set.of(""));
        assertThat(greedy.topics()).containsExactlyInAnyOrder(Topic.AREAS, Topic.ALERTS,
                Topic.PROTESTS);
        Scope all = scope(Role.CONTROLLER).narrowedTo(List.of(), Set.of());
        assertThat(seen(all)).isEqualTo(seen(scope(Role.CONTROLLER)));
        assertThat(seen(scope(Role.CONTROLLER).narrowedTo(List.of("elsewhere"), Set.of())))
                .isEqualTo(Set.of("Ie", "ie", "Ue", "Ae", "Pe", "Re", "Oe", "oe"));
    }

    private static Set<String> seen(Scope scope) {
        var seen = new HashSet<String>();
        Map.of("t", THURCROFT, "s", SHEFFIELD, "e", ELSEWHERE).forEach((letter, areas) -> {
            note(seen, "I" + letter, scope.sees(incident(areas, ME)));
            note(seen, "i" + letter, scope.sees(incident(areas, "RT99")));
            note(seen, "U" + letter, scope.sees(unit(areas)));
            note(seen, "A" + letter, scope.sees(
                    area(areas.getFirst(), areas.subList(1, areas.size()).toArray(String[]::new))));
            note(seen, "R" + letter, scope.sees(entry(areas, report())));
            note(seen, "O" + letter, scope.seesReport(entry(areas, report())));
            note(seen, "o" + letter, scope.seesReport(new Entry(1, NOW, "x", areas, report())));
            Protest protest = SampleProtest.of(new UUID(5, 6), 1, areas, NOW);
            note(seen, "P" + letter, scope.sees(protest));
            assertThat(scope.sees(entry(areas, new Entry.ProtestCancelled(protest.id(), null))))
                    .isEqualTo(scope.sees(protest));
        });
        note(seen, "On", scope.seesReport(entry(List.of(), report())));
        note(seen, "on", scope.seesReport(new Entry(1, NOW, "x", List.of(), report())));
        note(seen, "Un", scope.sees(unit(List.of())));
        note(seen, "Rn", scope.sees(entry(List.of(), report())));
        note(seen, "Sn",
                scope.sees(entry(List.of(),
                        new Entry.AccessNoted(new CredentialChange(CredentialChange.Kind.CREATED,
                                "1", "x", Role.FIELD, List.of(), null)))));
        boolean settings = scope.sees(entry(List.of(),
                new Entry.SettingsApplied(
                        new Settings("", List.of(), List.of(), List.of(), List.of(),
                                new Settings.Windows(30, 60), Settings.Clashing.DEFAULT),
                        Map.of(), List.of(), null)));
        assertThat(settings).isEqualTo(seen.contains("Sn"));
        assertThat(scope.sees(entry(List.of(), new Entry.ReportRead(new UUID(3, 4)))))
                .isEqualTo(settings);
        return seen.isEmpty() ? Set.of("") : seen;
    }

    private static void note(Set<String> seen, String what, boolean sees) {
        if (sees) {
            seen.add(what);
        }
    }

    private static Scope scope(Role role, String... areas) {
        return Scope.of(new Credential("1", ME, role, List.of(areas), null, NOW, null, null));
    }

    private static Incident incident(List<String> areas, String reporter) {
        return SampleIncident.of(new UUID(1, 2), 1, areas, NOW, reporter);
    }

    private static Unit unit(List<String> areas) {
        return new Unit(ME, null, 2, DeploymentState.AT_SCENE, new Subject.AtPlace(null), areas,
                NOW, ME);
    }

    private static Area area(String id, String... ancestors) {
        return SampleArea.of(id, List.of(ancestors), 0);
    }

    private static Entry entry(List<String> areas, Entry.Body body) {
        return new Entry(1, NOW, ME, areas, body);
    }

    private static Entry.Body report() {
        var report = Report.of(new UUID(3, 4), NOW)
                .category("disturbance")
                .location(new Location(53, -1, null, null))
                .build();
        return new Entry.ReportRecorded(report, new UUID(1, 2), null, true, ME, NOW, false, null,
                List.of(), List.of(), "00", List.of());
    }
}
