package org.muster.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.model.Glossary;
import org.muster.model.Location;
import org.muster.model.Settings;
import org.muster.model.Settings.AreaDefinition;
import org.muster.model.Settings.Category;
import org.muster.model.Settings.Kind;
import org.muster.model.Settings.Offence;

/** The settings in force, with their categories at hand by id. */
final class Catalogue {

    private Settings settings;
    private Map<String, Category> categories = Map.of();
    private Map<String, Offence> offences = Map.of();
    private Glossary glossary = Glossary.EMPTY;
    private Map<String, Location> centres = Map.of();
    private Map<String, String> areaNames = Map.of();

    Catalogue(Settings settings) {
        this.settings = settings;
        apply(settings);
    }

    void apply(Settings newSettings) {
        settings = newSettings;
        glossary = Glossary.of(newSettings);
        Map<String, Category> byId = new HashMap<>();
        newSettings.categories().forEach(category -> byId.put(category.id(), category));
        categories = byId;
        Map<String, Offence> grounds = new HashMap<>();
        newSettings.offences().forEach(offence -> grounds.put(offence.id(), offence));
        offences = grounds;
        Map<String, Location> middles = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (AreaDefinition area : newSettings.areas()) {
            names.put(area.id(), area.name());
            if (area.centre() != null) {
                middles.put(area.id(), area.centre());
            }
        }
        centres = middles;
        areaNames = names;
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
    String title(String category, @Nullable Location location) {
        Category known = categories.get(category);
        String name = known == null ? category : known.name();
        return location == null || location.place() == null ? name : name + ", " + location.place();
    }

    /** What is said instead of a title that was given in confidence: the category's name and the area's. */
    String discreetTitle(String category, List<String> areas) {
        return title(category, null) + ", " + areaName(areas);
    }

    /** The name of the smallest of these areas. */
    String areaName(List<String> areas) {
        if (areas.isEmpty()) {
            return "place unknown";
        }
        String id = areas.getFirst();
        return areaNames.getOrDefault(id,
                Settings.ELSEWHERE.equals(id) ? Areas.ELSEWHERE.name() : id);
    }

    /** Where what is sensitive is shown: the centre of the smallest of these areas; null when it has none. */
    @Nullable
    Location centre(List<String> areas) {
        return areas.isEmpty() ? null : centres.get(areas.getFirst());
    }

    /** How long a unit of that role may be silent, in minutes; 0 for as long as it likes. */
    int checkInMinutes(@Nullable String role) {
        return role == null ? 0 : settings.alerting().checkInMinutes().getOrDefault(role, 0);
    }

    /** The words that are configured. */
    Glossary glossary() {
        return glossary;
    }

    /** Whether there is such an offence, in force on that day in UTC. */
    boolean isInForce(String offence, Instant day) {
        Offence known = offences.get(offence);
        if (known == null) {
            return false;
        }
        String date = LocalDate.ofInstant(day, ZoneOffset.UTC).toString();
        return (known.validFrom() == null || known.validFrom().compareTo(date) <= 0)
                && (known.validTo() == null || known.validTo().compareTo(date) >= 0);
    }
}
