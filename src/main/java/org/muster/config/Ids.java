package org.muster.config;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The ids of one list of rows: slugs, each once. */
final class Ids {
    private final YamlFile file;
    private final Set<String> seen = new HashSet<>();

    Ids(YamlFile file) {
        this.file = file;
    }

    /** The id of a row; empty after its fault was told. */
    String read(@Nullable Node id, String where, Spot row) {
        if (!(id instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            file.fault(id == null ? row : id.at(), where + ".id",
                    "is missing; every row has an id");
            return "";
        }
        String text = scalar.text();
        if (!Values.isSlug(text)) {
            file.fault(scalar.at(), where + ".id",
                    Values.quoted(text) + " is not a slug; " + Values.SLUG_RULE);
            return "";
        }
        if (!seen.add(text)) {
            file.fault(scalar.at(), where + ".id",
                    Values.quoted(text) + " is the id of an earlier row; ids are unique");
            return "";
        }
        return text;
    }
}
