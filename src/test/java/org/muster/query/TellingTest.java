package org.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;

import org.muster.model.Alert;
import org.muster.model.AlertState;
import org.muster.model.AlertSubject;
import org.muster.model.Arrest;
import org.muster.model.CrowdEstimate;
import org.muster.model.CrowdMethod;
import org.muster.model.Cursor;
import org.muster.model.Deployment;
import org.muster.model.DeploymentState;
import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Location;
import org.muster.model.Mood;
import org.muster.model.Plan;
import org.muster.model.Protest;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.SampleAlert;
import org.muster.model.SampleArea;
import org.muster.model.SampleIncident;
import org.muster.model.SampleProtest;
import org.muster.model.Settings;
import org.muster.view.Known;
import org.muster.view.View;

/** What entries say in plain English. The incident is called "t", the protest too; the secret ones have no title. */
final class TellingTest {
    private static final Instant NOW = Instant.parse("2014-09-06T20:40:00Z");
    private static final List<String> AREAS = List.of("thurcroft", "rotherham");
    private static final UUID INCIDENT = new UUID(1, 1);
    private static final UUID SECRET = new UUID(1, 2);
    private static final UUID PROTEST = new UUID(1, 3);
    private static final UUID ALERT = new UUID(1, 4);
    private static final UUID SECRET_ALERT = new UUID(1, 5);
    private static final Location PLACE = new Location(53.3966, -1.2537, null, "Ivanhoe Road");

    private final Telling telling = new Telling(view());

    @Test
    void a_report_of_everything_is_one_sentence() {
        assertThat(told(INCIDENT, report -> report.location(PLACE)
                .crowd(new CrowdEstimate(40, null, 60, CrowdMethod.ESTIMATE, Mood.HOSTILE))
                .officers(List.of(new Deployment("RT21", "psu", 25, DeploymentState.AT_SCENE),
                        new Deployment("RT22", null, 1, DeploymentState.EN_ROUTE),
                        new Deployment(null, "psu", 10, DeploymentState.REQUESTED)))
                .arrests(List.of(new Arrest("breach-of-the-peace", 4, null, null, null)))
                .injured(new Injured(2, 1))
                .status(IncidentStatus.CONTAINED)
                .text("Second  night,\nbottles thrown.")))
                .isEqualTo("RT21: 40 to 60 people at Ivanhoe Road, hostile; 25 officers at scene;"
                        + " RT22 1 officer on the way; 10 more officers asked for;"
                        + " 4 arrested (breach of the peace); 2 people and 1 officer hurt;"
                        + " contained; \u201cSecond night, bottles thrown.\u201d");
    }

    @Test
    void what_it_is_about_comes_first() {
        assertThat(told(INCIDENT,
                report -> report.arrests(List.of(new Arrest("riot", 1, null, null, null),
                        new Arrest("affray", 2, null, null, null)))))
                .isEqualTo("RT21: t; 3 arrested (1 riot, 2 affray)");
        assertThat(told(null,
                report -> report.location(PLACE)
                        .officers(List
                                .of(new Deployment("RT21", null, 5, DeploymentState.AT_SCENE)))))
                .isEqualTo("RT21: 5 officers at scene, Ivanhoe Road");
        assertThat(told(null, report -> report.allQuiet(true)))
                .isEqualTo("RT21: all quiet, Thurcroft");
        assertThat(told(INCIDENT, report -> report.location(PLACE)))
                .isEqualTo("RT21: t; at Ivanhoe Road");
        assertThat(told(null, report -> report.emergency(true)))
                .isEqualTo("RT21: officer in danger, Thurcroft");
    }

    @Test
    void what_it_opens_is_told_as_new() {
        Report report = Report.of(new UUID(9, 9), NOW)
                .category("disturbance")
                .location(PLACE)
                .crowd(new CrowdEstimate(50, null, 50, CrowdMethod.COUNT, null))
                .drill(true)
                .build();
        assertThat(telling.words(entry("RT21", recorded(report, INCIDENT, true))))
                .isEqualTo("Drill: RT21: new incident: t; 50 people");
    }

    @Test
    void corrections_and_withdrawals_say_so() {
        assertThat(told(INCIDENT,
                report -> report.corrects(new UUID(9, 8))
                        .crowd(new CrowdEstimate(1, null, 1, CrowdMethod.COUNT, null))))
                .isEqualTo("RT21 corrects: 1 person at t");
        assertThat(told(INCIDENT,
                report -> report.corrects(new UUID(9, 8)).withdrawn(true).reason("wrong road")))
                .isEqualTo("RT21: withdrew a report on t; \u201cwrong road\u201d");
    }

    @Test
    void what_is_concealed_has_no_words_of_its_own_and_keeps_its_figures() {
        assertThat(told(SECRET,
                report -> report.location(PLACE)
                        .title("Ivanhoe")
                        .text("Ivanhoe")
                        .crowd(new CrowdEstimate(5, null, 7, CrowdMethod.ESTIMATE, null))))
                .isEqualTo("RT21, in confidence: 5 to 7 people at Disturbance, Thurcroft");
        assertThat(told(SECRET,
                report -> report.corrects(new UUID(9, 8)).withdrawn(true).reason("Ivanhoe")))
                .isEqualTo("RT21, in confidence: withdrew a report on Disturbance, Thurcroft");
        assertThat(words("system",
                new Entry.AlertRaised(SECRET_ALERT, "r", subject(SECRET), false,
                        SampleAlert.finding("at Ivanhoe Road", "in Thurcroft", NOW))))
                .isEqualTo("High alert: in Thurcroft");
    }

    @Test
    void long_words_are_cut() {
        assertThat(told(INCIDENT, report -> report.text("\uD83D\uDE00".repeat(500))))
                .isEqualTo("RT21: t; \u201c" + "\uD83D\uDE00".repeat(200) + "\u2026\u201d");
    }

    @Test
    void protests_are_told_by_their_titles() {
        Plan plan = new Plan("EDL", "march", null, List.of(), NOW, null, null,
                new Plan.Expected(50, 100), 60, null, null);
        assertThat(words("desk-1", new Entry.ProtestPlanned(PROTEST, plan, List.of(), "")))
                .isEqualTo("desk-1 planned t; 50 to 100 people expected, 60 officers planned");
        assertThat(words("desk-1",
                new Entry.ProtestChanged(PROTEST, SampleProtest.plan("t", NOW), List.of())))
                .isEqualTo("desk-1 changed the plan of t");
        assertThat(words("desk-1", new Entry.ProtestCancelled(PROTEST, "rain")))
                .isEqualTo("desk-1 called off t (rain)");
        assertThat(words("system", new Entry.ProtestStarted(PROTEST, NOW))).isEqualTo("t is live");
        assertThat(words("system", new Entry.ProtestEnded(PROTEST, NOW))).isEqualTo("t has ended");
    }

    @Test
    void alerts_are_told_by_their_messages() {
        assertThat(words("system",
                new Entry.AlertRaised(ALERT, "r", subject(INCIDENT), false,
                        SampleAlert.finding("at Ivanhoe Road", "in Thurcroft", NOW))))
                .isEqualTo("High alert: at Ivanhoe Road");
        assertThat(words("system",
                new Entry.AlertUpdated(ALERT, Entry.AlertUpdated.Change.RAISED_AGAIN,
                        AlertState.UNACKNOWLEDGED, SampleAlert.finding("70", null, NOW))))
                .isEqualTo("High alert again: 70");
        String message = SampleAlert.MESSAGE;
        assertThat(words("system",
                new Entry.AlertCleared(ALERT, AlertState.CLEARED_UNACKNOWLEDGED, null)))
                .isEqualTo("Over: " + message + " (nobody has acknowledged it)");
        assertThat(words("desk-1", new Entry.AlertCleared(ALERT, AlertState.CLEARED, "a slip")))
                .isEqualTo("desk-1 cleared: " + message + " (a slip)");
        assertThat(words("desk-1", new Entry.AlertAcknowledged(ALERT, AlertState.ACKNOWLEDGED)))
                .isEqualTo("desk-1 acknowledged: " + message);
        assertThat(words("desk-1", new Entry.AlertUnacknowledged(ALERT, AlertState.UNACKNOWLEDGED)))
                .isEqualTo("desk-1 took back the acknowledgement of: " + message);
        assertThat(words("desk-1", new Entry.AlertAssigned(ALERT, "desk-2")))
                .isEqualTo("desk-1 assigned to desk-2: " + message);
        assertThat(words("desk-1", new Entry.AlertAssigned(ALERT, "desk-1")))
                .isEqualTo("desk-1 took: " + message);
        assertThat(words("desk-1", new Entry.AlertAssigned(ALERT, null)))
                .isEqualTo("desk-1 assigned to nobody: " + message);
        assertThat(words("desk-1", new Entry.AlertCommented(ALERT, "on it")))
                .isEqualTo("desk-1 on the alert \u201c" + message + "\u201d: on it");
    }

    @Test
    void what_is_out_of_the_queue_and_comes_back_is_told_with_times() {
        String message = SampleAlert.MESSAGE;
        assertThat(words("desk-1", new Entry.AlertShelved(ALERT, NOW, "van sent", null))).isEqualTo(
                "desk-1 shelved until 2014-09-06 20:40:00 UTC: " + message + " (van sent)");
        assertThat(words("desk-1", new Entry.AlertShelved(ALERT, NOW, "van sent", "desk-2")))
                .startsWith("desk-1 and desk-2 shelved until 2014");
        assertThat(words("system",
                new Entry.AlertUpdated(ALERT, Entry.AlertUpdated.Change.SHELF_ENDING,
                        AlertState.ACKNOWLEDGED, null)))
                .isEqualTo("Soon back in the queue: " + message);
        assertThat(words("system", new Entry.AlertUnshelved(ALERT)))
                .isEqualTo("Back in the queue: " + message);
        assertThat(words("desk-2", new Entry.AlertUnshelved(ALERT)))
                .isEqualTo("desk-2 put back into the queue: " + message);
        assertThat(words("system", new Entry.AlertSuppressed(ALERT, SECRET_ALERT)))
                .isEqualTo("Suppressed, explained by another alert: " + message);
        assertThat(words("system", new Entry.AlertSuppressed(ALERT, null)))
                .isEqualTo("Calls again: " + message);
        assertThat(words("system",
                new Entry.AlertUpdated(ALERT, Entry.AlertUpdated.Change.ESCALATED,
                        AlertState.UNACKNOWLEDGED, SampleAlert.finding("70", null, NOW))))
                .isEqualTo("High alert, escalated: 70");
        assertThat(
                words("system",
                        new Entry.AlertUpdated(ALERT, Entry.AlertUpdated.Change.MOVED,
                                AlertState.UNACKNOWLEDGED, null)))
                .isEqualTo("Alert moved: " + message);
    }

    private String told(@Nullable UUID incident, UnaryOperator<ReportBuilder> words) {
        return words("RT21",
                recorded(words.apply(Report.of(new UUID(9, 9), NOW).incident(incident)).build(),
                        incident, false));
    }

    private static Entry.ReportRecorded recorded(Report report, @Nullable UUID incident,
            boolean opened) {
        return new Entry.ReportRecorded(report, incident, null, opened, "RT21", NOW, false, null,
                List.of(), List.of(), "", List.of());
    }

    private String words(String actor, Entry.Body body) {
        return telling.words(entry(actor, body));
    }

    private static Entry entry(String actor, Entry.Body body) {
        return new Entry(5, NOW, actor, AREAS, body);
    }

    private static AlertSubject subject(UUID incident) {
        return new AlertSubject(AlertSubject.Type.INCIDENT, incident.toString());
    }

    private static View view() {
        Incident incident = SampleIncident.of(INCIDENT, 1, AREAS, NOW, "RT21");
        Incident secret = SampleIncident
                .sensitive(SampleIncident.of(SECRET, 2, AREAS, NOW, "RT21"));
        Protest protest = SampleProtest.of(PROTEST, 3, AREAS, NOW);
        Settings settings = new Settings("m", List.of(),
                List.of(new Settings.Category("disturbance", "Disturbance",
                        Settings.Kind.INCIDENT)),
                List.of(new Settings.Offence("breach-of-the-peace", "Breach of the peace", null,
                        null),
                        new Settings.Offence("riot", "Riot (Public Order Act 1986, s. 1)", null,
                                null)),
                List.of(), new Settings.Windows(30, 60), Settings.Clashing.DEFAULT);
        return new View(new Cursor("e", 90), NOW,
                HashTreePMap.singleton("thurcroft",
                        SampleArea.named("thurcroft", "Thurcroft", List.of("rotherham"))),
                Known.<Incident>none().with(INCIDENT, 1, incident).with(SECRET, 2, secret),
                Known.<Protest>none().with(PROTEST, 3, protest), HashTreePMap.empty(),
                HashTreePSet.empty(),
                Known.<Alert>none().with(ALERT, 4, SampleAlert.of(ALERT, 4, AREAS, NOW)), settings);
    }
}
