package org.muster.sim;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.muster.model.Actor;
import org.muster.model.Role;

/** A report on its way, as the bytes that a sender keeps until it is answered. */
record Letter(UUID id, String unit, String json) {
    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    Actor by() {
        return new Actor(unit, Role.FIELD);
    }
}
