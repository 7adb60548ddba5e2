package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.muster.model.Actor;
import org.muster.model.Rejection;
import org.muster.model.Role;

/** Who may say what, and whose eyes it counts for. */
final class SenderTest {

    private static final Actor UNIT = new Actor("RT21", Role.FIELD);
    private static final String OFFICERS = "'officers':[{'unit':'%s','count':4,'state':'at-scene'}]";
    private static final String CORRECTS = "'corrects':'0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11'";

    @ParameterizedTest
    @CsvSource({"count,RT22", "organiser,RT22/organiser", "media,RT22/media"})
    void what_is_said_by_radio_is_the_units_word_and_the_desk_is_known_too(String method,
            String observer) {
        var command = Said.command(Said.DESK, Said.opening(
                "'onBehalfOf':'RT22','crowd':{'low':1,'high':2,'method':'" + method + "'}"));
        assertThat(command.observer()).isEqualTo(observer);
        assertThat(command.by().name()).isEqualTo("desk-1");
        assertThat(command.report().onBehalfOf()).isEqualTo("RT22");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"CONTROLLER", "SUPERVISOR"})
    void desks_report_for_units(Role role) {
        assertThat(Said
                .command(new Actor("desk-2", role), Said.at("'allQuiet':true,'onBehalfOf':'RT22'"))
                .observer()).isEqualTo("RT22");
    }

    @Test
    void a_field_unit_speaks_for_nobody_else() {
        assertThat(Said.refused(UNIT, Said.at("'allQuiet':true,'onBehalfOf':'RT22'")).code())
                .isEqualTo(Rejection.Code.FORBIDDEN);
        assertThat(Said.command(UNIT, Said.at("'allQuiet':true")).observer()).isEqualTo("RT21");
    }

    @Test
    void a_field_unit_states_itself_only_in_corrections_too() {
        Said.command(UNIT, Said.at(CORRECTS + "," + OFFICERS.formatted("RT21")));
        assertThat(Said.refused(UNIT, Said.at(CORRECTS + "," + OFFICERS.formatted("RT22"))).code())
                .isEqualTo(Rejection.Code.FORBIDDEN);
        Said.command(Said.DESK, Said.at(CORRECTS + "," + OFFICERS.formatted("RT22")));
    }
}
