package org.muster.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.muster.model.Settings;

/**
 * The configured words that reports may use.
 *
 * @param categories slugs with what each opens
 * @param unitRoles kinds of unit
 */
public record Vocabulary(Map<String, Settings.Kind> categories, Set<String> unitRoles) {

    public Vocabulary {
        categories = Map.copyOf(categories);
        unitRoles = Set.copyOf(unitRoles);
    }

    /** The words of the settings in force. */
    public static Vocabulary of(Settings settings) {
        Map<String, Settings.Kind> categories = new HashMap<>();
        settings.categories().forEach(category -> categories.put(category.id(), category.kind()));
        return new Vocabulary(categories, Set.copyOf(settings.unitRoles()));
    }
}
