package org.muster.ingest;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

import org.muster.model.Location;

/** Reads {@code location}. */
final class LocationFields {

    /** Half the way round the earth: no radius is greater. */
    private static final double ACCURACY_METRES_MAX = 20_000_000;

    private static final Fields<LocationFields> FIELDS = new Fields<LocationFields>()
            .field("lat", (json, draft, faults) -> {
                draft.latSeen = true;
                draft.lat = Values.number(json, faults, -90, 90);
            })
            .field("lon", (json, draft, faults) -> {
                draft.lonSeen = true;
                draft.lon = Values.number(json, faults, -180, 180);
            })
            .field("accuracy",
                    (json, draft,
                            faults) -> draft.accuracy = Values.number(json, faults, 0,
                                    ACCURACY_METRES_MAX))
            .field("place", (json, draft,
                    faults) -> draft.place = Values.line(json, faults, draft.textMax));

    private final int textMax;
    private @Nullable Double lat;
    private @Nullable Double lon;
    private boolean latSeen;
    private boolean lonSeen;
    private @Nullable Double accuracy;
    private @Nullable String place;

    private LocationFields(int textMax) {
        this.textMax = textMax;
    }

    /** The location; null when a fault was noted. */
    static @Nullable Location read(StrictJson json, Faults faults, int textMax) throws Malformed {
        if (json.current() != JsonToken.START_OBJECT) {
            Values.wrongType(json, faults, "an object with lat and lon");
            return null;
        }
        LocationFields draft = new LocationFields(textMax);
        int before = faults.count();
        FIELDS.read(json, draft, faults);
        String here = json.pointer();
        Required.check(draft.latSeen, here, "lat", faults);
        Required.check(draft.lonSeen, here, "lon", faults);
        Double lat = draft.lat;
        Double lon = draft.lon;
        if (lat == null || lon == null) {
            return null;
        }
        if (!Location.isFix(lat, lon)) {
            faults.add(here, "lat and lon are both near 0: a receiver without a fix");
        }
        return faults.count() > before ? null : new Location(lat, lon, draft.accuracy, draft.place);
    }
}
