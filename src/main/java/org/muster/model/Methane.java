package org.muster.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The first report of a major incident, as the emergency services give it (JESIP). When nothing major is declared it
 * is an ETHANE and may become one.
 *
 * @param exactLocation in words
 * @param access safe ways in and out, rendezvous points, places to avoid
 */
public record Methane(Major major, @Nullable String exactLocation, @Nullable String type,
        List<String> hazards, @Nullable String access, @Nullable Casualties casualties,
        List<Service> services) {

    /** More people, or vehicles, than this is a slip of the finger. */
    public static final int COUNT_MAX = 100_000;

    /** More hazards or services than this is no first report. */
    public static final int LINES_MAX = 50;

    public Methane {
        hazards = hazards == null ? List.of() : List.copyOf(hazards);
        services = services == null ? List.of() : List.copyOf(services);
    }

    /** The same in counts alone: nothing that tells where it is and of what kind. */
    public Methane withoutWords() {
        return new Methane(major, null, null, List.of(), null, casualties, services);
    }

    /** Whether a major incident is declared. */
    public enum Major implements Slug {
        DECLARED, STANDBY, NO
    }

    /** People hurt, by how badly. */
    public record Casualties(int dead, int serious, int minor, boolean estimated) {}

    /** An emergency service: how many of it are there, how many are needed. */
    public record Service(String agency, int present, int required) {}
}
