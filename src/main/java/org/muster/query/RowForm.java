package org.muster.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.ext.web.MIMEHeader;

import org.muster.table.Table;

/** The forms in which rows of a list can be had. Without a wish it is the first. */
enum RowForm {
    JSON("application/json"), GEO_JSON("application/geo+json"), CSV("text/csv");

    private final String mediaType;

    RowForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The form that a reader likes best (RFC 9110, section 12.5.1), by what they accept; empty when none of ours will do.
     * For each form the most exact of the ranges counts; of forms that are as welcome, the first.
     */
    static Optional<RowForm> of(List<MIMEHeader> accepted) {
        return accepted.isEmpty() ? Optional.of(JSON)
                : Arrays.stream(values())
                        .filter(form -> form.weight(accepted) > 0)
                        .max(Comparator.<RowForm>comparingDouble(form -> form.weight(accepted))
                                .thenComparing(Comparator.reverseOrder()));
    }

    /** Every media type there is, for whoever asked for another. */
    static String all() {
        return String.join(", ", Arrays.stream(values()).map(form -> form.mediaType).toList());
    }

    /**
     * Rows as an answer. Only JSON has room for the cursor of the next page; with the others a header links to it.
     *
     * @param name what a file of them is called, without its ending
     * @param path where the list is, for that link
     */
    <T> Answer document(String name, String path, Page.Rows<T> rows, Page.Form<T> json,
            Table<T> table, Parameters given) {
        Map<String, String> headers = new HashMap<>(Map.of("Vary", "Accept"));
        String next = rows.next();
        if (next != null && this != JSON) {
            headers.put("Link",
                    "<" + path + "?" + given.with(Page.BEFORE, next) + ">; rel=\"next\"");
        }
        return switch (this) {
            case JSON -> new Answer.Document(mediaType, Page.json(rows, json), headers);
            case GEO_JSON -> {
                headers.put("Content-Disposition", file(name + ".geojson"));
                yield new Answer.Document(mediaType, table.geoJson(rows.items()), headers);
            }
            case CSV -> {
                headers.put("Content-Disposition", file(name + ".csv"));
                yield new Answer.Document(mediaType + "; charset=utf-8; header=present",
                        table.csv(rows.items()), headers);
            }
        };
    }

    private static String file(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    private double weight(List<MIMEHeader> accepted) {
        String[] type = mediaType.split("/", 2);
        return accepted.stream()
                .filter(range -> matches(range.component(), type[0])
                        && matches(range.subComponent(), type[1]))
                .max(Comparator.comparingInt(RowForm::exactness))
                .map(MIMEHeader::weight)
                .orElse(0f);
    }

    private static boolean matches(String range, String type) {
        return range.equals("*") || range.equalsIgnoreCase(type);
    }

    private static int exactness(MIMEHeader range) {
        return (range.component().equals("*") ? 0 : 1) + (range.subComponent().equals("*") ? 0 : 1);
    }
}
