package org.muster.exchange.ccc;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;

/**
 * The list of every row that was left out or read otherwise than it stands there, as CSV: file, line, what was done, why. A
 * row stands there once for each reason.
 */
public final class Particulars {

    private Particulars() {}

    /** Writes it, in the order of the rows. */
    public static void write(Imported imported, Writer to) throws IOException {
        try (var csv = CsvWriter.builder().build(to)) {
            csv.writeRecord("file", "line", "what", "reason");
            for (var index = 0; index < imported.rows().size(); index++) {
                var protest = imported.protests().get(index);
                var report = imported.reports().get(index);
                switch (imported.rows().get(index)) {
                    case Row.LeftOut(var line, var reason, var detail) ->
                            csv.writeRecord(of(line, "left out", (reason + " " + detail).strip()));
                    case Row.Taken(var line, _, var said, var readings) -> {
                        readings.forEach(reading -> csv
                                .writeRecord(of(line, "read in a stated way", reading)));
                        fate(csv, line, "the protest", protest);
                        if (said != null && protest.isThere()) {
                            fate(csv, line, "its report", report);
                        }
                    }
                }
            }
        }
    }

    private static void fate(CsvWriter csv, Line line, String what, Fate fate) {
        switch (fate.kind()) {
            case RECORDED, THERE_ALREADY -> {
            }
            case OTHERWISE_THERE -> csv.writeRecord(
                    of(line, "left as it is", what + " is there already: " + fate.words()));
            case REFUSED -> csv.writeRecord(
                    of(line, "left out", what + " was refused by the service: " + fate.words()));
            case NOT_SENT -> csv.writeRecord(of(line, "left out", what + " was not sent"));
        }
    }

    private static List<String> of(Line line, String what, String reason) {
        return List.of(line.file(), Long.toString(line.number()), what, reason);
    }
}
