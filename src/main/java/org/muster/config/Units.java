package org.muster.config;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of unit that reports may name, as slugs, how long those may be silent that have to check in, and when relief is due. */
public record Units(@Setting(
        value = "response, psu, serial, carrier, egt, fit, spotter, plt, mounted, dogs, air-support,"
                + " firearms, aep-operator, removal-team, medic, tactical-adviser, loggist, custody,"
                + " custody-transport, sio, stewards",
        doc = "Kinds of unit that a report's officers[].role may name") List<String> roles,
        @Setting(value = "fit: 45m, spotter: 45m, plt: 45m", min = "1m", max = "24h",
                doc = "How long a unit of these kinds may go unheard while it is out, before an alert; whole minutes."
                        + " Kinds left out may be silent") Map<String, Duration> checkIn,
        @Setting(value = "12h", min = "30m", max = "24h",
                doc = "So long after a unit came to a scene, and was not released since, its relief is due; whole minutes") Duration relief) {

    public Units {
        roles = List.copyOf(roles);
        checkIn = Collections.unmodifiableMap(new TreeMap<>(checkIn));
    }

    /** The same in minutes, by kind. */
    public Map<String, Integer> checkInMinutes() {
        Map<String, Integer> minutes = new TreeMap<>();
        checkIn.forEach((role, span) -> minutes.put(role, Math.toIntExact(span.toMinutes())));
        return minutes;
    }

    /** As shipped. */
    public static Units defaults() {
        return Binder.defaults(Units.class);
    }
}
