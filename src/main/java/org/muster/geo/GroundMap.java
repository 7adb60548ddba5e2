package org.muster.geo;

import java.util.List;

import org.muster.model.Fault;

/** What an operator drew to lie under the areas: water, roads, parks, names. Immutable; any thread. */
public final class GroundMap {
    /** Nothing was drawn. */
    public static final GroundMap NONE = new GroundMap(GroundReader.collection("", List.of()),
            true);

    private final byte[] geoJson;
    private final String version;
    private final boolean isEmpty;

    /** What reading a file came to. */
    public sealed interface Read {

        /** A ground without faults. */
        record Good(GroundMap ground) implements Read {}

        /** The faults, by where they stand in the file. */
        record Faulty(List<Fault> faults) implements Read {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    GroundMap(byte[] geoJson, boolean isEmpty) {
        this.geoJson = geoJson;
        this.version = Digests.sha256(geoJson);
        this.isEmpty = isEmpty;
    }

    /** Reads a GeoJSON FeatureCollection and checks all of it. */
    public static Read read(byte[] file) {
        return new GroundReader().read(file);
    }

    /** A FeatureCollection in UTF-8 of what is drawn, and of nothing else that the file may say. */
    public byte[] geoJson() {
        return geoJson.clone();
    }

    /** Changes when what is drawn does. */
    public String version() {
        return version;
    }

    public boolean isEmpty() {
        return isEmpty;
    }
}
