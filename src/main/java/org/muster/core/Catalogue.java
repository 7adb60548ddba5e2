package org.muster.core;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Location;
import org.muster.model.Settings;
import org.muster.model.Settings.Category;
import org.muster.model.Settings.Kind;

/** The settings in force, with their categories at hand by id. */
final class Catalogue {

    private Settings settings;
    private Map<String, Category> categories = Map.of();

    Catalogue(Settings settings) {
        this.settings = settings;
        apply(settings);
    }

    void apply(Settings newSettings) {
        settings = newSettings;
        Map<String, Category> byId = new HashMap<>();
        newSettings.categories().forEach(category -> byId.put(category.id(), category));
        categories = byId;
    }

    Settings settings() {
        return settings;
    }

    /** What a category opens; null when there is no such category. */
    @Nullable
    Kind kind(@Nullable String category) {
        Category known = category == null ? null : categories.get(category);
        return known == null ? null : known.kind();
    }

    /** A title for what has none: the category's name and the place. */
    String title(String category, Location location) {
        Category known = categories.get(category);
        String name = known == null ? category : known.name();
        return location.place() == null ? name : name + ", " + location.place();
    }
}
