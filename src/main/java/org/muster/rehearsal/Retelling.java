package org.muster.rehearsal;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.muster.model.Actor;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.Entry;
import org.muster.model.Role;

/**
 * What somebody must have sent for an entry to be recorded. Whatever the service did by itself is none of it. Rights are
 * not asked for again: it was recorded once.
 */
final class Retelling {

    private static final int SIZE = 1_024;

    private Retelling() {}

    /** @param about what an alert of the record is about, if it is known */
    static Optional<Input> of(Entry entry, Function<UUID, Optional<Key>> about) {
        Actor by = new Actor(entry.actor(), Role.SUPERVISOR);
        return switch (entry.body()) {
            case Entry.ReportRecorded it -> given(new Command.SubmitReport(it.report(),
                    sender(entry, it), it.observer(), entry.areas(), it.contentSha256(), SIZE));
            case Entry.ProtestPlanned it -> given(new Command.PlanProtest(it.protest(), it.plan(),
                    by, entry.areas(), it.contentSha256(), SIZE));
            case Entry.ProtestChanged it -> given(new Command.ChangeProtest(it.protest(), it.plan(),
                    null, by, entry.areas(), SIZE));
            case Entry.ProtestCancelled it ->
                    given(new Command.CancelProtest(it.protest(), it.reason(), by));
            case Entry.AccessNoted it -> given(new Command.NoteAccess(it.change(), entry.actor()));
            case Entry.SettingsApplied it -> Optional.of(new Input.Applied(it.settings()));
            case Entry.AlertAcknowledged it ->
                    deed(entry, about.apply(it.alert()), new AlertAction.Acknowledge());
            case Entry.AlertUnacknowledged it ->
                    deed(entry, about.apply(it.alert()), new AlertAction.Unacknowledge());
            case Entry.AlertAssigned it ->
                    deed(entry, about.apply(it.alert()), new AlertAction.Assign(it.to(), null));
            case Entry.AlertShelved it -> deed(entry, about.apply(it.alert()),
                    new AlertAction.Shelve(it.until(), it.reason(), it.second()));
            case Entry.AlertUnshelved it ->
                    deed(entry, about.apply(it.alert()), new AlertAction.Unshelve());
            case Entry.AlertCleared it -> deed(entry, about.apply(it.alert()),
                    new AlertAction.Clear(it.reason() == null ? "" : it.reason()));
            default -> Optional.empty();
        };
    }

    /** A supervisor's word lifts what was said in confidence; anybody else's does not. */
    private static Actor sender(Entry entry, Entry.ReportRecorded it) {
        boolean lifts = Boolean.FALSE.equals(it.report().sensitive()) && !it.sensitive();
        return new Actor(entry.actor(), lifts ? Role.SUPERVISOR : Role.CONTROLLER);
    }

    private static Optional<Input> given(Command command) {
        return Optional.of(new Input.Given(command));
    }

    private static Optional<Input> deed(Entry entry, Optional<Key> about, AlertAction action) {
        return entry.actor().equals(Actor.SYSTEM.name()) ? Optional.empty()
                : about.map(key -> new Input.Deed(key, action,
                        new Actor(entry.actor(), Role.SUPERVISOR)));
    }
}
