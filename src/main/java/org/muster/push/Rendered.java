package org.muster.push;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.function.Function;

import org.muster.model.Alert;
import org.muster.model.Area;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Settings;
import org.muster.model.Unit;
import org.muster.view.View;
import org.muster.wire.AlertJson;
import org.muster.wire.IncidentJson;
import org.muster.wire.Json;
import org.muster.wire.PictureJson;
import org.muster.wire.ProtestJson;

/** The bytes of each record, made once for everybody who is shown it as one view has it. One thread. */
final class Rendered {

    private final Instant asOf;
    private final Settings settings;
    private final IdentityHashMap<Object, byte[]> made = new IdentityHashMap<>();

    Rendered(View view) {
        this.asOf = view.at();
        this.settings = view.settings();
    }

    byte[] area(Area area) {
        return once(area, then -> Json.bytes(out -> PictureJson.area(out, then, asOf)));
    }

    byte[] incident(Incident incident) {
        return once(incident, then -> Json.bytes(out -> IncidentJson.incident(out, then)));
    }

    byte[] protest(Protest protest) {
        return once(protest, then -> Json.bytes(out -> ProtestJson.protest(out, then)));
    }

    byte[] alert(Alert alert) {
        return once(alert, then -> Json.bytes(out -> AlertJson.alert(out, then, settings)));
    }

    byte[] unit(Unit unit) {
        return once(unit, then -> Json.bytes(out -> PictureJson.unit(out, then)));
    }

    private <T> byte[] once(T thing, Function<T, byte[]> render) {
        byte[] bytes = made.get(thing);
        if (bytes == null) {
            bytes = render.apply(thing);
            made.put(thing, bytes);
        }
        return bytes;
    }
}
