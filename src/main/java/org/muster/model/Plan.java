package org.muster.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is planned of a protest; for an unplanned one, what its first report said.
 *
 * @param category slug of a category of protests
 * @param opposes protests it stands against
 * @param endsAt null when nobody said; see {@link #end}
 * @param place null when it is not known
 * @param expected people, fewest and most
 * @param noticeGivenAt when the organiser gave notice
 * @param publicMessage what the public is told
 */
public record Plan(String title, String category, @Nullable String organisation, List<UUID> opposes,
        Instant startsAt, @Nullable Instant endsAt, @Nullable Shape place,
        @Nullable Expected expected, @Nullable Integer officersPlanned,
        @Nullable Instant noticeGivenAt, @Nullable String publicMessage) {

    /** How long a protest lasts that nobody gave an end. */
    public static final Duration USUAL_LENGTH = Duration.ofHours(4);

    /** More opponents than this are a slip. */
    public static final int OPPOSES_MAX = 50;

    public Plan {
        opposes = opposes == null ? List.of() : List.copyOf(opposes);
        Valid.that(endsAt == null || endsAt.isAfter(startsAt), "it ends after it starts");
    }

    /** The planned end, or the usual one. */
    public Instant end() {
        return endsAt == null ? startsAt.plus(USUAL_LENGTH) : endsAt;
    }

    /** People expected. */
    public record Expected(int low, int high) {

        public Expected {
            Valid.that(low >= 0 && low <= high, "0 <= low <= high");
        }
    }
}
