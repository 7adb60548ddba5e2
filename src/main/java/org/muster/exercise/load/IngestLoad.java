package org.muster.exercise.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import org.muster.client.Pace;

/**
 * Single reports on keep-alive connections. Without a rate each connection sends when its last report was answered;
 * with one each sends at its appointed times, and what it waits for longer than that counts from the appointed time
 * (Gil Tene's correction for coordinated omission).
 */
final class IngestLoad implements Load {
    static final String PATH = "/api/v1/reports";
    static final String JSON = "application/json";
    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    private final URI service;
    private final String token;
    private final int connections;
    private final double perSecond;
    private final List<String> incidents;
    private final Pace pace;
    private final AtomicLong seeds = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();

    /** @param perSecond over all connections; 0 for as fast as it goes */
    IngestLoad(URI service, String token, int connections, double perSecond, List<String> incidents,
            Pace pace) {
        this.service = service;
        this.token = token;
        this.connections = connections;
        this.perSecond = perSecond;
        this.incidents = List.copyOf(incidents);
        this.pace = pace;
    }

    private record Sent(long done, long refused, Histogram micros) {}

    @Override
    public Outcome run(Duration time, LongAdder done) throws BenchFailed, InterruptedException {
        var from = pace.nanos();
        var sent = Crew
                .run(IntStream.range(0, connections).<Callable<Sent>>mapToObj(connection -> () -> {
                    try (var wire = new Wire(service, token)) {
                        return send(wire, connection, from, time.toNanos(), done);
                    }
                }).toList());
        var took = Duration.ofNanos(pace.nanos() - from);
        var micros = new Histogram(3);
        sent.forEach(one -> micros.add(one.micros()));
        return Outcome.steady(sent.stream().mapToLong(Sent::done).sum(),
                sent.stream().mapToLong(Sent::refused).sum(), took, micros);
    }

    private Sent send(Wire wire, int connection, long from, long timeNanos, LongAdder done)
            throws IOException, BenchFailed, InterruptedException {
        var night = new Night(seeds.incrementAndGet(), incidents);
        var micros = new Histogram(3);
        var refused = 0L;
        var count = 0L;
        for (var turn = 0L;; turn++) {
            var due = perSecond == 0 ? pace.nanos() : from + due(turn, connection);
            if (due - from >= timeNanos) {
                return new Sent(count, refused, micros);
            }
            pace.pause(Duration.ofNanos(due - pace.nanos()));
            var answer = wire.post(PATH, JSON, night.next(pace.now(), numbers.getAndIncrement()));
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(pace.nanos() - due));
            switch (answer.status()) {
                case CREATED -> {
                    count++;
                    done.increment();
                }
                case TOO_MANY, BUSY -> refused++;
                default -> throw new BenchFailed(
                        "A report was answered with " + answer.status() + ": " + answer.text());
            }
        }
    }

    /** Nanoseconds after the beginning; the connections take turns. */
    private long due(long turn, int connection) {
        return (long) ((turn * connections + connection) * TimeUnit.SECONDS.toNanos(1) / perSecond);
    }
}
