package org.muster.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

import org.muster.model.Fault;
import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Position;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** The areas of a GeoJSON file. Immutable; any thread. */
public final class AreaMap implements Places {
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final String version;
    private final Map<String, MapArea> areas;
    private final Map<String, List<String>> chains;
    private final List<String> bySize;
    private final STRtree tree = new STRtree();

    /** What reading a file came to. */
    public sealed interface Read {

        /** A map without faults. */
        record Good(AreaMap map) implements Read {}

        /** Every fault, by where it stands in the file. */
        record Faulty(List<Fault> faults) implements Read {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** An area ready to be asked; rank 0 is the smallest of the map. */
    private record Indexed(String id, int rank, PreparedGeometry shape) {}

    /** @param areas parents before children */
    private AreaMap(String version, List<MapArea> areas) {
        this.version = version;
        var byId = new LinkedHashMap<String, MapArea>();
        areas.forEach(area -> byId.put(area.id(), area));
        this.areas = Collections.unmodifiableMap(byId);
        this.chains = chains(areas);
        this.bySize = bySize(areas, chains);
        for (MapArea area : areas) {
            tree.insert(area.geometry().getEnvelopeInternal(), new Indexed(area.id(),
                    bySize.indexOf(area.id()), PreparedGeometryFactory.prepare(area.geometry())));
        }
        tree.build();
    }

    /** Smallest first, and none after its parent: not even when it fills it, or is drawn a hair beyond it. */
    private static List<String> bySize(List<MapArea> parentsFirst,
            Map<String, List<String>> chains) {
        var sizes = new HashMap<String, Double>();
        for (MapArea area : parentsFirst) {
            double parent = area.parent() == null ? Double.MAX_VALUE
                    : sizes.getOrDefault(area.parent(), Double.MAX_VALUE);
            sizes.put(area.id(), Math.min(parent, area.geometry().getArea()));
        }
        return parentsFirst.stream()
                .map(MapArea::id)
                .sorted(Comparator.comparingDouble((String id) -> sizes.getOrDefault(id, 0.0))
                        .thenComparingInt(id -> -chains.getOrDefault(id, List.of()).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Reads a GeoJSON FeatureCollection and checks all of it. */
    public static Read read(byte[] file) {
        var faults = new ArrayList<Fault>();
        List<MapArea> areas = new FeatureReader(faults::add).read(file);
        List<MapArea> ordered = new MapChecks(areas, faults::add).check();
        return faults.isEmpty() ? new Read.Good(new AreaMap(Digests.sha256(file), ordered))
                : new Read.Faulty(faults);
    }

    /**
     * The areas of a position, smallest first, then its ancestors up to the root; {@code elsewhere} outside all. On a
     * border the position belongs to the smaller neighbour, or to the one whose id comes first.
     */
    public List<String> locate(double lat, double lon) {
        Point point = POINTS.createPoint(new Coordinate(lon, lat));
        Indexed smallest = null;
        for (Object found : tree.query(new Envelope(point.getCoordinate()))) {
            if (found instanceof Indexed area && (smallest == null || area.rank() < smallest.rank())
                    && area.shape().covers(point)) {
                smallest = area;
            }
        }
        return smallest == null ? List.of(Settings.ELSEWHERE) : chain(smallest.id());
    }

    @Override
    public List<String> areasOf(double lat, double lon) {
        return locate(lat, lon);
    }

    @Override
    public List<String> areasOf(Shape shape) {
        if (shape instanceof Shape.Point(Position at)) {
            return locate(at.lat(), at.lon());
        }
        var ids = new HashSet<String>();
        for (Geometry ground : Shapes.onMap(shape)) {
            for (Object found : tree.query(ground.getEnvelopeInternal())) {
                if (found instanceof Indexed area && area.shape().intersects(ground)) {
                    ids.addAll(chain(area.id()));
                }
            }
        }
        return ids.isEmpty() ? List.of(Settings.ELSEWHERE)
                : bySize.stream().filter(ids::contains).toList();
    }

    /** SHA-256 of the file's bytes, in hex. */
    public String version() {
        return version;
    }

    /** Whether there is such an area; {@code elsewhere} is none. */
    public boolean has(String id) {
        return areas.containsKey(id);
    }

    /** Every area, parents before children. */
    public List<Settings.AreaDefinition> definitions() {
        return areas.values()
                .stream()
                .map(area -> new Settings.AreaDefinition(area.id(), area.name(), area.parent(),
                        centre(area.id()).orElse(null)))
                .toList();
    }

    /** A position inside the area: its centroid, or another one when that lies outside. */
    public Optional<Location> centre(String id) {
        return Optional.ofNullable(areas.get(id)).map(area -> {
            Point centroid = area.geometry().getCentroid();
            Point inside = area.geometry().covers(centroid) ? centroid
                    : area.geometry().getInteriorPoint();
            return new Location(inside.getY(), inside.getX(), null, null);
        });
    }

    /** The features as they stand in the file, as a FeatureCollection in UTF-8; only those that may be shown. */
    public byte[] geoJson(Predicate<String> shown) {
        return FeatureReader.collection(areas.values()
                .stream()
                .filter(area -> shown.test(area.id()))
                .map(MapArea::feature)
                .toList());
    }

    private List<String> chain(String id) {
        return chains.getOrDefault(id, List.of());
    }

    private static Map<String, List<String>> chains(List<MapArea> parentsFirst) {
        var chains = new HashMap<String, List<String>>();
        for (MapArea area : parentsFirst) {
            var chain = new ArrayList<String>();
            chain.add(area.id());
            @Nullable
            String parent = area.parent();
            if (parent != null) {
                chain.addAll(chains.getOrDefault(parent, List.of()));
            }
            chains.put(area.id(), List.copyOf(chain));
        }
        return Map.copyOf(chains);
    }
}
