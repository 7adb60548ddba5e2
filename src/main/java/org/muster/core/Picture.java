package org.muster.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.muster.model.AlertSubject;
import org.muster.model.Alerting;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Entry.AccessNoted;
import org.muster.model.Entry.ReportRecorded;
import org.muster.model.Entry.SettingsApplied;
import org.muster.model.Settings;
import org.muster.model.Subject;

/**
 * All that is known, folded from the entries in order. The same entries always make the same picture; windows are
 * functions of the entries and {@link #at}. Not safe for threads: it belongs to one at a time. Closed incidents stay in
 * it for now.
 *
 * <p>A command is decided, its drafts numbered and evolved, then the next is decided, all before anything is committed.
 * When an exception comes out of {@link #evolve} the picture is wrong and must not be used any more.
 */
public final class Picture {

    /** Raised with every change that folds the same entries into another picture. */
    public static final int VERSION = 7;

    private static final long MINUTE_MILLIS = 60_000;

    private final Scene real = new Scene(this::officersChanged, id -> touched(id, false));
    private final Scene drill = new Scene(this::officersChanged, id -> touched(id, true));
    private final Ledger.Fusing fusing;
    private final Catalogue catalogue;
    private final Corrections corrections = new Corrections();
    private final Incidents incidents;
    private final Protests protests;
    private final Reports reports;
    private final Allegations allegations = new Allegations(this::touched);
    private final Alerts alerts = new Alerts(real.areas()::set);
    private final Load load = new Load();
    private final Subjects subjects;
    private final RuleWatch watch;
    private final Deciding deciding;
    private boolean settingsChanged = true;
    private long seq;
    private long at;

    private Picture(Settings settings, long seq, long at) {
        this.seq = seq;
        this.at = at;
        catalogue = new Catalogue(settings);
        fusing = new Ledger.Fusing(millis(settings.windows().estimateMinutes()));
        incidents = new Incidents(fusing, this::touched);
        protests = new Protests(fusing, this::touched);
        reports = new Reports(incidents, protests, this::scene, catalogue, corrections,
                this::touched);
        subjects = new Subjects(incidents, protests, allegations, Map.of(false, real, true, drill),
                catalogue);
        watch = new RuleWatch(alerts, subjects, real.areas());
        DecidingProtest plans = new DecidingProtest(incidents, protests, catalogue);
        deciding = new Deciding(incidents, protests, List.of(real, drill),
                new DecidingReport(incidents, protests, plans, catalogue, corrections), plans,
                new DecidingAlert(alerts, catalogue));
        define(settings);
    }

    /** The picture before the first entry: no areas but elsewhere, no categories, at the beginning of 1970. */
    public static Picture empty() {
        return new Picture(Settings.NONE, 0, 0);
    }

    /** A picture that goes on exactly as the one the state was taken from; all of it counts as changed. */
    public static Picture restore(PictureState state) {
        Picture picture = new Picture(state.settings(), state.seq(), state.at());
        picture.real.areas().restore(state.real().areas());
        picture.drill.areas().restore(state.drill().areas());
        picture.corrections.restore(state.corrections());
        picture.incidents.restore(state.incidents(),
                isDrill -> picture.scene(isDrill).areas()::set);
        picture.protests.restore(state.protests(), isDrill -> picture.scene(isDrill).areas()::set,
                state.at());
        picture.real.restore(state.real(), picture::post);
        picture.drill.restore(state.drill(), picture::post);
        picture.allegations.restore(state.allegations());
        picture.watch.rules().restore(state.versions());
        picture.alerts.restore(state.alerts(), picture.subjects::isSensitive);
        picture.load.restore(state.load(), state.at());
        return picture;
    }

    /** Everything, for a snapshot: immutable, and costs time and memory by the size of the picture. */
    public PictureState state() {
        return new PictureState(VERSION, seq, at, catalogue.settings(), incidents.state(),
                protests.state(), real.state(at), drill.state(at), corrections.state(),
                watch.rules().versions(), alerts.state(), load.state(), allegations.state());
    }

    /**
     * What a command brings about; changes nothing.
     *
     * @param now the moment of receipt, in milliseconds, not before the last entry
     */
    public Decision decide(Command command, Instant now, Lookups lookups) {
        return deciding.decide(command, now, lookups);
    }

    /**
     * What follows from the entries taken in and from the time that has passed, as of {@link #at}. Changes nothing that
     * is shown or saved: it looks only at what may stand otherwise since it was last asked, and at what it named then and
     * nobody recorded. To be asked after each command's entries and by {@link Passage} as time goes on, and again after
     * these are taken in, until nothing follows any more.
     *
     * @param rulebook understands the rules of the settings in force
     */
    public List<Draft> follow(Rulebook rulebook) {
        List<Draft> drafts = protests.follow(at);
        if (drafts.isEmpty()) {
            drafts = alerts.shelves().follow(catalogue.settings().alerting().shelving(), at);
        }
        if (drafts.isEmpty()) {
            drafts = watch.follow(rulebook, catalogue.settings(), at);
        }
        if (drafts.isEmpty()) {
            drafts = alerts.suppression().follow(subjects);
        }
        return drafts.isEmpty() ? load.follow(catalogue.settings()) : drafts;
    }

    /**
     * The next moment at which time alone may bring something about; empty if there is none. Between {@link #at} and that
     * moment nothing follows but from entries: {@link Passage} goes from one to the next. To be asked when nothing follows
     * any more.
     */
    public Optional<Instant> dueAt() {
        long due = Math.min(Math.min(protests.dueAt(), alerts.shelves().dueAt()),
                Math.min(load.dueAt(), watch.dueAt()));
        return due == FactRow.NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }

    /** Takes in the next entry. */
    public void evolve(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalStateException("entry " + entry.seq() + " came after " + seq);
        }
        seq = entry.seq();
        advance(entry.at());
        watch.begin(entry);
        switch (entry.body()) {
            case ReportRecorded body -> report(entry, body);
            case SettingsApplied body -> apply(body);
            case Entry.ProtestPlanned body -> protests.plan(entry, body, real.areas()::set, at);
            case Entry.ProtestChanged body -> change(entry, body);
            case Entry.ProtestCancelled body ->
                    protests.cancel(new Moment(at, seq), body.protest(), at);
            case Entry.ProtestStarted body -> protests.start(body, at);
            case Entry.ProtestEnded body -> protests.end(body, at);
            case Entry.AlertRaised body -> raise(entry, body);
            case Entry.AlertUpdated body -> alert(entry, body.alert(), true);
            case Entry.AlertCleared body -> alert(entry, body.alert(), true);
            case Entry.AlertAcknowledged body -> alert(entry, body.alert(), true);
            case Entry.AlertUnacknowledged body -> alert(entry, body.alert(), true);
            case Entry.AlertAssigned body -> alert(entry, body.alert(), false);
            case Entry.AlertCommented body -> alert(entry, body.alert(), false);
            case Entry.AlertShelved body -> alert(entry, body.alert(), true);
            case Entry.AlertUnshelved body -> alert(entry, body.alert(), true);
            case Entry.AlertSuppressed body -> alert(entry, body.alert(), true);
            case Entry.AlertSeen body -> alert(entry, body.alert(), false);
            case AccessNoted body -> load.credential(body.change());
            case Entry.FloodStarted body -> load.evolve(entry, body);
            case Entry.FloodEnded body -> load.evolve(entry, body);
            case Entry.ReportRead _,Entry.RuleFailed _ -> {
            }
        }
        watch.end(at);
    }

    /** Moves the windows to {@code now}; an earlier moment changes nothing. */
    public void advance(Instant now) {
        at = Math.max(at, now.toEpochMilli());
        watch.timePasses(at);
        protests.advance(at);
        load.advance(at);
        watch.timePasses(at);
    }

    /** What changed since the last call, as of {@link #at}; at the first call everything there is. */
    public Changes takeChanges() {
        Settings settings = settingsChanged ? catalogue.settings() : null;
        settingsChanged = false;
        drill.dropChanges(catalogue, at);
        if (!alerts.isEmpty()) {
            incidents.changed()
                    .forEach(one -> sensitive(Subjects.about(one), one.id(), one.ledger()));
            protests.changed()
                    .forEach(one -> sensitive(Subjects.about(one), one.id(), one.ledger()));
        }
        return new Changes(incidents.takeChanged(catalogue, this::openAbout),
                protests.takeChanged(catalogue, this::openAbout),
                real.units().takeChanged(catalogue), real.units().takeGone(),
                real.areas().takeChanged(at), corrections.takeConfidential(), alerts.takeChanged(),
                load.takeDesks(), load.takeFresh(), allegations.takeChanged(), settings,
                settings == null ? null : watch.rules().versions());
    }

    /**
     * Shows these as if they had been told in confidence from their beginning, also where that became so after
     * {@link #at}. It changes what is shown and no figure. Such a picture is to be looked at, not to be saved.
     *
     * @param subjects incidents and protests; ids of what is not known yet are passed over
     * @param entries of reports; where units were by these is not shown
     */
    public void conceal(Set<UUID> subjects, Set<Long> entries) {
        for (UUID id : subjects) {
            IncidentTrack incident = incidents.find(id);
            ProtestTrack protest = protests.find(id);
            if (incident != null && incident.ledger().conceal()) {
                incidents.changed(incident);
            } else if (protest != null && protest.ledger().conceal()) {
                protests.settle(protest, at);
            }
        }
        if (!entries.isEmpty()) {
            real.units().conceal(entries);
            drill.units().conceal(entries);
        }
    }

    /** The settings in force; before the first were applied, without areas and categories. */
    public Settings settings() {
        return catalogue.settings();
    }

    /** The last entry taken in; 0 before the first. */
    public long seq() {
        return seq;
    }

    /** The moment up to which the windows reach: the last entry's, or the last {@link #advance}'s. */
    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    private void report(Entry entry, ReportRecorded body) {
        reports.evolve(entry, body);
        UUID about = body.incident() == null ? body.protest() : body.incident();
        allegations.evolve(entry, body,
                about == null ? List.of() : subjects.ledger(about).areas().ids());
    }

    /** What alerts about it, and about the crimes alleged of it, may show. */
    private void sensitive(RuleSubject about, UUID id, Ledger ledger) {
        alerts.sensitive(about, ledger.isSensitive());
        allegations.about(id)
                .forEach(one -> alerts.sensitive(Subjects.about(one), ledger.isSensitive()));
    }

    private void change(Entry entry, Entry.ProtestChanged body) {
        Scene scene = scene(protests.get(body.protest()).isDrill());
        ProtestTrack track = protests.change(entry, body, scene.areas().set(entry.areas()), at);
        scene.units().moved(track.post());
    }

    private void apply(SettingsApplied body) {
        Settings settings = body.settings();
        settingsChanged = true;
        watch.apply(catalogue.settings(), settings, seq);
        catalogue.apply(settings);
        define(settings);
        body.areasOfOpen().forEach((id, ids) -> {
            IncidentTrack incident = incidents.find(id);
            if (incident != null) {
                incidents.relocate(incident, scene(incident.isDrill()).areas().set(ids));
            } else {
                ProtestTrack protest = protests.get(id);
                protests.relocate(protest, scene(protest.isDrill()).areas().set(ids));
            }
        });
        if (body.clashes() != null) {
            protests.clash(body.clashes());
        }
        real.relocate(body.areasOfPlaces());
        drill.relocate(body.areasOfPlaces());
        if (fusing.window(millis(settings.windows().estimateMinutes()))) {
            incidents.fuse();
            protests.fuse(at);
        }
    }

    private void define(Settings settings) {
        long silentMillis = millis(settings.windows().silentMinutes());
        real.areas().define(settings.areas(), silentMillis, at);
        drill.areas().define(settings.areas(), silentMillis, at);
        alerts.apply(settings);
        Alerting.Nights nights = settings.alerting().nights();
        incidents.define(nights);
        real.units().define(nights);
        drill.units().define(nights);
    }

    private static long millis(int minutes) {
        return minutes * MINUTE_MILLIS;
    }

    private Scene scene(boolean isDrill) {
        return isDrill ? drill : real;
    }

    private Post post(Subject subject) {
        return switch (subject) {
            case Subject.OfIncident(var id) -> incidents.get(id).post();
            case Subject.OfProtest(var id) -> protests.get(id).post();
            case Subject.AtPlace _ -> throw new IllegalStateException("a place is no post");
        };
    }

    private void officersChanged(Subject subject) {
        switch (subject) {
            case Subject.OfIncident(var id) -> incidents.changed(incidents.get(id));
            case Subject.OfProtest(var id) -> protests.changed(protests.get(id));
            case Subject.AtPlace _ -> {
            }
        }
    }

    private void raise(Entry entry, Entry.AlertRaised body) {
        alerts.raise(entry, body);
        AlertTrack alert = alerts.get(body.alert());
        load.note(entry, alert, false);
        other(alert);
    }

    /** @param isJudged whether the rule may have something to say of what it changes */
    private void alert(Entry entry, UUID id, boolean isJudged) {
        AlertTrack alert = alerts.get(id);
        boolean wasOpen = alert.state().isOpen();
        boolean wasHidden = alert.isHidden();
        alerts.evolve(entry, id);
        load.note(entry, alert, wasHidden);
        if (wasOpen != alert.state().isOpen()) {
            other(alert);
        } else if (isJudged) {
            watch.changed(alert);
        }
    }

    /** Other alerts are open about what this one is about. */
    private void other(AlertTrack alert) {
        watch.changed(alert);
        switch (alert.about().type()) {
            case INCIDENT -> incidents.alerted(incidents.get(UUID.fromString(alert.about().id())));
            case PROTEST -> protests.alerted(protests.get(UUID.fromString(alert.about().id())));
            case ALLEGATION ->
                    alerts.sensitive(alert.about(), subjects.isSensitive(alert.about().what()));
            case AREA, UNIT, ENGINE -> {
            }
        }
    }

    private List<UUID> openAbout(IncidentTrack track) {
        return alerts.isEmpty() ? List.of() : alerts.open(Subjects.about(track));
    }

    private List<UUID> openAbout(ProtestTrack track) {
        return alerts.isEmpty() ? List.of() : alerts.open(Subjects.about(track));
    }

    private void touched(AllegationTrack alleged) {
        if (watch.isOn(AlertSubject.Type.ALLEGATION)) {
            watch.touch(Subjects.about(alleged));
        }
    }

    private void touched(IncidentTrack track) {
        allegations.moved(track.id(), track.ledger().areas().ids());
        if (watch.isOn(AlertSubject.Type.INCIDENT)) {
            watch.touch(Subjects.about(track));
        }
    }

    private void touched(ProtestTrack track) {
        allegations.moved(track.id(), track.ledger().areas().ids());
        if (watch.isOn(AlertSubject.Type.PROTEST)) {
            watch.touch(Subjects.about(track));
        }
    }

    private void touched(String unit, boolean isDrill) {
        if (watch.isOn(AlertSubject.Type.UNIT)) {
            watch.touch(RuleSubject.of(AlertSubject.Type.UNIT, unit, isDrill));
        }
    }
}
