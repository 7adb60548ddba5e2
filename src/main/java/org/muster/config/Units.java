package org.muster.config;

import java.util.List;

/** The kinds of unit that reports may name, as slugs. */
public record Units(@Setting(
        value = "response, psu, serial, carrier, egt, fit, spotter, plt, mounted, dogs, air-support,"
                + " firearms, aep-operator, removal-team, medic, tactical-adviser, loggist, custody,"
                + " custody-transport, sio, stewards",
        doc = "Kinds of unit that a report's officers[].role may name") List<String> roles) {

    public Units {
        roles = List.copyOf(roles);
    }

    /** As shipped. */
    public static Units defaults() {
        return Binder.defaults(Units.class);
    }
}
