package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

/** The reports that a load is made of. That the service takes them all is shown by every bench: another answer fails it. */
final class NightTest {
    private static final Instant NOW = Instant.parse("2026-01-01T20:00:00.123Z");
    private static final String INCIDENT = "0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11";

    @Test
    void seed_7_gives_the_stated_mix_with_an_id_of_its_own_for_each() throws Exception {
        var night = new Night(7, List.of(INCIDENT));
        var ids = new HashSet<UUID>();
        var updates = 0;
        var opened = 0;
        for (var i = 0; i < 10_000; i++) {
            var report = read(night.next(NOW, i));
            var id = UUID.fromString(report.path("id").asText());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
            ids.add(id);
            updates += report.path("incident").asText().equals(INCIDENT) ? 1 : 0;
            opened += report.has("category") ? 1 : 0;
        }
        assertThat(ids).hasSize(10_000);
        assertThat(updates).isBetween(6_800, 7_200);
        assertThat(opened).isBetween(1, 30);
    }

    @Test
    void the_same_seed_gives_the_same_reports() {
        assertThat(new Night(7, List.of(INCIDENT)).next(NOW, 1))
                .isEqualTo(new Night(7, List.of(INCIDENT)).next(NOW, 1))
                .isNotEqualTo(new Night(8, List.of(INCIDENT)).next(NOW, 1));
    }

    @Test
    void a_watcher_finds_the_number_of_a_report_behind_the_mark() {
        var text = new String(new Night(7, List.of(INCIDENT)).next(NOW, 1234),
                StandardCharsets.UTF_8);
        var from = text.indexOf(Night.MARK) + Night.MARK.length();
        assertThat(text.substring(from, from + Night.DIGITS)).isEqualTo("000001234");
    }

    private static JsonNode read(byte[] report) throws JsonProcessingException {
        return new JsonMapper().readTree(new String(report, StandardCharsets.UTF_8));
    }
}
