package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Crime;
import org.muster.model.ExternalRef;
import org.muster.model.Link;
import org.muster.model.Report;

/** What the fields of a report may say beside each other. */
final class ReportRulesTest {

    private static final String ID = "0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11";
    private static final String INCIDENT = "'incident':'" + ID + "'";
    private static final String PROTEST = "'protest':'" + ID + "'";
    private static final String CORRECTS = "'corrects':'" + ID + "'";

    @Test
    void every_mark_reaches_the_recorder_as_it_was_sent() {
        Report report = Said.good(Said.at(PROTEST + """
                ,'reopen':true,'reason':'they came back','crime':'recorded','crimeRef':'14/9/2231',
                 'allQuiet':false,'emergency':true,'sensitive':false,'drill':true,
                 'onBehalfOf':'RT21','externalRef':{'agency':'ambulance','ref':'A-17'},
                 'sentAt':'2014-09-06T21:40:01+01:00'"""));
        assertThat(report.protest()).hasToString(ID);
        assertThat(report.reopen()).isTrue();
        assertThat(report.reason()).isEqualTo("they came back");
        assertThat(report.crime()).isEqualTo(Crime.RECORDED);
        assertThat(report.crimeRef()).isEqualTo("14/9/2231");
        assertThat(report.allQuiet()).isFalse();
        assertThat(report.emergency()).isTrue();
        assertThat(report.sensitive()).isFalse();
        assertThat(report.drill()).isTrue();
        assertThat(report.onBehalfOf()).isEqualTo("RT21");
        assertThat(report.externalRef()).isEqualTo(new ExternalRef("ambulance", "A-17"));
        assertThat(report.sentAt()).hasToString("2014-09-06T20:40:01Z");
    }

    @Test
    void links_are_kept_and_none_is_told_twice() {
        String other = "{'incident':'%s','relation':'%s'}";
        String links = "'links':[" + other.formatted(ID, "connected") + ","
                + other.formatted(new UUID(1, 2), "follows") + "]";
        assertThat(Said.good(Said.opening(links)).links()).containsExactly(
                new Link(UUID.fromString(ID), Link.Relation.CONNECTED),
                new Link(new UUID(1, 2), Link.Relation.FOLLOWS));
        assertThat(Said.faults(Said
                .opening(links.replace(new UUID(1, 2).toString(), ID.toUpperCase(Locale.ROOT)))))
                .containsExactly("/links/1/incident");
        assertThat(Said.faults(Said.at(PROTEST + "," + links))).containsExactly("/links");
    }

    @Test
    void what_says_nothing_of_sensitive_is_neither() {
        assertThat(Said.good(Said.opening("")).sensitive()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'protest':5|/protest",
            "'sentAt':'now'|/sentAt", "'reopen':'true'|/reopen", "'reopen':1|/reopen",
            "'reason':''|/reason", "'crime':'maybe'|/crime", "'allQuiet':'yes'|/allQuiet",
            "'emergency':0|/emergency", "'corrects':'x'|/corrects", "'links':{}|/links",
            "'links':[{}]|/links/0/incident", "'sensitive':'no'|/sensitive", "'drill':[]|/drill",
            "'onBehalfOf':' '|/onBehalfOf", "'onBehalfOf':['RT21']|/onBehalfOf",
            "'externalRef':'A-17'|/externalRef", "'externalRef':{'ref':'A-17'}|/externalRef/agency",
            "'externalRef':{'agency':'a','ref':17}|/externalRef/ref"})
    void a_wrong_value_is_refused_by_its_pointer(String field, String pointer) {
        assertThat(Said.faults(Said.opening(field))).contains(pointer)
                .allSatisfy(fault -> assertThat(fault).startsWith(pointer.substring(0, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onBehalfOf", "crimeRef"})
    void a_name_has_at_most_64_characters(String field) {
        String crime = field.equals("crimeRef") ? "'crime':'recorded'," : "";
        Said.good(Said.opening(crime + "'" + field + "':'" + "é".repeat(64) + "'"));
        assertThat(Said.faults(Said.opening(crime + "'" + field + "':'" + "e".repeat(65) + "'")))
                .containsExactly("/" + field);
    }

    @Test
    void a_report_is_about_an_incident_or_a_protest_and_not_both() {
        Said.good(Said.at(PROTEST));
        assertThat(Said.faults(Said.at(PROTEST + "," + INCIDENT))).containsExactly("/protest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'officers':[{'unit':'A','count':1,'state':'at-scene'}]",
            "'location':{'lat':53.4,'lon':-1.2}", "'allQuiet':true", "'emergency':true",
            "'allQuiet':true,'reopen':false,'links':[],'text':'all calm'",
            "'emergency':true,'injured':{'officers':1},'externalRef':{'agency':'a','ref':'b'}",
            "'location':{'lat':53.4,'lon':-1.2},'arrests':[{'offence':'theft','count':1}]"})
    void a_unit_report_says_where_officers_are_or_how_it_is(String fields) {
        assertThat(Said.good(Said.at(fields)).opens()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'text':'x'", "'allQuiet':false", "'emergency':false",
            "'officers':[]", "'arrests':[{'offence':'theft','count':1}]", "'injured':{'public':1}",
            "'drill':true"})
    void a_report_about_nothing_is_refused(String fields) {
        assertThat(Said.faults(Said.at(fields))).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'crowd':{'low':1,'high':2}", "'status':'ongoing'", "'reopen':true",
            "'methane':{'major':'no'}", "'crime':'alleged'",
            "'links':[{'incident':'" + ID + "','relation':'follows'}]"})
    void what_only_incidents_and_protests_have_stands_in_no_unit_report(String field) {
        String name = "/" + field.substring(1, field.indexOf('\'', 1));
        assertThat(Said.faults(Said.at("'allQuiet':true," + field))).containsExactly(name);
        Said.good(Said.at(INCIDENT + "," + field));
        // The original may be about an incident; that is known only when it is decided.
        Said.good(Said.at(CORRECTS + "," + field));
    }

    @Test
    void a_crime_has_a_number_when_recorded_and_a_reason_when_it_is_none() {
        Said.good(Said.at(INCIDENT + ",'crime':'alleged'"));
        Said.good(Said.at(INCIDENT + ",'crime':'recorded','crimeRef':'1'"));
        Said.good(Said.at(INCIDENT + ",'crime':'not-a-crime','reason':'a drill'"));
        assertThat(Said.faults(Said.at(INCIDENT + ",'crime':'recorded'")))
                .containsExactly("/crimeRef");
        assertThat(Said.faults(Said.at(INCIDENT + ",'crime':'not-a-crime'")))
                .containsExactly("/reason");
        for (String crime : List.of("", ",'crime':'alleged'",
                ",'crime':'not-a-crime','reason':'x'")) {
            assertThat(Said.faults(Said.at(INCIDENT + ",'crimeRef':'1'" + crime)))
                    .containsExactly("/crimeRef");
        }
    }

    @Test
    void a_slip_in_a_field_is_not_told_again_of_its_neighbour() {
        assertThat(Said.faults(Said.at(INCIDENT + ",'crime':'x','crimeRef':'1'")))
                .containsExactly("/crime");
        assertThat(Said.faults(Said.at("'incident':'x','status':'closed'")))
                .containsExactly("/incident");
        assertThat(Said.faults(Said.at("'allQuiet':7"))).containsExactly("/allQuiet");
    }

    @Test
    void a_correction_need_not_say_again_what_it_is_about_or_where() {
        Said.good(Said.at(CORRECTS));
        Said.good(Said.at(CORRECTS + ",'category':'disturbance'"));
        Said.good(Said.at(CORRECTS + ",'crowd':{'low':1,'high':2}"));
    }

    @Test
    void a_withdrawal_strikes_and_says_nothing_else() {
        Report report = Said.good(Said.at(CORRECTS + ",'withdrawn':true,'id':'" + new UUID(1, 2)
                + "','reason':'wrong place','text':'sorry','onBehalfOf':'RT21',"
                + "'sentAt':'2014-09-06T20:40:00Z','reopen':false"));
        assertThat(report.withdrawn()).isTrue();
        assertThat(report.corrects()).hasToString(ID);
        assertThat(Said.faults(Said.at("'withdrawn':true"))).containsExactly("/corrects");
    }

    @ParameterizedTest
    @ValueSource(strings = {INCIDENT, PROTEST, "'category':'disturbance'", "'title':'x'",
            "'location':{'lat':53.4,'lon':-1.2}", "'crowd':{'low':1,'high':2}",
            "'officers':[{'unit':'A','count':1,'state':'at-scene'}]",
            "'arrests':[{'offence':'theft','count':1}]", "'injured':{}", "'status':'ongoing'",
            "'closingCategory':'disturbance'", "'reopen':true", "'methane':{'major':'no'}",
            "'crime':'alleged'", "'crimeRef':'1'", "'allQuiet':true", "'emergency':true",
            "'links':[{'incident':'" + ID + "','relation':'follows'}]",
            "'externalRef':{'agency':'a','ref':'b'}"})
    void a_withdrawal_with_anything_more_is_refused_there(String field) {
        String name = "/" + field.substring(1, field.indexOf('\'', 1));
        assertThat(Said.faults(Said.at(CORRECTS + ",'withdrawn':true," + field)))
                .containsExactly(name);
    }
}
