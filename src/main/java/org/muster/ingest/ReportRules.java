package org.muster.ingest;

import java.util.List;

import org.muster.input.Field;
import org.muster.input.Members;
import org.muster.model.Crime;
import org.muster.model.IncidentStatus;

/** What the fields of a report may say beside each other. A field with a fault counts as said. */
final class ReportRules {

    private final ReportFields fields;
    /** What only an incident or a protest has. */
    private final List<Field<?>> ofASubject;
    /** What a withdrawal has no use for: all but who says it, when, why, of what, and in confidence or not. */
    private final List<Field<?>> notWithdrawing;

    ReportRules(ReportFields fields) {
        this.fields = fields;
        this.ofASubject = List.of(fields.crowd, fields.status, fields.closingCategory,
                fields.reopen, fields.methane, fields.crime, fields.crimeRef, fields.links);
        this.notWithdrawing = List.of(fields.incident, fields.protest, fields.category,
                fields.title, fields.location, fields.crowd, fields.officers, fields.arrests,
                fields.injured, fields.status, fields.closingCategory, fields.reopen,
                fields.methane, fields.crime, fields.crimeRef, fields.allQuiet, fields.emergency,
                fields.links, fields.externalRef);
    }

    void check(Members said) {
        if (said.says(fields.withdrawn)) {
            withdrawal(said);
            return;
        }
        subject(said);
        closing(said);
        crime(said);
    }

    private void withdrawal(Members said) {
        if (!said.has(fields.corrects)) {
            said.fault(fields.corrects, "is missing; a withdrawal names the report it strikes");
        }
        String alone = "may not stand beside withdrawn, which strikes and says nothing else";
        for (Field<?> field : notWithdrawing) {
            if (said.says(field)) {
                said.fault(field, alone);
            }
        }
    }

    private void subject(Members said) {
        boolean named = said.has(fields.incident) || said.has(fields.protest);
        boolean corrects = said.has(fields.corrects);
        if (said.has(fields.incident) && said.has(fields.protest)) {
            said.fault(fields.protest, "may not stand beside incident; a report is about one");
        }
        if (said.has(fields.protest) && said.says(fields.links)) {
            said.fault(fields.links, "belong to incidents, not to protests");
        }
        // A correction without a subject is about the original's, which is known only when it is decided.
        if (!named && !corrects && said.has(fields.category) && !said.has(fields.location)) {
            said.fault(fields.location,
                    "is missing; what opens an incident or a protest has a place");
        }
        if (!named && !corrects && !said.has(fields.category)) {
            unitReport(said);
        }
    }

    private void unitReport(Members said) {
        boolean saysSomething = said.says(fields.officers) || said.has(fields.location)
                || said.says(fields.allQuiet) || said.says(fields.emergency);
        if (!saysSomething) {
            said.fault("is about nothing: name an incident or a protest, give a category to open"
                    + " one, or say where which officers are, allQuiet or emergency");
        }
        for (Field<?> field : ofASubject) {
            if (said.says(field)) {
                said.fault(field, "belongs to an incident or a protest: name it, or give a category"
                        + " to open one");
            }
        }
    }

    private void closing(Members said) {
        boolean closes = said.has(fields.status)
                && said.get(fields.status, IncidentStatus.CLOSED) == IncidentStatus.CLOSED;
        if (said.has(fields.closingCategory) && !closes) {
            said.fault(fields.closingCategory, "needs the status closed beside it");
        }
    }

    private void crime(Members said) {
        Crime crime = said.find(fields.crime);
        if (crime == Crime.RECORDED && !said.has(fields.crimeRef)) {
            said.fault(fields.crimeRef, "is missing; a recorded crime has a number");
        }
        if (crime == Crime.NOT_A_CRIME && !said.has(fields.reason)) {
            said.fault(fields.reason, "is missing; say why it is not a crime");
        }
        boolean mayBeRecorded = crime == Crime.RECORDED
                || (crime == null && said.has(fields.crime));
        if (said.has(fields.crimeRef) && !mayBeRecorded) {
            said.fault(fields.crimeRef, "needs crime recorded beside it");
        }
    }
}
