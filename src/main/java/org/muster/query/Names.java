package org.muster.query;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.view.View;

/** What things are called, by one view and its settings. What is sensitive is called by its category and area alone. */
final class Names {

    private final View view;

    Names(View view) {
        this.view = view;
    }

    /** An incident's title; null when there is no such incident. */
    @Nullable
    String incident(UUID id) {
        Incident incident = view.incidents().get(id);
        return incident == null ? null
                : titled(incident.title(), incident.category(), incident.areas());
    }

    /** A protest's title; null when there is no such protest. */
    @Nullable
    String protest(UUID id) {
        Protest protest = view.protests().get(id);
        return protest == null ? null
                : titled(protest.title(), protest.plan().category(), protest.areas());
    }

    /** The smallest of some areas; null when there is none. */
    @Nullable
    String smallest(List<String> areas) {
        if (areas.isEmpty()) {
            return null;
        }
        Area area = view.areas().get(areas.getFirst());
        return area == null ? areas.getFirst() : area.name();
    }

    String category(String id) {
        return view.settings()
                .categories()
                .stream()
                .filter(known -> known.id().equals(id))
                .map(Settings.Category::name)
                .findFirst()
                .orElse(id);
    }

    /** An offence within a sentence, without the law that it stands in. */
    String offence(String id) {
        String name = view.settings()
                .offences()
                .stream()
                .filter(known -> known.id().equals(id))
                .map(Settings.Offence::name)
                .findFirst()
                .orElse(id);
        int law = name.indexOf(" (");
        String plain = law > 0 ? name.substring(0, law) : name;
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private String titled(@Nullable String title, String category, List<String> areas) {
        if (title != null) {
            return title;
        }
        String area = smallest(areas);
        return category(category) + (area == null ? "" : ", " + area);
    }
}
