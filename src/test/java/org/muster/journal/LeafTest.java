package org.muster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

final class LeafTest {
    @Test
    void the_leaf_of_nothing_is_the_one_that_certificate_transparency_logs_know() {
        assertThat(HexFormat.of().formatHex(Leaf.hash(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
