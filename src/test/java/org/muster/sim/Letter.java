package org.muster.sim;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.muster.model.Actor;

/** A report on its way, as the bytes that a sender keeps until it is answered. */
record Letter(UUID id, Actor by, boolean drill, String json) {

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
