package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acknowledged means on disk, and shown once: through ten kills, with eight senders and a watcher. */
final class KillIT {
    private static final int KILLS = 10;
    private static final int SENDERS = 8;
    private static final int REPORTS_BETWEEN_KILLS = 150;
    private static final String ROOT = "south-yorkshire";

    @TempDir
    private Path folder;

    private final AtomicReference<URI> address = new AtomicReference<>(
            URI.create("http://127.0.0.1:9/"));
    private final Queue<Sender.Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void every_acknowledged_report_stands_once_and_the_stream_has_no_gap_after_ten_kills_seed_2014()
            throws Exception {
        var data = folder.resolve("data");
        var service = ServiceProcess.start(data);
        address.set(service.url());
        var auditor = new Api(address::get, service.token("auditor", "audit-1"));
        var desk = service.token("controller", "desk-1", "--rate", "100000");
        try (var watcher = new StreamWatcher(address::get, service.token("auditor", "screen-1"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Eventually.until("the watcher has its picture", watcher::hasPicture,
                    watcher.problems()::toString);
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(new Sender("RT" + (20 + i), new Api(address::get, desk),
                        2014 + i, acknowledged::add, stop)));
            }
            var chance = new Random(2014);
            for (var kill = 0; kill < KILLS; kill++) {
                var lives = kill;
                Eventually.until("the watcher is back", () -> watcher.connections() > lives,
                        watcher.problems()::toString);
                awaitReports(1 + chance.nextInt(REPORTS_BETWEEN_KILLS), senders, service);
                service.kill9();
                service = ServiceProcess.start(data);
                address.set(service.url());
            }
            awaitReports(REPORTS_BETWEEN_KILLS, senders, service);
            stop.set(true);
            for (var sender : senders) {
                sender.get();
            }
            checkRecord(auditor, watcher);
            checkFigures(auditor);
        } finally {
            stop.set(true);
            service.close();
        }
    }

    private void awaitReports(int more, List<Future<?>> senders, ServiceProcess service) {
        var target = acknowledged.size() + more;
        Eventually.until(more + " more reports are acknowledged",
                () -> acknowledged.size() >= target || senders.stream().anyMatch(Future::isDone),
                () -> acknowledged.size() + " of " + target + "\n" + service.output());
    }

    private void checkRecord(Api auditor, StreamWatcher watcher) throws Exception {
        var journal = RawEntry.journal(auditor);
        var reports = journal.stream().filter(RawEntry::isReport).count();
        Eventually.until("the watcher has them all", () -> watcher.entries().size() >= reports,
                () -> watcher.entries().size() + " of " + reports + watcher.problems());
        RecordCheck.check(journal, acknowledged, watcher.entries());
        assertThat(acknowledged).as("reports that were sent again")
                .anyMatch(one -> one.attempts() > 1);
        assertThat(watcher.connections()).isGreaterThan(KILLS);
    }

    private void checkFigures(Api auditor) throws Exception {
        var opened = acknowledged.stream().filter(one -> one.report().has("category")).count();
        var root = auditor.get("areas/" + ROOT);
        assertThat(root.path("reports").path("total").asInt()).isEqualTo(acknowledged.size());
        assertThat(root.path("incidents").path("open").asLong()).isEqualTo(opened);
    }
}
