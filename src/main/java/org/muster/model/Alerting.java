package org.muster.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules and the work on alerts go by, beside the rules themselves.
 *
 * @param schedules times that rules name, by their ids
 * @param checkInMinutes by role, how long a unit that is out may be silent; roles without one may be for ever
 * @param reliefMinutes so long after a unit came to a scene its relief is due
 */
public record Alerting(List<Schedule> schedules, Shelving shelving, Nights nights,
        Map<String, Integer> checkInMinutes, int reliefMinutes) {

    private static final int RELIEF_MINUTES = 720;

    public static final Alerting DEFAULT = new Alerting(List.of(), Shelving.DEFAULT, Nights.DEFAULT,
            Map.of());

    /** With the usual time until relief. */
    public Alerting(List<Schedule> schedules, Shelving shelving, Nights nights,
            Map<String, Integer> checkInMinutes) {
        this(schedules, shelving, nights, checkInMinutes, RELIEF_MINUTES);
    }

    public Alerting {
        // Entries of earlier versions do not speak of it.
        reliefMinutes = reliefMinutes == 0 ? RELIEF_MINUTES : reliefMinutes;
        schedules = schedules == null ? List.of() : List.copyOf(schedules);
        shelving = shelving == null ? Shelving.DEFAULT : shelving;
        nights = nights == null ? Nights.DEFAULT : nights;
        checkInMinutes = Collections
                .unmodifiableMap(new TreeMap<>(checkInMinutes == null ? Map.of() : checkInMinutes));
    }

    /**
     * How long an alert may be out of the queue.
     *
     * @param minutesMax the longest
     * @param warnMinutes so long before it comes back that is said
     * @param secondPerson whether somebody else must stand for it when a critical one is to be out of it
     */
    public record Shelving(int minutesMax, int warnMinutes, boolean secondPerson) {

        public static final Shelving DEFAULT = new Shelving(240, 2);

        public Shelving {
            Valid.that(minutesMax > 0 && warnMinutes >= 0, "spans are 0 or more");
        }

        /** Without a second person. */
        public Shelving(int minutesMax, int warnMinutes) {
            this(minutesMax, warnMinutes, false);
        }

        /** The same without a second person. */
        public Shelving byOne() {
            return new Shelving(minutesMax, warnMinutes);
        }

        /** Whether one of this severity is shelved by two. */
        public boolean needsSecond(Severity severity) {
            return secondPerson && severity == Severity.CRITICAL;
        }
    }

    /**
     * What makes an incident the second of its kind.
     *
     * @param zone the time zone of the clock on the wall, such as {@code Europe/London}
     * @param turnsAtHour nights are told apart at this hour of that clock: a night runs from it to it
     * @param metres incidents on different nights belong together when they are not further apart
     * @param hours and when the hours of the night that they began at are not further apart
     * @param lookBack so many nights are looked back
     */
    public record Nights(String zone, int turnsAtHour, int metres, int hours, int lookBack) {

        public static final Nights DEFAULT = new Nights("Europe/London", 12, 500, 3, 7);

        public Nights {
            Valid.that(turnsAtHour >= 0 && turnsAtHour < 24 && metres >= 0 && hours >= 0
                    && lookBack >= 1, "nights are told apart");
        }
    }
}
