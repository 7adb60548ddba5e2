package org.muster.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;
import org.muster.model.Report;
import org.muster.model.Settings;

/** The fields of a report; those of later versions are known by name, so that nobody's data is lost in silence. */
final class ReportFields {

    private static final String[] LATER = {"protest", "arrests", "injured", "reopen", "reason",
            "methane", "crime", "allQuiet", "emergency", "corrects", "withdrawn", "links",
            "sensitive", "drill", "sequence", "onBehalfOf", "externalRef", "sentAt"};

    private final Fields fields = new Fields("an object");
    private final Field<UUID> id = fields.optional("id", Values.ID);
    private final Field<UUID> incident = fields.optional("incident", Values.ID);
    private final Field<String> category;
    private final Field<String> title;
    private final Field<Instant> observedAt = fields.required("observedAt", Values.TIME);
    private final Field<Location> location;
    private final Field<CrowdEstimate> crowd = fields.optional("crowd", CrowdFields.CROWD);
    private final Field<List<Deployment>> officers;
    private final Field<IncidentStatus> status = fields.optional("status",
            Values.slug(IncidentStatus.class));
    private final Field<String> closingCategory;
    private final Field<String> text;

    private ReportFields(Vocabulary words, int textMax) {
        category = fields.optional("category",
                Values.known(words.categories().keySet(), "category"));
        title = fields.optional("title", Values.line(textMax));
        location = fields.optional("location", LocationFields.within(textMax));
        officers = fields.optional("officers", OfficersFields.with(words.unitRoles()));
        closingCategory = fields.optional("closingCategory", closingCategory(words));
        text = fields.optional("text", Values.text(textMax));
        fields.later(LATER);
    }

    static Value<Report> with(Vocabulary words, int textMax) {
        ReportFields report = new ReportFields(words, textMax);
        return report.fields.made(report::check, report::report);
    }

    private void check(Members said) {
        if (!said.has(incident) && said.has(category) && !said.has(location)) {
            said.fault(location, "is missing; what opens an incident has a place");
        }
        if (!said.has(incident) && !said.has(category)) {
            checkUnitReport(said);
        }
        boolean closes = said.has(status)
                && said.get(status, IncidentStatus.CLOSED) == IncidentStatus.CLOSED;
        if (said.has(closingCategory) && !closes) {
            said.fault(closingCategory, "needs the status closed beside it");
        }
    }

    private void checkUnitReport(Members said) {
        if (!said.says(officers) && !said.has(location)) {
            said.fault("is about nothing: name an incident, give a category to open one, or"
                    + " say where which officers are");
        }
        for (Field<?> ofAnIncident : List.of(crowd, status)) {
            if (said.has(ofAnIncident)) {
                said.fault(ofAnIncident,
                        "belongs to an incident: name it, or give a category to open one");
            }
        }
    }

    private Report report(Members said) {
        UUID given = said.find(id);
        // Ids that grow with time keep the journal's index quick.
        UUID key = given == null ? UuidCreator.getTimeOrderedEpoch() : given;
        return Report.of(key, said.get(observedAt))
                .incident(said.find(incident))
                .category(said.find(category))
                .title(said.find(title))
                .location(said.find(location))
                .crowd(said.find(crowd))
                .officers(said.get(officers, List.of()))
                .status(said.find(status))
                .closingCategory(said.find(closingCategory))
                .text(said.find(text))
                .build();
    }

    private static Value<String> closingCategory(Vocabulary words) {
        Value<String> known = Values.known(words.categories().keySet(), "category");
        return (json, faults) -> {
            String category = known.read(json, faults);
            if (isProtest(category, words.categories())) {
                faults.add(json.pointer(),
                        "is a category of protests; an incident closes with one of incidents");
            }
            return category;
        };
    }

    private static boolean isProtest(@Nullable String category,
            Map<String, Settings.Kind> categories) {
        return category != null && categories.get(category) == Settings.Kind.PROTEST;
    }
}
