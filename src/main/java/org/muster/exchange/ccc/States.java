package org.muster.exchange.ccc;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The states and territories by their postal codes (United States Postal Service, Publication 28), each with the time
 * zone in which most of its people live: the zones of 49 CFR Part 71, under their names in the IANA time zone database.
 * Where a state has two, the hour of a protest in its smaller part is wrong by one; the day never is.
 */
final class States {
    /** For a state that is not known: the middle of the country is at most two hours from the other states on land. */
    static final ZoneId ANYWHERE = ZoneId.of("America/Chicago");

    private static final Map<String, ZoneId> ZONES = zones(Map.of("America/New_York",
            "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV", "America/Chicago",
            "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI", "America/Denver",
            "CO ID MT NM UT WY", "America/Phoenix", "AZ", "America/Los_Angeles", "CA NV OR WA",
            "America/Anchorage", "AK", "Pacific/Honolulu", "HI", "America/Puerto_Rico", "PR VI",
            "Pacific/Guam", "GU MP", "Pacific/Pago_Pago", "AS"));
    /** Nebraska's code until 1969, still seen in the sheets. */
    private static final Map<String, String> FORMER = Map.of("NB", "NE");

    private States() {}

    /** The code in the form of today. */
    static String code(String state) {
        var code = state.toUpperCase(Locale.ROOT);
        return FORMER.getOrDefault(code, code);
    }

    /** Its usual time zone; empty when there is no such state. */
    static Optional<ZoneId> zone(String code) {
        return Optional.ofNullable(ZONES.get(code));
    }

    private static Map<String, ZoneId> zones(Map<String, String> codes) {
        var zones = new HashMap<String, ZoneId>();
        codes.forEach((zone, states) -> {
            for (var state : states.split(" ", -1)) {
                zones.put(state, ZoneId.of(zone));
            }
        });
        return Map.copyOf(zones);
    }
}
