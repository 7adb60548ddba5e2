package org.muster.model;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

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
     * A protest is planned.
     *
     * @param areas every area its place touches, smallest first; elsewhere without a place
     * @param contentSha256 SHA-256 of the plan's canonical form, in hex: what "same content" means
     */
    record PlanProtest(UUID protest, Plan plan, Actor by, List<String> areas, String contentSha256,
            int sizeBytes) implements Command {

        public PlanProtest {
            areas = List.copyOf(areas);
        }
    }

    /**
     * A protest gets another plan.
     *
     * @param version the version that was changed; null changes any
     */
    record ChangeProtest(UUID protest, Plan plan, @Nullable Long version, Actor by,
            List<String> areas, int sizeBytes) implements Command {

        public ChangeProtest {
            areas = List.copyOf(areas);
        }
    }

    /** A protest is called off. */
    record CancelProtest(UUID protest, @Nullable String reason, Actor by) implements Command {

        private static final int SIZE = 4 * 1024;

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }

    /**
     * Somebody wants to read a sensitive report.
     *
     * @param areas of the report's entry
     */
    record NoteReading(UUID report, List<String> areas, String by) implements Command {

        private static final int SIZE = 512;

        public NoteReading {
            areas = List.copyOf(areas);
        }

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }

    /**
     * The settings in force from now on.
     *
     * @param places finds areas on their map: what is decided finds the new ones of all that is known by then
     * @param by who had them read
     */
    record ApplySettings(Settings settings, Places places, String by) implements Command {

        private static final int SIZE = 64 * 1024;

        /** Those that the service found when it started. */
        public ApplySettings(Settings settings, Places places) {
            this(settings, places, Actor.SYSTEM.name());
        }

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }

    /** Somebody does something with an alert. */
    record WorkAlert(UUID alert, AlertAction action, Actor by) implements Command {

        private static final int SIZE = 8 * 1024;

        @Override
        public int sizeBytes() {
            return SIZE;
        }
    }

    /**
     * Somebody's screen showed alerts; what they saw before, and what is no alert, is left out.
     *
     * @param by the credential's name
     */
    record NoteSeen(List<UUID> alerts, String by) implements Command {

        private static final int EACH = 256;

        public NoteSeen {
            alerts = List.copyOf(alerts);
        }

        @Override
        public int sizeBytes() {
            return EACH * Math.max(1, alerts.size());
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
