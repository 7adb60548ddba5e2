package org.muster.rehearsal;

import org.muster.model.Actor;
import org.muster.model.AlertAction;
import org.muster.model.Command;
import org.muster.model.Settings;

/** What came from outside, to be given to the core once more. */
sealed interface Input {

    /** Somebody sent it. */
    record Given(Command command) implements Input {}

    /** Somebody did something with whatever alert is there of a rule about something. */
    record Deed(Key about, AlertAction action, Actor by) implements Input {}

    /** Other settings came into force. */
    record Applied(Settings settings) implements Input {}
}
