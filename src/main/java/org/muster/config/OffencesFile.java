package org.muster.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.muster.model.Settings;

/** {@code offences.yaml}: rows of id, name, and the days on which the law came and went. */
final class OffencesFile {
    /** What an arrest is for when nobody says. */
    private static final String NOT_STATED = "not-stated";
    private static final String LIST = "offences";

    private final YamlFile file;

    OffencesFile(Consumer<ConfigFault> faults) {
        this.file = new YamlFile(Config.OFFENCES_FILE, faults);
    }

    List<Settings.Offence> read(Path folder) {
        var columns = new LinkedHashSet<String>(List.of("id", "name", "validFrom", "validTo"));
        var offences = new ArrayList<Settings.Offence>();
        for (Rows.Row row : new Rows(file, LIST, columns).read(folder)) {
            LocalDate from = day(row, "validFrom");
            LocalDate to = day(row, "validTo");
            if (from != null && to != null && to.isBefore(from)) {
                file.fault(row.line(), row.where() + ".validTo",
                        "lies before validFrom; it is the last day in force");
            }
            offences.add(new Settings.Offence(row.id(), row.name(), text(from), text(to)));
        }
        if (!offences.isEmpty()
                && offences.stream().noneMatch(offence -> offence.id().equals(NOT_STATED))) {
            file.fault(1, LIST, "a row with the id " + NOT_STATED
                    + " is missing; arrests without a stated ground need it");
        }
        return offences;
    }

    private @Nullable LocalDate day(Rows.Row row, String column) {
        String text = row.cell(column).orElse("");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            file.fault(row.line(), row.where() + "." + column,
                    Values.quoted(text) + " is not a day; write it as 2022-06-28");
            return null;
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
