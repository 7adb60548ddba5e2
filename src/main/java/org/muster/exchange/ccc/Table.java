package org.muster.exchange.ccc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** A file of a spreadsheet, whatever its encoding, delimiter, line ends, and order of columns. */
sealed interface Table {
    /** In the order of preference, should two find as many columns. */
    List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Its records in order, without lines that hold nothing at all. */
    record Good(List<Line> lines) implements Table {

        public Good {
            lines = List.copyOf(lines);
        }
    }

    /** The file is no such table. */
    record None(String why) implements Table {}

    /** Reads a file that has at least these columns. */
    static Table read(Path path, List<Column> needed) {
        try {
            return read(path.toString(), Files.readAllBytes(path), needed);
        } catch (IOException unreadable) {
            return new None("cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    /** The same of bytes. */
    static Table read(String file, byte[] bytes, List<Column> needed) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9) {
            return new None("is a workbook or an archive: save the sheet as CSV");
        }
        var text = Decoding.text(bytes);
        if (text == null) {
            return new None("is no text: save the sheet as CSV");
        }
        try {
            return read(file, text, needed);
        } catch (CsvParseException broken) {
            return new None("is no CSV: " + broken.getMessage());
        }
    }

    private static Table read(String file, String text, List<Column> needed) {
        var first = text.lines()
                .filter(line -> !line.isBlank() && !saysTheDelimiter(line))
                .findFirst()
                .orElse("");
        var delimiter = DELIMITERS.getFirst();
        Map<Column, Integer> header = Map.of();
        for (var tried : DELIMITERS) {
            var found = header(first, tried);
            if (found.size() > header.size()) {
                header = found;
                delimiter = tried;
            }
        }
        var columns = header;
        var missing = needed.stream().filter(column -> !columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            return new None("has no column "
                    + missing.stream().map(Column::header).collect(Collectors.joining(", "))
                    + " in its first line");
        }
        return new Good(records(text, delimiter).stream()
                .skip(1)
                .map(one -> Line.cleaned(file, one.getStartingLineNumber(), cells(one, columns)))
                .toList());
    }

    /** All records with this delimiter; what Excel says about it in a line of its own is left out. */
    private static List<CsvRecord> records(String text, char delimiter) {
        var records = new ArrayList<CsvRecord>();
        CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(true)
                .trimWhitespacesAroundQuotes(true)
                .ofCsvRecord(text)
                .forEach(records::add);
        if (!records.isEmpty()
                && saysTheDelimiter(String.join("", records.getFirst().getFields()))) {
            records.removeFirst();
        }
        return records;
    }

    private static boolean saysTheDelimiter(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    /** Where the columns stand in a first line; nowhere when this is not its delimiter. */
    private static Map<Column, Integer> header(String line, char delimiter) {
        var header = new HashMap<Column, Integer>();
        List<CsvRecord> records;
        try {
            records = records(line, delimiter);
        } catch (CsvParseException other) {
            return header;
        }
        if (records.isEmpty()) {
            return header;
        }
        var first = records.getFirst();
        for (var i = 0; i < first.getFieldCount(); i++) {
            var index = i;
            Column.find(first.getField(i)).ifPresent(column -> header.putIfAbsent(column, index));
        }
        return header;
    }

    private static Map<Column, String> cells(CsvRecord row, Map<Column, Integer> header) {
        var cells = new EnumMap<Column, String>(Column.class);
        header.forEach((column, index) -> {
            if (index < row.getFieldCount()) {
                cells.put(column, row.getField(index));
            }
        });
        return cells;
    }
}
