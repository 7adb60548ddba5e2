package org.muster.exercise.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/** Some watchers on one thread. Screens are added before it starts. */
final class ScreenLoop implements AutoCloseable {
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final long READY_SECONDS = 60;

    private final Selector selector = Selector.open();
    private final List<Screen> screens = new ArrayList<>();
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private final LongUnaryOperator sentAt;
    private final LongSupplier nanos;
    private final SingleWriterRecorder micros = new SingleWriterRecorder(3);
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final Thread thread = Thread.ofPlatform()
            .name("bench-screens")
            .daemon()
            .unstarted(this::run);
    private CountDownLatch ready = new CountDownLatch(0);
    private volatile boolean leaving;
    private volatile @Nullable String failure;
    private long counted;

    ScreenLoop(LongUnaryOperator sentAt, LongSupplier nanos) throws IOException {
        this.sentAt = sentAt;
        this.nanos = nanos;
    }

    /** Takes over a watcher. */
    void add(SocketChannel channel, boolean isStuck) throws IOException {
        channel.configureBlocking(false);
        var screen = new Screen(channel, isStuck);
        screens.add(screen);
        channel.register(selector, SelectionKey.OP_READ, screen);
    }

    void start() {
        ready = new CountDownLatch(screens.size());
        thread.start();
    }

    /** Waits until each watcher has heard something. */
    void awaitReady() throws BenchFailed, InterruptedException {
        if (!ready.await(READY_SECONDS, TimeUnit.SECONDS) || failure != null) {
            throw new BenchFailed(ready.getCount() + " of " + screens.size()
                    + " watchers heard nothing within " + READY_SECONDS + " s"
                    + (failure == null ? "." : " (" + failure + ")."));
        }
    }

    long delivered() {
        return delivered.get();
    }

    long lastNanos() {
        return lastNanos.get();
    }

    long closed() {
        return closed.get();
    }

    Histogram takeMicros() {
        return micros.getIntervalHistogram();
    }

    private void run() {
        try {
            while (!leaving) {
                selector.select(this::read);
            }
        } catch (IOException | RuntimeException broken) {
            failure = broken.toString();
            while (ready.getCount() > 0) {
                ready.countDown();
            }
        }
    }

    private void read(SelectionKey key) {
        var screen = (Screen) key.attachment();
        try {
            chunk.clear();
            var count = screen.channel.read(chunk);
            if (count < 0) {
                gone(key);
                return;
            }
            chunk.flip();
            var before = counted;
            screen.frames.take(chunk);
            if (counted > before) {
                delivered.lazySet(counted);
            }
            if (!screen.isReady) {
                screen.isReady = true;
                ready.countDown();
                if (screen.isStuck) {
                    key.interestOps(0);
                }
            }
        } catch (IOException broken) {
            gone(key);
        }
    }

    private void gone(SelectionKey key) {
        key.cancel();
        closed.incrementAndGet();
    }

    /** Counts the reports of a message. */
    private void shown(String message) {
        var found = message.indexOf(Night.MARK);
        if (found < 0) {
            return;
        }
        var now = nanos.getAsLong();
        lastNanos.lazySet(now);
        while (found >= 0) {
            var from = found + Night.MARK.length();
            var number = Long.parseLong(message, from, from + Night.DIGITS, 10);
            micros.recordValue(
                    Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - sentAt.applyAsLong(number))));
            counted++;
            found = message.indexOf(Night.MARK, from);
        }
    }

    @Override
    public void close() {
        leaving = true;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
            for (var screen : screens) {
                screen.channel.close();
            }
            selector.close();
        } catch (IOException late) {
            failure = late.toString();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** A watcher. */
    private final class Screen {
        private final SocketChannel channel;
        private final boolean isStuck;
        private final Frames frames;
        private boolean isReady;

        Screen(SocketChannel channel, boolean isStuck) {
            this.channel = channel;
            this.isStuck = isStuck;
            this.frames = new Frames(ScreenLoop.this::shown, this::pong);
        }

        private void pong(byte[] payload) {
            try {
                channel.write(ByteBuffer.wrap(ScreenHandshake.frame(Frames.PONG, payload)));
            } catch (IOException broken) {
                closed.incrementAndGet();
            }
        }
    }
}
