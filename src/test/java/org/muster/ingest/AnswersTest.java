package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.muster.model.Cursor;
import org.muster.model.Outcome;
import org.muster.model.Receipt;
import org.muster.model.Warning;

/** What a receipt tells the sender of a line. */
final class AnswersTest {

    private static final UUID PROTEST = new UUID(1, 2);

    @Test
    void a_receipt_names_the_protest_what_is_similar_and_every_warning() throws IOException {
        JsonNode line = line(PROTEST, List.of(new UUID(3, 4), new UUID(5, 6)),
                Arrays.asList(Warning.values()));
        assertThat(line.path("protest").asText()).isEqualTo(PROTEST.toString());
        assertThat(line.has("incident")).isFalse();
        assertThat(line.path("similar")).extracting(JsonNode::asText)
                .containsExactly(new UUID(3, 4).toString(), new UUID(5, 6).toString());
        assertThat(line.path("warnings")).extracting(JsonNode::asText)
                .containsExactly("incident-closed", "protest-ended", "protest-cancelled",
                        "observed-in-future", "observed-long-ago", "clock-skew",
                        "arrests-above-crowd");
    }

    @Test
    void a_receipt_of_a_unit_report_names_neither_and_its_lists_are_empty() throws IOException {
        JsonNode line = line(null, List.of(), List.of());
        assertThat(line.has("incident")).isFalse();
        assertThat(line.has("protest")).isFalse();
        assertThat(line.path("similar").isArray()).isTrue();
        assertThat(line.path("warnings").isArray()).isTrue();
    }

    private static JsonNode line(@Nullable UUID protest, List<UUID> similar, List<Warning> warnings)
            throws IOException {
        Receipt receipt = new Receipt(new UUID(7, 8), 9, new Cursor("e", 9), Instant.EPOCH, null,
                protest, List.of("town"), "00", similar, warnings);
        return ReportsServer.JSON.readTree(Answers.line(1, new Outcome.Recorded(receipt)));
    }
}
