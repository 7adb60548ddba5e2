package org.muster.config;

import org.muster.model.Alerting;

/** What makes an incident the second of its kind: trouble that comes back on the nights after. */
public record Nights(
        @Setting(value = "Europe/London",
                doc = "The time zone whose clock tells nights apart") String zone,
        @Setting(value = "12", min = "0", max = "23",
                doc = "A night runs from this hour of the clock to the same hour of the next day") int turnsAt,
        @Setting(value = "500", min = "0", max = "20000",
                doc = "Incidents on different nights belong together when they are at most so many metres apart") int metres,
        @Setting(value = "3", min = "0", max = "12",
                doc = "And when they began at most so many hours of the clock apart, the shorter way round") int hours,
        @Setting(value = "7", min = "1", max = "31",
                doc = "So many nights are looked back for earlier incidents") int lookBack) {

    /** As the picture knows it. */
    Alerting.Nights settings() {
        return new Alerting.Nights(zone, turnsAt, metres, hours, lookBack);
    }

    /** As shipped. */
    public static Nights defaults() {
        return Binder.defaults(Nights.class);
    }
}
