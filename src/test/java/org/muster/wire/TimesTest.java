package org.muster.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
    @ParameterizedTest
    @CsvSource({"2014-09-06T20:40:00Z,2014-09-06T20:40:00.000Z",
            "2014-09-06T20:40:00.0079999Z,2014-09-06T20:40:00.007Z",
            "1969-12-31T23:59:59.999Z,1969-12-31T23:59:59.999Z",
            "0007-01-02T03:04:05.06Z,0007-01-02T03:04:05.060Z",
            "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z"})
    void an_instant_is_written_in_utc_with_milliseconds(String instant, String text) {
        assertThat(Times.text(Instant.parse(instant))).isEqualTo(text);
        assertThat(Times.parse(text)).isEqualTo(Instant.parse(text));
        assertThat(Times.parse(instant)).isEqualTo(Instant.parse(instant));
    }
}
