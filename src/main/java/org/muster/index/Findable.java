package org.muster.index;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Entry;
import org.muster.model.ExternalRef;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.Report;

/** The words by which things are found: those that people read, and the numbers that partners know them by. */
final class Findable {

    private Findable() {}

    /** What is shown of an incident itself; nothing when it is void. */
    static String of(Incident incident) {
        var texts = new Texts();
        if (!incident.isVoid()) {
            Location location = incident.location();
            texts.add(incident.title()).add(location == null ? null : location.place());
        }
        return texts.folded();
    }

    /** What is shown of a protest itself: its plan as it stands. */
    static String of(Protest protest) {
        var texts = new Texts();
        if (!protest.isVoid()) {
            Plan plan = protest.plan();
            texts.add(protest.title()).add(plan.organisation()).add(plan.publicMessage());
        }
        return texts.folded();
    }

    /** What a report says; one that only strikes another says nothing. */
    static String of(Entry.ReportRecorded recorded) {
        var texts = new Texts();
        Report report = recorded.report();
        if (!report.withdrawn()) {
            Location location = report.location();
            ExternalRef ref = report.externalRef();
            texts.add(report.title())
                    .add(location == null ? null : location.place())
                    .add(report.text())
                    .add(report.reason())
                    .add(report.crimeRef())
                    .add(ref == null ? null : ref.agency() + " " + ref.ref());
            Methane methane = report.methane();
            if (methane != null) {
                texts.add(methane.exactLocation()).add(methane.type()).add(methane.access());
                methane.hazards().forEach(texts::add);
            }
        }
        return texts.folded();
    }

    /** Texts, those that are missing left out. */
    private static final class Texts {
        private final List<String> all = new ArrayList<>();

        Texts add(@Nullable String text) {
            if (text != null) {
                all.add(text);
            }
            return this;
        }

        String folded() {
            return Words.folded(all);
        }
    }
}
