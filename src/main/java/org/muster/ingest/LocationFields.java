package org.muster.ingest;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Location;

/** Reads {@code location}. */
final class LocationFields {

    /** Half the way round the earth: no radius is greater. */
    private static final double ACCURACY_METRES_MAX = 20_000_000;

    private final Fields fields = new Fields("an object with lat and lon");
    private final Field<Double> lat = fields.required("lat", Values.number(-90, 90));
    private final Field<Double> lon = fields.required("lon", Values.number(-180, 180));
    private final Field<Double> accuracy = fields.optional("accuracy",
            Values.number(0, ACCURACY_METRES_MAX));
    private final Field<String> place;

    private LocationFields(int textMax) {
        this.place = fields.optional("place", Values.line(textMax));
    }

    static Value<Location> within(int textMax) {
        LocationFields read = new LocationFields(textMax);
        return read.fields.made(read::check, read::location);
    }

    private void check(Members said) {
        Double north = said.find(lat);
        Double east = said.find(lon);
        if (north != null && east != null && !Location.isFix(north, east)) {
            said.fault("lat and lon are both near 0: a receiver without a fix");
        }
    }

    private Location location(Members said) {
        return new Location(said.get(lat), said.get(lon), said.find(accuracy), said.find(place));
    }
}
