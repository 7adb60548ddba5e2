package org.muster.exercise.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import org.muster.client.Pace;

/**
 * Batches of lines, one after the other on each connection, sent while their answers are read, 4,000 lines ahead of them
 * and no more. The latency is that of a hundred lines, from the moment they are handed to the connection to the answer
 * of the last of them.
 */
final class BatchLoad implements Load {
    static final String LINES = "application/x-ndjson";
    /** Lines that are sent with one write. */
    static final int BLOCK = 100;
    /** Blocks under way on one connection: twice what the service takes of a batch at once, so that it never waits. */
    private static final int UNDER_WAY = 40;
    private static final int GOOD = 200;

    private final URI service;
    private final String token;
    private final int connections;
    private final int blocks;
    private final List<String> incidents;
    private final Pace pace;
    private final AtomicLong seeds = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();

    /** @param lines of one request, rounded up to whole hundreds */
    BatchLoad(URI service, String token, int connections, int lines, List<String> incidents,
            Pace pace) {
        this.service = service;
        this.token = token;
        this.connections = connections;
        this.blocks = (lines + BLOCK - 1) / BLOCK;
        this.incidents = List.copyOf(incidents);
        this.pace = pace;
    }

    @Override
    public Outcome run(Duration time, LongAdder done) throws BenchFailed, InterruptedException {
        var from = pace.nanos();
        var until = from + time.toNanos();
        var answered = Crew.run(IntStream.range(0, connections)
                .<Callable<BatchAnswers>>mapToObj(connection -> () -> {
                    try (var wire = new Wire(service, token)) {
                        return batches(wire, until, done);
                    }
                })
                .toList());
        var took = Duration.ofNanos(pace.nanos() - from);
        var micros = new Histogram(3);
        answered.forEach(one -> micros.add(one.micros()));
        return Outcome.steady(answered.stream().mapToLong(BatchAnswers::done).sum(),
                answered.stream().mapToLong(BatchAnswers::refused).sum(), took, micros);
    }

    private BatchAnswers batches(Wire wire, long until, LongAdder done)
            throws IOException, BenchFailed, InterruptedException {
        var night = new Night(seeds.incrementAndGet(), incidents);
        var answers = new BatchAnswers(done, pace::nanos);
        while (pace.nanos() < until) {
            var sentAt = new AtomicLongArray(blocks);
            var room = new Semaphore(UNDER_WAY);
            wire.begin(IngestLoad.PATH, LINES);
            // At least one block, so that a request is never empty.
            var _ = Crew.run(List.<Callable<Boolean>>of(() -> {
                for (var block = 0; block < blocks
                        && (block == 0 || pace.nanos() < until); block++) {
                    room.acquire();
                    var lines = block(night);
                    sentAt.set(block, pace.nanos());
                    wire.part(lines);
                }
                wire.end();
                return true;
            }, () -> {
                var status = wire.status();
                if (status != GOOD) {
                    throw new BenchFailed("A batch was answered with " + status + ".");
                }
                answers.read(wire, sentAt, room);
                return true;
            }));
        }
        return answers;
    }

    private byte[] block(Night night) {
        var lines = new ByteArrayOutputStream(BLOCK * 512);
        var now = pace.now();
        for (var line = 0; line < BLOCK; line++) {
            lines.writeBytes(night.next(now, numbers.getAndIncrement()));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
