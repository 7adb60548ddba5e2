package org.muster.query;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.model.Arrest;
import org.muster.model.Crime;
import org.muster.model.CrowdEstimate;
import org.muster.model.Deployment;
import org.muster.model.Entry;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Methane;
import org.muster.model.Report;

/** Says in one sentence what a report tells; of one given in confidence its figures alone, and whereabouts it was. */
final class ReportTelling {

    /** Longer words are cut: the whole report can be read by its id. */
    private static final int TEXT_MAX = 200;
    /** More units than this are counted, not named. */
    private static final int UNITS_MAX = 5;

    private final Names names;
    private final Entry entry;
    private final Entry.ReportRecorded told;
    private final Report report;
    private final boolean concealed;
    private final @Nullable String thing;
    private final List<String> parts = new ArrayList<>();

    private ReportTelling(Names names, Entry entry, Entry.ReportRecorded told, boolean concealed) {
        this.names = names;
        this.entry = entry;
        this.told = told;
        this.report = told.report();
        this.concealed = concealed;
        this.thing = thing(names, told.incident(), told.protest());
    }

    /** @param concealed whether its words and its place are for nobody here */
    static String of(Names names, Entry entry, Entry.ReportRecorded told, boolean concealed) {
        return new ReportTelling(names, entry, told, concealed).sentence();
    }

    private static @Nullable String thing(Names names, @Nullable UUID incident,
            @Nullable UUID protest) {
        if (incident != null) {
            return names.incident(incident);
        }
        return protest == null ? null : names.protest(protest);
    }

    private String sentence() {
        if (report.withdrawn()) {
            parts.add("withdrew a report" + (thing == null ? "" : " on " + thing));
            addWords(report.reason());
        } else {
            addSubject();
            addDanger();
            addCrowd();
            addOfficers();
            addPeople();
            addState();
            addWords(report.text());
        }
        return (report.drill() ? "Drill: " : "") + told.observer()
                + (report.corrects() != null && !report.withdrawn() ? " corrects" : "")
                + (concealed ? ", in confidence" : "") + ": " + String.join("; ", parts());
    }

    /** What it is about comes first, unless the crowd's part says where that is. */
    private void addSubject() {
        if (thing != null && told.opened()) {
            parts.add((told.incident() == null ? "new protest: " : "new incident: ") + thing);
        } else if (thing != null && report.crowd() == null) {
            parts.add(thing);
        }
    }

    private List<String> parts() {
        String where = where();
        if (thing == null && report.crowd() == null && where != null && !parts.isEmpty()) {
            parts.set(0, parts.getFirst() + ", " + where);
        }
        boolean saysNothing = parts.isEmpty()
                || (parts.size() == 1 && thing != null && parts.contains(thing));
        if (saysNothing) {
            parts.add(where == null || where.equals(thing) ? "a report" : "at " + where);
        }
        return parts;
    }

    private @Nullable String where() {
        Location location = report.location();
        String place = location == null || concealed ? null : location.place();
        if (place != null) {
            return place;
        }
        return thing != null ? thing : names.smallest(entry.areas());
    }

    private void addDanger() {
        if (report.emergency()) {
            parts.add("officer in danger");
        }
        Methane methane = report.methane();
        if (methane != null) {
            parts.add(switch (methane.major()) {
                case DECLARED -> "major incident declared";
                case STANDBY -> "major incident on standby";
                case NO -> "no major incident";
            });
        }
    }

    private void addCrowd() {
        CrowdEstimate crowd = report.crowd();
        if (crowd == null) {
            return;
        }
        String where = told.opened() ? null : where();
        parts.add(people(crowd) + (where == null ? "" : " at " + where)
                + (crowd.mood() == null ? "" : ", " + crowd.mood().slug())
                + switch (crowd.method()) {
                    case ORGANISER -> ", as the organiser says";
                    case MEDIA -> ", as the media say";
                    case COUNT, ESTIMATE, DENSITY, AERIAL -> "";
                });
    }

    private static String people(CrowdEstimate crowd) {
        if (crowd.high() == 0) {
            return "nobody";
        }
        return crowd.low() == crowd.high() ? counted(crowd.low(), "person", "people")
                : crowd.low() + " to " + crowd.high() + " people";
    }

    private void addOfficers() {
        List<Deployment> lines = report.officers();
        lines.stream().limit(UNITS_MAX).map(this::officers).forEach(parts::add);
        if (lines.size() > UNITS_MAX) {
            parts.add("and " + counted(lines.size() - UNITS_MAX, "more unit", "more units"));
        }
    }

    private String officers(Deployment line) {
        String unit = line.unit() == null || line.unit().equals(told.observer()) ? ""
                : line.unit() + " ";
        String more = line.unit() == null ? "more officer" : "officer";
        String count = line.count() == 0 ? "no " + more + "s"
                : counted(line.count(), more, more + "s");
        return unit + count + switch (line.state()) {
            case REQUESTED -> " asked for";
            case COMMITTED -> " committed";
            case EN_ROUTE -> " on the way";
            case AT_SCENE -> " at scene";
            case RELEASED -> " released";
        };
    }

    private void addPeople() {
        if (!report.arrests().isEmpty()) {
            parts.add(report.arrested() + " arrested" + grounds());
        }
        Injured injured = report.injured();
        if (injured != null) {
            var hurt = new StringJoiner(" and ", "", " hurt").setEmptyValue("nobody hurt");
            if (injured.people() > 0) {
                hurt.add(counted(injured.people(), "person", "people"));
            }
            if (injured.officers() > 0) {
                hurt.add(counted(injured.officers(), "officer", "officers"));
            }
            parts.add(hurt.toString());
        }
    }

    private String grounds() {
        var grounds = new StringJoiner(", ", " (", ")").setEmptyValue("");
        for (Arrest line : report.arrests()) {
            boolean isAlone = report.arrests().size() == 1;
            if (!isAlone || !line.offence().equals("not-stated")) {
                grounds.add((isAlone ? "" : line.count() + " ") + names.offence(line.offence()));
            }
        }
        return grounds.toString();
    }

    private void addState() {
        if (report.allQuiet()) {
            parts.add("all quiet");
        }
        if (report.reopen()) {
            parts.add("goes on");
        }
        IncidentStatus status = report.status();
        String closing = report.closingCategory();
        if (status != null) {
            parts.add(status.slug() + (closing == null ? "" : " as " + names.category(closing)));
        }
        Crime crime = report.crime();
        if (crime != null) {
            parts.add(switch (crime) {
                case ALLEGED -> "a crime is alleged";
                case RECORDED -> "recorded as a crime";
                case NOT_A_CRIME -> "no crime";
            });
        }
        if (!report.links().isEmpty()) {
            parts.add("linked to "
                    + counted(report.links().size(), "other incident", "other incidents"));
        }
    }

    private void addWords(@Nullable String words) {
        if (words == null || concealed) {
            return;
        }
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return;
        }
        int length = line.codePointCount(0, line.length());
        parts.add(length <= TEXT_MAX ? "\u201c" + line + "\u201d"
                : "\u201c" + line.substring(0, line.offsetByCodePoints(0, TEXT_MAX)).strip()
                        + "\u2026\u201d");
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
