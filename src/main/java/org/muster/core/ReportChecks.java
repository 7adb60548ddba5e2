package org.muster.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Fault;
import org.muster.model.Glossary;
import org.muster.model.Report;
import org.muster.model.Settings.Kind;

/** What is wrong with a report that only the record and the catalogues can tell. */
final class ReportChecks {

    private final Incidents incidents;
    private final Protests protests;
    private final Catalogue catalogue;

    ReportChecks(Incidents incidents, Protests protests, Catalogue catalogue) {
        this.incidents = incidents;
        this.protests = protests;
        this.catalogue = catalogue;
    }

    /** All of it at once. */
    List<Fault> faults(Report report, @Nullable Original original, Matter matter,
            Instant effectiveAt) {
        List<Fault> faults = new ArrayList<>();
        if (report.incident() != null && incidents.find(report.incident()) == null) {
            faults.add(new Fault("/incident", "the id of an incident that is recorded here"));
        }
        if (report.protest() != null && protests.find(report.protest()) == null) {
            faults.add(new Fault("/protest", "the id of a protest that is recorded here"));
        }
        category(report, original, matter, faults);
        closingCategory(report, matter, faults);
        roles(report, faults);
        offences(report, effectiveAt, faults);
        links(report, matter, faults);
        drill(report, original, matter, faults);
        if (matter.isLoose()) {
            loose(report, faults);
        }
        if (matter.opens() && report.location() == null
                && (original == null || original.isLoose())) {
            faults.add(new Fault("/location", "is missing; what opens something has a place"));
        }
        return faults;
    }

    private void category(Report report, @Nullable Original original, Matter matter,
            List<Fault> faults) {
        if (report.category() == null) {
            return;
        }
        Kind kind = catalogue.kind(report.category());
        if (kind == null) {
            unknown(Glossary.Kind.CATEGORY, report.category(), "/category", faults);
        } else if (matter.opens() && original != null && !original.isLoose()
                && kind != (matter.incident() == null ? Kind.PROTEST : Kind.INCIDENT)) {
            faults.add(new Fault("/category",
                    "of the same kind as what was opened: an incident is no protest"));
        }
    }

    private void closingCategory(Report report, Matter matter, List<Fault> faults) {
        String closing = report.closingCategory();
        if (closing == null) {
            return;
        }
        Kind kind = catalogue.kind(closing);
        if (kind == null) {
            unknown(Glossary.Kind.CATEGORY, closing, "/closingCategory", faults);
        } else if (kind != Kind.INCIDENT && matter.incident() != null) {
            faults.add(new Fault("/closingCategory",
                    "a category of incidents; this one is of protests"));
        }
    }

    private boolean unknown(Glossary.Kind kind, String word, String pointer, List<Fault> faults) {
        String fault = catalogue.glossary().fault(kind, word);
        if (fault != null) {
            faults.add(new Fault(pointer, fault));
        }
        return fault != null;
    }

    private void roles(Report report, List<Fault> faults) {
        for (int i = 0; i < report.officers().size(); i++) {
            String role = report.officers().get(i).role();
            if (role != null) {
                unknown(Glossary.Kind.ROLE, role, "/officers/" + i + "/role", faults);
            }
        }
    }

    private void offences(Report report, Instant effectiveAt, List<Fault> faults) {
        for (int i = 0; i < report.arrests().size(); i++) {
            String offence = report.arrests().get(i).offence();
            String pointer = "/arrests/" + i + "/offence";
            if (!unknown(Glossary.Kind.OFFENCE, offence, pointer, faults)
                    && !catalogue.isInForce(offence, effectiveAt)) {
                faults.add(new Fault(pointer, "must be an offence that was in force on the day"));
            }
        }
    }

    private void links(Report report, Matter matter, List<Fault> faults) {
        if (!report.links().isEmpty() && matter.incident() == null) {
            faults.add(new Fault("/links", "belong to an incident"));
            return;
        }
        for (int i = 0; i < report.links().size(); i++) {
            UUID other = report.links().get(i).incident();
            if (other.equals(matter.incident()) || incidents.find(other) == null) {
                faults.add(new Fault("/links/" + i + "/incident",
                        "the id of another incident that is recorded here"));
            }
        }
    }

    /** What is said of a drill says so itself; a withdrawal may leave it out. */
    private void drill(Report report, @Nullable Original original, Matter matter,
            List<Fault> faults) {
        boolean fits = fits(report, matter.incident(), matter.protest())
                && (original == null
                        || fits(report, original.body().incident(), original.body().protest()))
                && (original == null || !original.isLoose()
                        || original.isDrill() == report.drill());
        boolean leavesOut = report.withdrawn() && !report.drill();
        if (!leavesOut && !fits) {
            faults.add(new Fault("/drill", "the same as of what it is about"));
        }
    }

    private boolean fits(Report report, @Nullable UUID incident, @Nullable UUID protest) {
        IncidentTrack track = incident == null ? null : incidents.find(incident);
        ProtestTrack gathering = protests.find(protest);
        return (track == null || track.isDrill() == report.drill())
                && (gathering == null || gathering.isDrill() == report.drill());
    }

    private static void loose(Report report, List<Fault> faults) {
        if (!report.withdrawn() && report.officers().isEmpty() && report.location() == null
                && !report.allQuiet() && !report.emergency()) {
            faults.add(new Fault("", "is about nothing: say where which officers are, allQuiet or"
                    + " emergency, or withdraw the report"));
        }
        String detail = "belongs to an incident or a protest: name it, or give a category";
        if (report.crowd() != null) {
            faults.add(new Fault("/crowd", detail));
        }
        if (report.status() != null) {
            faults.add(new Fault("/status", detail));
        }
        if (report.closingCategory() != null) {
            faults.add(new Fault("/closingCategory", detail));
        }
        if (report.reopen()) {
            faults.add(new Fault("/reopen", detail));
        }
        if (report.methane() != null) {
            faults.add(new Fault("/methane", detail));
        }
        if (report.crime() != null) {
            faults.add(new Fault("/crime", detail));
        }
    }
}
