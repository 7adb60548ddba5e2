package org.muster.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.muster.model.Location;
import org.muster.model.Places;
import org.muster.model.Position;
import org.muster.model.Settings;
import org.muster.model.Shape;

/** A map of six places, some hundred metres wide each, and whatever lies at them. */
record RiotMap(int shift) implements Places {

    private static final List<List<String>> PLACES = List.of(List.of(World.THURCROFT),
            List.of(World.CENTRE), List.of(World.SHEFFIELD),
            List.of("rotherham", "south-yorkshire"), List.of("south-yorkshire"),
            List.of(Settings.ELSEWHERE));

    private static final List<String> SMALLEST_FIRST = List.of("thurcroft", "centre", "sheffield",
            "rotherham", "south-yorkshire");

    /** No two pairs of these are nearly as far apart as the limits that are asked for: 50 and 300 metres. */
    private static final double[] EAST = {0, 0.0004, 0.0011, 0.0023, 0.0052, 0.011};

    /** Another map: every place lies where another did before. */
    static RiotMap redrawn(Random random) {
        return new RiotMap(random.nextInt(PLACES.size()));
    }

    static Location somewhere(Random random) {
        Position at = position(random, random.nextInt(PLACES.size()));
        String words = random.nextInt(4) == 0 ? null : "place " + at.lat();
        return new Location(at.lat(), at.lon(), null, words);
    }

    static Shape shape(Random random) {
        int place = random.nextInt(PLACES.size());
        Position start = position(random, place);
        return switch (random.nextInt(4)) {
            case 0 -> new Shape.Line(List.of(start, next(random, place), next(random, place)));
            case 1 -> new Shape.Polygon(
                    List.of(List.of(start, next(random, place), next(random, place), start)));
            default -> new Shape.Point(start);
        };
    }

    private static Position next(Random random, int place) {
        boolean stays = random.nextBoolean();
        return position(random, stays ? place : random.nextInt(PLACES.size()));
    }

    private static Position position(Random random, int place) {
        return new Position(53 + place / 10.0, -1.3 + EAST[random.nextInt(EAST.length)]);
    }

    @Override
    public List<String> areasOf(double lat, double lon) {
        return PLACES.get(((int) Math.round((lat - 53) * 10) + shift) % PLACES.size());
    }

    @Override
    public List<String> areasOf(Shape shape) {
        Set<String> touched = new HashSet<>();
        Corners.of(shape).forEach(corner -> touched.addAll(areasOf(corner.lat(), corner.lon())));
        List<String> areas = new ArrayList<>(SMALLEST_FIRST);
        areas.retainAll(touched);
        return areas.isEmpty() ? List.of(Settings.ELSEWHERE) : areas;
    }
}
