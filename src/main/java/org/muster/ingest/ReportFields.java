package org.muster.ingest;

import org.muster.model.IncidentStatus;
import org.muster.model.Settings;

/** The fields of a report; those of later versions are known by name, so that nobody's data is lost in silence. */
final class ReportFields {

    private static final String[] LATER = {"protest", "arrests", "injured", "reopen", "reason",
            "methane", "crime", "allQuiet", "emergency", "corrects", "withdrawn", "links",
            "sensitive", "drill", "sequence", "onBehalfOf", "externalRef", "sentAt"};

    private ReportFields() {}

    static Fields<Draft> with(Vocabulary vocabulary, int textMax) {
        return new Fields<Draft>()
                .field("id", (json, draft, faults) -> draft.id = Values.uuid(json, faults))
                .field("incident", (json, draft, faults) -> {
                    draft.incidentSeen = true;
                    draft.incident = Values.uuid(json, faults);
                })
                .field("category", (json, draft, faults) -> {
                    draft.categorySeen = true;
                    category(json, draft, faults, vocabulary);
                })
                .field("title",
                        (json, draft, faults) -> draft.title = Values.line(json, faults, textMax))
                .field("observedAt", (json, draft, faults) -> {
                    draft.observedAtSeen = true;
                    draft.observedAt = Values.time(json, faults);
                })
                .field("location", (json, draft, faults) -> {
                    draft.locationSeen = true;
                    draft.location = LocationFields.read(json, faults, textMax);
                })
                .field("crowd", (json, draft, faults) -> {
                    draft.crowdSeen = true;
                    draft.crowd = CrowdFields.read(json, faults);
                })
                .field("officers", (json, draft, faults) -> {
                    int before = faults.count();
                    draft.officers = OfficersFields.read(json, faults, vocabulary.unitRoles());
                    draft.officersSeen = !draft.officers.isEmpty() || faults.count() > before;
                })
                .field("status", (json, draft, faults) -> {
                    draft.statusSeen = true;
                    draft.status = Values.slug(json, faults, IncidentStatus.class);
                })
                .field("closingCategory", (json, draft, faults) -> {
                    draft.closingCategorySeen = true;
                    closingCategory(json, draft, faults, vocabulary);
                })
                .field("text",
                        (json, draft, faults) -> draft.text = Values.text(json, faults, textMax))
                .later(LATER);
    }

    private static void category(StrictJson json, Draft draft, Faults faults, Vocabulary vocabulary)
            throws Malformed {
        String category = Values.known(json, faults, vocabulary.categories().keySet(), "category");
        draft.category = category;
        if (category != null && isProtest(category, vocabulary)) {
            faults.later(json.pointer(), "category \"" + category + "\" (a protest)");
        }
    }

    private static void closingCategory(StrictJson json, Draft draft, Faults faults,
            Vocabulary vocabulary) throws Malformed {
        String category = Values.known(json, faults, vocabulary.categories().keySet(), "category");
        draft.closingCategory = category;
        if (category != null && isProtest(category, vocabulary)) {
            faults.add(json.pointer(),
                    "is a category of protests; an incident closes with one of" + " incidents");
        }
    }

    private static boolean isProtest(String category, Vocabulary vocabulary) {
        return vocabulary.categories().get(category) == Settings.Kind.PROTEST;
    }
}
