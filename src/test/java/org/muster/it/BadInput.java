package org.muster.it;

import java.util.List;

/**
 * One row of the table: something that must be refused, or a limit that must hold.
 *
 * @param slow waits for one of the service's deadlines
 * @param alone takes away what all clients share, so that no other row can be looked at beside it
 */
record BadInput(String name, Attempt attempt, boolean slow, boolean alone) {

    /** Sends it, and fails when the service answers otherwise than promised. */
    @FunctionalInterface
    interface Attempt {
        /** The ids of reports that the service has recorded because of it. */
        List<String> on(Surroundings service) throws Exception;
    }

    /** Sends it, when nothing of it may be recorded. */
    @FunctionalInterface
    interface Refused {
        void on(Surroundings service) throws Exception;
    }

    static BadInput row(String name, Refused attempt) {
        return storing(name, service -> {
            attempt.on(service);
            return List.of();
        });
    }

    static BadInput storing(String name, Attempt attempt) {
        return new BadInput(name, attempt, false, false);
    }

    BadInput whichIsSlow() {
        return new BadInput(name, attempt, true, alone);
    }

    BadInput whichStandsAlone() {
        return new BadInput(name, attempt, slow, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
