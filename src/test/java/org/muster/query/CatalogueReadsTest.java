package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import org.muster.model.Settings;
import org.muster.wire.Mapper;

/** What a form has to offer. */
final class CatalogueReadsTest {

    @Test
    void the_catalogues_in_force_and_the_closed_sets_are_answered_as_reports_name_them()
            throws IOException {
        var settings = new Settings("m", List.of(),
                List.of(new Settings.Category("march", "March", Settings.Kind.PROTEST)),
                List.of(new Settings.Offence("locking-on", "Locking on", "2023-05-02", null)),
                List.of("psu", "dog"), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        var base = new BaseMap(new BaseMap.Tiles("http://tiles/{z}/{x}/{y}.png", "Ours", 6, 17),
                Buffer.buffer(), "g", false);
        JsonNode said = Mapper.RECORDS
                .readTree(((Answer.Document) CatalogueReads.catalogue(settings, base)).bytes());
        assertThat(said).isEqualTo(Mapper.RECORDS.readTree("""
                {"categories":[{"id":"march","name":"March","kind":"protest"}],
                 "offences":[{"id":"locking-on","name":"Locking on","validFrom":"2023-05-02","validTo":null}],
                 "unitRoles":["psu","dog"],
                 "methods":["count","estimate","density","aerial","organiser","media"],
                 "moods":["calm","festive","tense","hostile"],
                 "states":["requested","committed","en-route","at-scene","released"],
                 "statuses":["reported","ongoing","contained","closed"],
                 "ageBands":["under-10","10-17","18-24","25-34","over-34","unknown"],
                 "estimateMinutes":30,"silentMinutes":60,
                 "checkInMinutes":{},"reliefMinutes":720,"shelveMinutesMax":240,"shelveSecondPerson":false,
                 "map":{"tiles":{"url":"http://tiles/{z}/{x}/{y}.png","attribution":"Ours",
                  "minZoom":6,"maxZoom":17},"ground":false}}"""));
    }
}
