package org.muster.table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

import org.muster.model.Incident;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.Shape;
import org.muster.wire.Json;
import org.muster.wire.ShapeJson;
import org.muster.wire.Times;

/**
 * The columns of one kind of rows, the place among them.
 *
 * @param place of a row; null where there is none
 */
public record Table<T>(List<Column<T>> columns, Function<T, @Nullable Shape> place) {

    /** Incidents: one row each, without their units, links and single estimates. */
    public static final Table<Incident> INCIDENTS = new Table<>(Columns.INCIDENT,
            incident -> Columns.point(incident.location()));

    /** Protests: one row each, their plan and figures, without opponents and clashes. */
    public static final Table<Protest> PROTESTS = new Table<>(Columns.PROTEST,
            protest -> protest.plan().place());

    /** With one of these at its front a spreadsheet takes a text for a formula. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    /** Where they are, for programs that read points from two columns, and for those that read shapes from one. */
    private static final List<String> PLACES = List.of("lat", "lon", "wkt");

    public Table {
        columns = List.copyOf(columns);
    }

    /** A FeatureCollection (RFC 7946) in UTF-8. A row without a place has a null geometry; its id is the feature's. */
    public byte[] geoJson(List<T> rows) {
        return Json.object(out -> {
            out.writeStringField("type", "FeatureCollection");
            out.writeArrayFieldStart("features");
            for (T row : rows) {
                feature(out, row);
            }
            out.writeEndArray();
        });
    }

    /** A table (RFC 4180) in UTF-8 without a mark, with a header line. No cell of it is a formula. */
    public byte[] csv(List<T> rows) {
        var text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            out.writeRecord(
                    Stream.concat(columns.stream().map(Column::name), PLACES.stream()).toList());
            for (T row : rows) {
                out.writeRecord(cells(row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void feature(JsonGenerator out, T row) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        Column<T> id = columns.getFirst();
        out.writePOJOField(id.name(), id.cell().apply(row));
        out.writeFieldName("geometry");
        Shape shape = place.apply(row);
        if (shape == null) {
            out.writeNull();
        } else {
            ShapeJson.write(out, shape);
        }
        out.writeObjectFieldStart("properties");
        for (Column<T> column : columns) {
            out.writePOJOField(column.name(), column.cell().apply(row));
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private List<String> cells(T row) {
        List<String> cells = new ArrayList<>(columns.size() + PLACES.size());
        for (Column<T> column : columns) {
            cells.add(cell(column.cell().apply(row)));
        }
        Shape shape = place.apply(row);
        Position point = shape instanceof Shape.Point(Position at) ? at : null;
        cells.add(point == null ? "" : Double.toString(point.lat()));
        cells.add(point == null ? "" : Double.toString(point.lon()));
        cells.add(shape == null ? "" : WellKnownText.of(shape));
        return cells;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> harmless(text);
            case Instant time -> Times.text(time);
            default -> value.toString();
        };
    }

    /** A text that nothing calculates with: an apostrophe tells spreadsheets so. */
    private static String harmless(String text) {
        String start = text.strip();
        boolean isFormula = (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0)
                || text.startsWith("\t") || text.startsWith("\r");
        return isFormula ? "'" + text : text;
    }
}
