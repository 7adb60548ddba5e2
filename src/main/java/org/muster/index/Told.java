package org.muster.index;

import org.muster.model.Entry;

/** How an entry is told to people, if it is. */
public enum Told {
    /** A report: for the control room, and for who sent it. */
    REPORT,
    /** What became of a protest or an alert. */
    OTHER,
    /** The keeping of the books. */
    NOT;

    /** How an entry is told. */
    public static Told of(Entry entry) {
        return entry.ofEngine() ? NOT : of(entry.body());
    }

    private static Told of(Entry.Body body) {
        return switch (body) {
            case Entry.ReportRecorded _ -> REPORT;
            case Entry.ProtestPlanned _,Entry.ProtestChanged _,Entry.ProtestCancelled _,Entry.ProtestStarted _,Entry.ProtestEnded _,Entry.AlertRaised _,Entry.AlertCleared _,Entry.AlertShelved _,Entry.AlertUnshelved _,Entry.AlertSuppressed _,Entry.FloodStarted _,Entry.FloodEnded _,Entry.AlertAcknowledged _,Entry.AlertUnacknowledged _,Entry.AlertAssigned _,Entry.AlertCommented _ ->
                    OTHER;
            case Entry.AlertUpdated updated ->
                    updated.change() == Entry.AlertUpdated.Change.REARMED ? NOT : OTHER;
            case Entry.AlertSeen _,Entry.RuleFailed _,Entry.ReportRead _,Entry.SettingsApplied _,Entry.AccessNoted _ ->
                    NOT;
        };
    }
}
