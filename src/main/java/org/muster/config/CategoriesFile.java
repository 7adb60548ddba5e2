package org.muster.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.muster.model.Settings;
import org.muster.model.Slug;

/** {@code categories.yaml}: rows of id, name and kind. */
final class CategoriesFile {
    private static final String LIST = "categories";

    private final YamlFile file;

    CategoriesFile(Consumer<ConfigFault> faults) {
        this.file = new YamlFile(Config.CATEGORIES_FILE, faults);
    }

    List<Settings.Category> read(Path folder) {
        var columns = new LinkedHashSet<String>(List.of("id", "name", "kind"));
        var categories = new ArrayList<Settings.Category>();
        for (Rows.Row row : new Rows(file, LIST, columns).read(folder)) {
            kind(row).ifPresent(
                    kind -> categories.add(new Settings.Category(row.id(), row.name(), kind)));
        }
        return categories;
    }

    private Optional<Settings.Kind> kind(Rows.Row row) {
        Set<String> slugs = new LinkedHashSet<>();
        Arrays.stream(Settings.Kind.values()).map(Slug::slug).forEach(slugs::add);
        Optional<Settings.Kind> kind = row.cell("kind")
                .flatMap(text -> Slug.find(Settings.Kind.class, text));
        if (kind.isEmpty()) {
            file.fault(row.line(), row.where() + ".kind",
                    row.cell("kind")
                            .map(text -> Values.quoted(text) + " is no kind")
                            .orElse("is missing") + "; write one of " + slugs);
        }
        return kind;
    }
}
