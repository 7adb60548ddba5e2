package org.muster.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.Arrest;
import org.muster.model.Crime;
import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.ExternalRef;
import org.muster.model.Glossary;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Link;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Report;

/** The fields of a report; what a later version takes is known by name, so that nobody's data is lost in silence. */
final class ReportFields {

    private static final Value<String> NAME = Values.line(Words.NAME_MAX);

    final Fields all = new Fields("an object");
    final Field<UUID> id = all.optional("id", Values.ID);
    final Field<UUID> incident = all.optional("incident", Values.ID);
    final Field<UUID> protest = all.optional("protest", Values.ID);
    final Field<String> category = all.optional("category", Values.name(Glossary.Kind.CATEGORY));
    final Field<String> title;
    final Field<Instant> observedAt = all.required("observedAt", Values.TIME);
    final Field<Instant> sentAt = all.optional("sentAt", Values.TIME);
    final Field<Location> location;
    final Field<CrowdEstimate> crowd = all.optional("crowd", CrowdFields.CROWD);
    final Field<List<Deployment>> officers = all.optional("officers", OfficersFields.OFFICERS);
    final Field<List<Arrest>> arrests = all.optional("arrests", ArrestFields.ARRESTS);
    final Field<Injured> injured = all.optional("injured", InjuredFields.INJURED);
    final Field<IncidentStatus> status = all.optional("status", Values.slug(IncidentStatus.class));
    final Field<String> closingCategory = all.optional("closingCategory",
            Values.name(Glossary.Kind.CATEGORY));
    final Field<Boolean> reopen = all.optional("reopen", Values.FLAG);
    final Field<String> reason;
    final Field<Methane> methane;
    final Field<Crime> crime = all.optional("crime", Values.slug(Crime.class));
    final Field<String> crimeRef = all.optional("crimeRef", NAME);
    final Field<Boolean> allQuiet = all.optional("allQuiet", Values.FLAG);
    final Field<Boolean> emergency = all.optional("emergency", Values.FLAG);
    final Field<UUID> corrects = all.optional("corrects", Values.ID);
    final Field<Boolean> withdrawn = all.optional("withdrawn", Values.FLAG);
    final Field<List<Link>> links = all.optional("links", LinkFields.LINKS);
    final Field<Boolean> sensitive = all.optional("sensitive", Values.FLAG);
    final Field<Boolean> drill = all.optional("drill", Values.FLAG);
    final Field<String> onBehalfOf = all.optional("onBehalfOf", NAME);
    final Field<ExternalRef> externalRef = all.optional("externalRef",
            ExternalRefFields.EXTERNAL_REF);
    final Field<String> text;

    private ReportFields(int textMax) {
        Value<String> line = Values.line(textMax);
        title = all.optional("title", line);
        location = all.optional("location", LocationFields.within(textMax));
        reason = all.optional("reason", line);
        methane = all.optional("methane", MethaneFields.within(textMax));
        text = all.optional("text", Values.text(textMax));
        all.later("sequence");
    }

    static Value<Report> within(int textMax) {
        ReportFields fields = new ReportFields(textMax);
        return fields.all.made(new ReportRules(fields)::check, fields::report);
    }

    private Report report(Members said) {
        UUID given = said.find(id);
        // Ids that grow with time keep the journal's index quick.
        UUID key = given == null ? UuidCreator.getTimeOrderedEpoch() : given;
        return Report.of(key, said.get(observedAt))
                .incident(said.find(incident))
                .protest(said.find(protest))
                .category(said.find(category))
                .title(said.find(title))
                .sentAt(said.find(sentAt))
                .location(said.find(location))
                .crowd(said.find(crowd))
                .officers(said.get(officers, List.of()))
                .arrests(said.get(arrests, List.of()))
                .injured(said.find(injured))
                .status(said.find(status))
                .closingCategory(said.find(closingCategory))
                .reopen(said.says(reopen))
                .reason(said.find(reason))
                .methane(said.find(methane))
                .crime(said.find(crime))
                .crimeRef(said.find(crimeRef))
                .allQuiet(said.says(allQuiet))
                .emergency(said.says(emergency))
                .corrects(said.find(corrects))
                .withdrawn(said.says(withdrawn))
                .links(said.get(links, List.of()))
                .sensitive(said.find(sensitive))
                .drill(said.says(drill))
                .onBehalfOf(said.find(onBehalfOf))
                .externalRef(said.find(externalRef))
                .text(said.find(text))
                .build();
    }
}
