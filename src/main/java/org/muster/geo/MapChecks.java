package org.muster.geo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.locationtech.jts.geom.Geometry;

import org.muster.model.Fault;
import org.muster.model.Settings;

/** Checks the areas of a map against each other. */
final class MapChecks {
    /** Drawn lines never meet to the last digit: this share of the smaller shape may lie wrong. */
    private static final double SLIVER = 0.001;

    private final List<MapArea> areas;
    private final Consumer<Fault> faults;
    private final Map<String, MapArea> byId = new LinkedHashMap<>();

    MapChecks(List<MapArea> areas, Consumer<Fault> faults) {
        this.areas = areas;
        this.faults = faults;
    }

    /** Tells all faults; gives the areas with parents before children, else in the file's order. */
    List<MapArea> check() {
        for (MapArea area : areas) {
            if (area.id().equals(Settings.ELSEWHERE)) {
                fault(area, "/properties/id",
                        "\"elsewhere\" is kept for positions outside every area; take another id");
            } else if (area.id().equals(Settings.EVERYWHERE)) {
                fault(area, "/properties/id",
                        "\"everywhere\" is kept for what is everybody's; take another id");
            } else if (byId.putIfAbsent(area.id(), area) != null) {
                fault(area, "/properties/id",
                        '"' + area.id() + "\" is the id of an earlier feature; ids are unique");
            }
        }
        List<MapArea> ordered = parentsFirst();
        ordered.forEach(this::insideParent);
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < i; j++) {
                apart(ordered.get(i), ordered.get(j));
            }
        }
        return ordered;
    }

    private List<MapArea> parentsFirst() {
        var ordered = new ArrayList<MapArea>();
        Set<String> placed = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (MapArea area : byId.values()) {
                String parent = area.parent();
                if ((parent == null || placed.contains(parent)) && placed.add(area.id())) {
                    ordered.add(area);
                    more = true;
                }
            }
        }
        byId.values().stream().filter(area -> !placed.contains(area.id())).forEach(this::lost);
        return ordered;
    }

    private void lost(MapArea area) {
        String parent = Objects.requireNonNull(area.parent());
        if (!byId.containsKey(parent)) {
            fault(area, "/properties/parent",
                    "there is no sound feature with the id \"" + parent + "\"");
        } else if (isInCycle(area)) {
            fault(area, "/properties/parent", "the parents of \"" + area.id()
                    + "\" lead back to it; one of them must be null");
        }
    }

    private boolean isInCycle(MapArea start) {
        Set<String> seen = new HashSet<>();
        MapArea area = start;
        while (area != null && area.parent() != null && seen.add(area.id())) {
            area = byId.get(area.parent());
            if (area != null && area.id().equals(start.id())) {
                return true;
            }
        }
        return false;
    }

    private void insideParent(MapArea area) {
        MapArea parent = area.parent() == null ? null : byId.get(area.parent());
        if (parent != null) {
            Geometry outside = area.geometry().difference(parent.geometry());
            double share = outside.getArea() / area.geometry().getArea();
            if (share > SLIVER) {
                fault(area, "/geometry", "%.1f %% of \"%s\" lie outside its parent \"%s\"; %s"
                        .formatted(share * 100, area.id(), parent.id(), near(outside)));
            }
        }
    }

    private void apart(MapArea one, MapArea other) {
        if (!Objects.equals(one.parent(), other.parent()) || !one.geometry()
                .getEnvelopeInternal()
                .intersects(other.geometry().getEnvelopeInternal())) {
            return;
        }
        Geometry shared = one.geometry().intersection(other.geometry());
        double smaller = Math.min(one.geometry().getArea(), other.geometry().getArea());
        double share = shared.getArea() / smaller;
        if (share > SLIVER) {
            fault(one, "/geometry",
                    "\"%s\" and \"%s\" have the same parent and overlap (%.1f %% of the smaller); %s"
                            .formatted(one.id(), other.id(), share * 100, near(shared)));
        }
    }

    private static String near(Geometry wrong) {
        return "look near [%.4f, %.4f]".formatted(wrong.getInteriorPoint().getX(),
                wrong.getInteriorPoint().getY());
    }

    private void fault(MapArea area, String member, String detail) {
        faults.accept(new Fault(area.pointer(member), detail));
    }
}
