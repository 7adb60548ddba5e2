package org.muster.exchange.ccc;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** The files of one import, read in full before anything is sent. */
public sealed interface Sheets {

    /** All of them are what they should be. */
    record Good(List<Line> lines, Places places) implements Sheets {

        public Good {
            lines = List.copyOf(lines);
        }

        /**
         * What becomes of each line, in their order.
         *
         * @param categories the service's categories of protests, at least one
         * @param now what is later is yet to come
         */
        public List<Row> rows(Collection<String> categories, Instant now) {
            var reader = new RowReader(places, categories, now);
            return lines.stream().map(reader::read).toList();
        }
    }

    /** Some are not; a sentence for each. */
    record Faulty(List<String> faults) implements Sheets {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Reads sheets and a table of places. */
    public static Sheets read(List<Path> files, Path places) {
        var faults = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        // Under two names or one, a file is read once.
        var once = new LinkedHashMap<Path, Path>();
        files.forEach(file -> once.putIfAbsent(file.toAbsolutePath().normalize(), file));
        for (var file : once.values()) {
            lines.addAll(lines(file, Column.OF_A_SHEET, faults));
        }
        var found = Places.of(lines(places, Column.OF_PLACES, faults));
        if (faults.isEmpty() && found.size() == 0) {
            faults.add(places + " holds no place with coordinates");
        }
        return faults.isEmpty() ? new Good(lines, found) : new Faulty(faults);
    }

    private static List<Line> lines(Path file, List<Column> needed, List<String> faults) {
        return switch (Table.read(file, needed)) {
            case Table.Good(var lines) -> lines;
            case Table.None(var why) -> {
                faults.add(file + " " + why);
                yield List.of();
            }
        };
    }
}
