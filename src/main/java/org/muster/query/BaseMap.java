package org.muster.query;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a screen may draw under the areas.
 *
 * @param tiles null for none
 * @param ground a GeoJSON FeatureCollection in UTF-8, the same bytes for every answer; not to be written to
 * @param version changes when the ground does
 * @param hasGround whether there is anything in it
 */
public record BaseMap(@Nullable Tiles tiles, Buffer ground, String version, boolean hasGround) {

    /**
     * Where the squares of a drawn map are had.
     *
     * @param url with {@code {z}}, {@code {x}} and {@code {y}}
     * @param attribution whose map it is
     */
    public record Tiles(String url, String attribution, int minZoom, int maxZoom) {}
}
