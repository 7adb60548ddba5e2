package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Allegation;
import org.muster.model.Crime;
import org.muster.model.CrimeRegister;

/** The register of alleged crimes. */
class CrimeReadsTest {

    private static final Instant START = Instant.parse("2014-09-06T20:00:00Z");

    /** The inspectorate found 89 of a force's 117 recorded. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {117, 89})
    void of_117_allegations_89_are_recorded_and_exactly_the_other_28_are_named(long seed) {
        Random random = new Random(seed);
        List<Allegation> all = new ArrayList<>();
        List<Allegation> missing = new ArrayList<>();
        for (int i = 0; i < 117; i++) {
            boolean isMissing = random.nextInt(117 - i) < 28 - missing.size();
            Instant at = START.plus(Duration.ofMinutes(i));
            Allegation one = new Allegation(new UUID(seed, i), i + 1L, at, List.of("thurcroft"),
                    new UUID(0, i), null, false, false,
                    isMissing ? null
                            : new Allegation.Decision(Crime.RECORDED, new UUID(1, i),
                                    at.plus(Duration.ofHours(random.nextInt(48)))));
            all.add(one);
            if (isMissing) {
                missing.add(one);
            }
        }
        CrimeRegister register = CrimeReads.register(all, START.plus(Duration.ofDays(3)));
        assertThat(register.alleged()).isEqualTo(117);
        assertThat(register.recordedInTime() + register.recordedLater()).isEqualTo(89);
        assertThat(register.missing()).isEqualTo(missing).hasSize(28);
        assertThat(register.recordedPerMille()).isEqualTo(761);
    }

    @ParameterizedTest(name = "{0} minutes after receipt")
    @ValueSource(ints = {1439, 1440, 1441})
    void after_24_hours_what_is_undecided_is_missing_and_what_is_recorded_is_late(int minutes) {
        Instant now = START.plus(Duration.ofMinutes(minutes));
        Allegation undecided = new Allegation(new UUID(1, 1), 1, START, List.of(), new UUID(0, 1),
                null, false, false, null);
        Allegation recorded = new Allegation(new UUID(1, 2), 2, START, List.of(), new UUID(0, 2),
                null, false, false, new Allegation.Decision(Crime.RECORDED, new UUID(1, 3), now));
        CrimeRegister register = CrimeReads.register(List.of(undecided, recorded), now);
        assertThat(register.missing()).hasSize(minutes < 1440 ? 0 : 1);
        assertThat(register.open()).isEqualTo(minutes < 1440 ? 1 : 0);
        assertThat(register.recordedLater()).isEqualTo(minutes > 1440 ? 1 : 0);
    }
}
