package org.muster.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;

/** Where the places of reports lie: as they were recorded, or as a later map says. */
final class ReferenceMap {

    private final Map<Long, List<String>> areas = new HashMap<>();
    private Settings settings = Settings.NONE;

    void apply(Settings inForce) {
        settings = inForce;
    }

    Settings settings() {
        return settings;
    }

    void recorded(Told told) {
        areas.put(told.seq(), told.entry().areas());
    }

    void moved(Told told, Places places) {
        Location location = told.report().location();
        if (location != null) {
            areas.put(told.seq(), places.areasOf(location.lat(), location.lon()));
        }
    }

    List<String> areasOf(Told told) {
        return areas.getOrDefault(told.seq(), List.of());
    }

    /** What is shown instead of a sensitive place: the centre of the smallest area. */
    @Nullable
    Location centre(List<String> smallestFirst) {
        for (AreaDefinition area : settings.areas()) {
            if (!smallestFirst.isEmpty() && area.id().equals(smallestFirst.getFirst())) {
                return area.centre();
            }
        }
        return null;
    }

    /** A title for what was given none: the category's name and the place. */
    String title(String category, Location at) {
        String name = settings.categories()
                .stream()
                .filter(one -> one.id().equals(category))
                .map(Settings.Category::name)
                .findFirst()
                .orElse(category);
        return at.place() == null ? name : name + ", " + at.place();
    }
}
