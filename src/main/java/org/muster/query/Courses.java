package org.muster.query;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.muster.model.Reading;
import org.muster.model.Rejection;
import org.muster.view.Past;
import org.muster.view.View;

/**
 * Figures over time: the past looked at step by step, oldest first, each step once. What was known at a moment never
 * changes, so what was read is kept; whoever reads a step for one course reads it for all areas, and for what else was
 * asked for lately, because the look costs more than the reading. One at a time looks. Safe for all threads.
 */
final class Courses {

    /** Courses that are kept, those asked for last. */
    private static final int KEPT_MAX = 400;
    /** Points of each that are kept, the newest: more than one answer has, and one step before it. */
    private static final int POINTS_MAX = 1_200;
    /** So long somebody waits for who looks already. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** The engine says twice a minute that it works: when it has not for this long the service did not run. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

    private final Past past;
    private final Lock looking = new ReentrantLock();
    private final Map<Course, NavigableMap<Instant, Point>> kept = new LinkedHashMap<>(16, 0.75f,
            true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(
                Map.Entry<Course, NavigableMap<Instant, Point>> eldest) {
            return size() > KEPT_MAX;
        }
    };

    Courses(Past past) {
        this.past = past;
    }

    /**
     * One moment.
     *
     * @param ran whether the service ran then; nothing is known of one that no sign of life tells of
     * @param reading null where there was nothing to be known
     */
    record Point(boolean ran, @Nullable Reading reading) {}

    /** What came of it. */
    sealed interface Found {}

    /** By their moments, oldest first. */
    record Points(NavigableMap<Instant, Point> points) implements Found {}

    /** It is not told now. */
    record Untold(Rejection why) implements Found {}

    /**
     * Blocks, for as long as the past has to be looked at.
     *
     * @param from a moment of its pace
     * @param to another, in the past of the present view
     * @param gone whether nobody waits for it any more
     */
    Found points(Course course, Instant from, Instant to, BooleanSupplier gone) {
        NavigableMap<Instant, Point> known = known(course, from, to);
        if (isWhole(course, known, from, to)) {
            return new Points(known);
        }
        try {
            if (!looking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Untold(new Rejection(Rejection.Code.BUSY,
                        "Others look at figures over time as well, and the first look takes a"
                                + " while. Ask again in a moment; the present is not affected."));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the service is stopping");
        }
        try {
            return look(course, from, to, gone);
        } finally {
            looking.unlock();
        }
    }

    private Found look(Course course, Instant from, Instant to, BooleanSupplier gone) {
        NavigableMap<Instant, Point> known = known(course, from, to);
        for (Instant at = from; !at.isAfter(to); at = course.pace().after(at)) {
            if (known.containsKey(at)) {
                continue;
            }
            switch (past.at(at, gone)) {
                case Past.Known(View then) -> known.put(at, keep(course, at, then));
                case Past.Untold(Rejection why) -> {
                    return new Untold(why);
                }
            }
        }
        return new Points(known);
    }

    private static boolean isWhole(Course course, NavigableMap<Instant, Point> known, Instant from,
            Instant to) {
        long steps = Duration.between(from, to).toMillis() / course.pace().millis();
        return known.size() == steps + 1;
    }

    private NavigableMap<Instant, Point> known(Course course, Instant from, Instant to) {
        synchronized (kept) {
            NavigableMap<Instant, Point> all = kept.get(course);
            return all == null ? new TreeMap<>() : new TreeMap<>(all.subMap(from, true, to, true));
        }
    }

    private Point keep(Course asked, Instant at, View then) {
        boolean ran = ran(then);
        Point point = new Point(ran, asked.reading(then));
        synchronized (kept) {
            then.areas()
                    .keySet()
                    .forEach(area -> kept.computeIfAbsent(
                            new Course(Reading.Of.AREA, area, asked.pace()), _ -> new TreeMap<>()));
            kept.computeIfAbsent(asked, _ -> new TreeMap<>());
            kept.forEach((course, points) -> {
                if (course.pace() == asked.pace()) {
                    points.put(at,
                            course.equals(asked) ? point : new Point(ran, course.reading(then)));
                    while (points.size() > POINTS_MAX) {
                        points.pollFirstEntry();
                    }
                }
            });
        }
        return point;
    }

    /** Without the rule that tests the engine nobody knows, and nobody says that it did not. */
    private static boolean ran(View then) {
        Instant tested = then.engineTestedAt();
        return tested == null || !tested.plus(SIGN_OF_LIFE).isBefore(then.at());
    }
}
