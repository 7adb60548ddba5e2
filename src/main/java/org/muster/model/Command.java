package org.muster.model;

import java.util.List;

/** An input to the core: what somebody, or the service, wants recorded. */
public sealed interface Command {

    /** How much room it takes in the recorder's queue, in bytes. */
    int sizeBytes();

    /**
     * A faultless report.
     *
     * @param by who sent it
     * @param observer whose eyes it was: the sender's name, or the unit it was sent for
     * @param areas the areas of the report's location, smallest first; empty when it has none
     * @param contentSha256 SHA-256 of the report's canonical form, in hex: what "same content" means
     */
    record SubmitReport(Report report, Actor by, String observer, List<String> areas,
            String contentSha256, int sizeBytes) implements Command {

        public SubmitReport {
            areas = List.copyOf(areas);
        }
    }

    /**
     * The settings in force from now on.
     *
     * @param places finds areas on their map: what is decided finds the new ones of all that is known by then
     */
    record ApplySettings(Settings settings, Places places) implements Command {

        private static final int SIZE = 64 * 1024;

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }

    /** A credential was made or revoked. */
    record NoteAccess(CredentialChange change, String by) implements Command {

        private static final int SIZE = 512;

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }
}
