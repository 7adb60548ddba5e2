package org.muster.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

import org.muster.model.ExternalRef;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.ProtestStatus;
import org.muster.model.SampleIncident;
import org.muster.model.Shape;
import org.muster.wire.Mapper;

/** What a map program and a spreadsheet make of our tables. */
final class TableTest {
    private static final Instant NOON = Instant.parse("2014-09-06T12:00:00Z");
    private static final Shape POINT = new Shape.Point(new Position(53.4308, -1.3566));
    private static final Shape ROUTE = new Shape.Line(
            List.of(new Position(53.4308, -1.3566), new Position(53.4322, -1.354)));
    private static final Shape GROUND = new Shape.Polygon(List.of(
            List.of(new Position(53, -1), new Position(54, -1), new Position(54, -2),
                    new Position(53, -1)),
            List.of(new Position(53.5, -1.2), new Position(53.6, -1.2), new Position(53.6, -1.3),
                    new Position(53.5, -1.2))));

    static Stream<Shape> shapes() {
        return Stream.of(POINT, ROUTE, GROUND);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_place_is_the_same_geometry_in_both_forms(Shape place) throws Exception {
        Protest protest = protest("March", "x", place);
        JsonNode feature = features(List.of(protest)).get(0);
        Geometry mapped = new GeoJsonReader().read(feature.path("geometry").toString());
        Geometry written = new WKTReader().read(rows(List.of(protest)).getFirst().getField("wkt"));
        assertThat(mapped.equalsExact(written)).isTrue();
        assertThat(mapped.isValid()).isTrue();
        assertThat(mapped.getCoordinate().y).as("north").isBetween(53.0, 54.0);
        assertThat(mapped.getGeometryType()).isEqualTo(switch (place) {
            case Shape.Point _ -> "Point";
            case Shape.Line _ -> "LineString";
            case Shape.Polygon _ -> "Polygon";
        });
    }

    @Test
    void a_collection_is_read_as_a_whole_and_what_has_no_place_has_a_null_geometry()
            throws IOException, ParseException {
        List<Protest> all = List.of(protest("March", null, ROUTE), protest("Vigil", null, POINT));
        Geometry whole = new GeoJsonReader()
                .read(new String(Table.PROTESTS.geoJson(all), StandardCharsets.UTF_8));
        assertThat(whole.getNumGeometries()).isEqualTo(2);
        JsonNode nowhere = features(List.of(protest("Somewhere", null, null))).get(0);
        assertThat(nowhere.path("type").asText()).isEqualTo("Feature");
        assertThat(nowhere.path("geometry").isNull()).isTrue();
        assertThat(nowhere.path("id")).isEqualTo(nowhere.at("/properties/id"));
        assertThat(nowhere.at("/properties/title").asText()).isEqualTo("Somewhere");
    }

    @Test
    void properties_are_flat_and_named_as_the_columns_are() throws IOException {
        JsonNode properties = features(List.of(protest("March", "x", POINT))).get(0)
                .path("properties");
        assertThat(properties).allMatch(JsonNode::isValueNode);
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        NamedCsvRecord row = rows(List.of(protest("March", "x", POINT))).getFirst();
        assertThat(row.getHeader()).startsWith(names.toArray(String[]::new))
                .endsWith("lat", "lon", "wkt")
                .hasSize(names.size() + 3);
        for (String name : names) {
            assertThat(row.getField(name)).as(name)
                    .isEqualTo(properties.get(name).isNull() ? "" : properties.get(name).asText());
        }
        assertThat(row.getField("lat")).isEqualTo("53.4308");
        assertThat(row.getField("lon")).isEqualTo("-1.3566");
        assertThat(row.getField("startsAt")).isEqualTo("2014-09-06T12:00:00.000Z");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`',
            value = {"=1+1,'=1+1", "+44 1709,'+44 1709", "-5 people,'-5 people",
                    "@SUM(A1),'@SUM(A1)", "` =1+1`,`' =1+1`", "`\t=x`,`'\t=x`", "＝1,'＝1",
                    "`She said \"no\", then left`,`She said \"no\", then left`",
                    "Müller & 北京,Müller & 北京", "`two\nlines`,`two\nlines`", "a=b,a=b"})
    void a_text_comes_back_as_it_was_and_is_no_formula(String text, String cell)
            throws IOException {
        assertThat(rows(List.of(protest(text, null, POINT))).getFirst().getField("title"))
                .isEqualTo(cell);
        assertThat(features(List.of(protest(text, null, POINT))).get(0)
                .at("/properties/title")
                .asText()).isEqualTo(text);
    }

    @Test
    void a_table_begins_with_its_names_and_ends_each_line_as_the_standard_says() {
        String text = new String(Table.INCIDENTS.csv(List.of()), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("id,status,category,closingCategory,title,place,accuracy,areas,"
                + "openedAt,lastReportAt,closedAt,crowdLow,crowdBest,crowdHigh,crowdPeak,crowdAsOf,"
                + "officersAtScene,officersEnRoute,officersRequested,arrests,injuredPublic,"
                + "injuredOfficers,reports,crime,crimeRef,sensitive,drill,alerts,externalRef,"
                + "lat,lon,wkt\r\n");
    }

    @Test
    void a_sensitive_incident_outside_every_area_has_neither_words_nor_place() {
        Incident incident = SampleIncident
                .sensitive(SampleIncident.with(new UUID(0, 1), 1, IncidentStatus.ONGOING, "affray",
                        List.of("north", "whole"), NOON, null, 1, Set.of("RT21")));
        assertThat(new String(Table.INCIDENTS.csv(List.of(incident)), StandardCharsets.UTF_8))
                .endsWith("\r\n00000000-0000-0000-0000-000000000001,ongoing,affray,,,,,north whole,"
                        + "2014-09-06T12:00:00.000Z,2014-09-06T12:00:00.000Z,,,,,,,0,0,0,0,0,0,1,,,"
                        + "true,false,0,,,,\r\n");
        assertThat(new String(Table.INCIDENTS.geoJson(List.of(incident)), StandardCharsets.UTF_8))
                .contains("\"geometry\":null,\"properties\":{\"id\":\"");
    }

    private static Protest protest(String title, @Nullable String organisation,
            @Nullable Shape place) {
        Plan plan = new Plan(title, "march", organisation, List.of(), NOON, null, place,
                new Plan.Expected(50, 100), 60, null, "Open as usual.");
        return new Protest(new UUID(0, 9), 3, 3, ProtestStatus.PLANNED, true, title, plan,
                List.of("north"), null, null, null, List.of(), Figures.NONE, false, false,
                new ExternalRef("fire", "F-1"));
    }

    private static JsonNode features(List<Protest> protests) throws IOException {
        JsonNode collection = Mapper.RECORDS.readTree(Table.PROTESTS.geoJson(protests));
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        return collection.path("features");
    }

    private static List<NamedCsvRecord> rows(List<Protest> protests) throws IOException {
        String text = new String(Table.PROTESTS.csv(protests), StandardCharsets.UTF_8);
        assertThat(text.charAt(0)).as("no byte order mark").isEqualTo('i');
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new StringReader(text))) {
            return reader.stream().toList();
        }
    }
}
