package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Injured;
import org.muster.model.Methane;

/** Arrests, injured people and the first report of a major incident, as they may be written. */
final class ReportCountsTest {

    private static final String FULL = Said.opening("""
            'arrests':[{'offence':'breach-of-the-peace','count':4,'ageMin':15,'ageMax':35},
                       {'offence':'not-stated','count':1,'ageBand':'under-10'},
                       {'offence':'not-stated','count':2}],
            'injured':{'public':3,'officers':1},
            'methane':{'major':'declared','exactLocation':'All Saints Square','type':'crush',
              'hazards':['fire','glass'],'access':'from the north',
              'casualties':{'dead':1,'serious':2,'minor':3,'estimated':true},
              'services':[{'agency':'ambulance','present':2,'required':5},{'agency':'fire'}]}
            """);

    @Test
    void arrests_keep_their_offence_count_and_ages() {
        assertThat(Said.good(FULL).arrests()).containsExactly(
                new Arrest("breach-of-the-peace", 4, 15, 35, null),
                new Arrest("not-stated", 1, null, null, AgeBand.UNDER_10),
                new Arrest("not-stated", 2, null, null, null));
    }

    @Test
    void injured_people_are_counted_apart_from_officers() {
        assertThat(Said.good(FULL).injured()).isEqualTo(new Injured(3, 1));
        assertThat(Said.good(Said.opening("'injured':{'officers':2}")).injured())
                .isEqualTo(new Injured(0, 2));
    }

    @Test
    void a_methane_report_keeps_every_line() {
        assertThat(Said.good(FULL).methane()).isEqualTo(new Methane(Methane.Major.DECLARED,
                "All Saints Square", "crush", List.of("fire", "glass"), "from the north",
                new Methane.Casualties(1, 2, 3, true),
                List.of(new Methane.Service("ambulance", 2, 5),
                        new Methane.Service("fire", 0, 0))));
        assertThat(Said.good(Said.opening("'methane':{'major':'no'}")).methane()).isEqualTo(
                new Methane(Methane.Major.NO, null, null, List.of(), null, null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/arrests/0/offence", "/arrests/0/count", "/arrests/0/ageMin",
            "/arrests/0/ageMax", "/methane/major", "/methane/services/1/agency"})
    void what_is_missing_is_named(String pointer) throws Exception {
        assertThat(Said.faults(Said.without(FULL, pointer))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'arrests':{}|/arrests",
            "'arrests':[5]|/arrests/0", "'arrests':[null]|/arrests/0",
            "'arrests':[{'offence':'','count':1}]|/arrests/0/offence",

            "'arrests':[{'offence':'theft','count':-1}]|/arrests/0/count",
            "'arrests':[{'offence':'theft','count':100001}]|/arrests/0/count",
            "'arrests':[{'offence':'theft','count':'1'}]|/arrests/0/count",
            "'arrests':[{'offence':'theft','count':1.0}]|/arrests/0/count",
            "'arrests':[{'offence':'theft','count':true}]|/arrests/0/count",
            "'arrests':[{'offence':'theft','count':1,'ageMin':9,'ageMax':8}]|/arrests/0/ageMin",
            "'arrests':[{'offence':'theft','count':1,'ageMin':9,'ageMax':131}]|/arrests/0/ageMax",
            "'arrests':[{'offence':'theft','count':1,'ageMin':-1,'ageMax':8}]|/arrests/0/ageMin",
            "'arrests':[{'offence':'theft','count':1,'ageBand':'10-20'}]|/arrests/0/ageBand",
            "'arrests':[{'offence':'theft','count':1,'ageMin':10,'ageMax':17,'ageBand':'10-17'}]|/arrests/0/ageBand",
            "'arrests':[{'offence':'theft','count':1,'agemin':10}]|/arrests/0/agemin",
            "'injured':3|/injured", "'injured':{'public':-1}|/injured/public",
            "'injured':{'officers':100001}|/injured/officers",
            "'injured':{'people':1}|/injured/people", "'methane':true|/methane",
            "'methane':{'major':'yes'}|/methane/major", "'methane':{'major':true}|/methane/major",
            "'methane':{'major':'no','exactLocation':'\\u202ex'}|/methane/exactLocation",
            "'methane':{'major':'no','type':' '}|/methane/type",
            "'methane':{'major':'no','hazards':'fire'}|/methane/hazards",
            "'methane':{'major':'no','hazards':['fire',5]}|/methane/hazards/1",
            "'methane':{'major':'no','access':[]}|/methane/access",
            "'methane':{'major':'no','casualties':[]}|/methane/casualties",
            "'methane':{'major':'no','casualties':{'dead':-1}}|/methane/casualties/dead",
            "'methane':{'major':'no','casualties':{'estimated':1}}|/methane/casualties/estimated",
            "'methane':{'major':'no','services':[{'agency':'a','present':1.5}]}|/methane/services/0/present",
            "'methane':{'major':'no','services':[{'agency':'a','required':'2'}]}|/methane/services/0/required"})
    void a_wrong_value_is_refused_by_its_pointer(String fields, String pointer) {
        assertThat(Said.faults(Said.opening(fields))).containsExactly(pointer);
    }

    @Test
    void every_list_has_a_limit_and_says_it() {
        String line = "{'offence':'theft','count':1}";
        String hazards = "'methane':{'major':'no','hazards':[%s'x']}";
        assertThat(Said.good(Said.opening("'arrests':[" + (line + ",").repeat(199) + line + "]"))
                .arrested()).isEqualTo(200);
        assertThat(Said.faults(Said.opening("'arrests':[" + (line + ",").repeat(200) + line + "]")))
                .containsExactly("/arrests");
        Said.good(Said.opening(hazards.formatted("'x',".repeat(49))));
        assertThat(Said.faults(Said.opening(hazards.formatted("'x',".repeat(50)))))
                .containsExactly("/methane/hazards");
    }

    @Test
    void every_fault_of_a_line_is_told_at_once() {
        assertThat(Said.faults(Said.opening("'arrests':[{'ageMin':40,'ageMax':30},{'cont':1}]")))
                .containsExactlyInAnyOrder("/arrests/0/offence", "/arrests/0/count",
                        "/arrests/0/ageMin", "/arrests/1/cont", "/arrests/1/offence",
                        "/arrests/1/count");
    }
}
