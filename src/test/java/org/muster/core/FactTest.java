package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.muster.model.AlertSubject;

/** Each fact has a bit of its own, of which a number has 64. */
final class FactTest {

    @ParameterizedTest
    @EnumSource(AlertSubject.Type.class)
    void all_facts_of_a_scope_fit_into_one_number(AlertSubject.Type scope) {
        var facts = Fact.of(scope);
        assertThat(facts.size()).isLessThanOrEqualTo(Long.SIZE);
        long mask = facts.isEmpty() ? 0 : FactRow.mask(scope, EnumSet.copyOf(facts));
        assertThat(Long.bitCount(mask)).isEqualTo(facts.size());
    }
}
