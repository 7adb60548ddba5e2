package org.muster.exchange.ccc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ids of what rows become, so that the same row is the same protest whenever it is sent: a name-based UUID of the cells
 * that are read and of the row's place among its twins in the file. Neither the file's name nor the number of the line
 * is part of it; a sheet that grew, or was saved in another form, adds only what is new.
 */
final class Ids {
    private final Map<String, Integer> twins = new HashMap<>();

    /** What a row is known by; asked once for each row, in their order. */
    String name(Line line) {
        var content = Arrays.stream(Column.values())
                .map(line::cell)
                .collect(Collectors.joining("\u001f"));
        var nth = twins.merge(line.file() + "\u001f" + content, 1, Integer::sum);
        return nth + "\u001f" + content;
    }

    /** The id of one thing that a row becomes. */
    static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes(
                ("ccc\u001f" + kind + "\u001f" + name).getBytes(StandardCharsets.UTF_8));
    }
}
