package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final Queue<FieldUnit.Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
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
                senders.add(threads.submit(new FieldUnit("RT" + (20 + i),
                        new Api(address::get, desk), 2014 + i, acknowledged::add, stop)));
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
        assertThat(journal).extracting(RawEntry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, journal.size()).boxed().toList());
        var reports = journal.stream().filter(RawEntry::isReport).toList();
        assertThat(reports).extracting(RawEntry::reportId).doesNotHaveDuplicates();
        var byId = reports.stream()
                .collect(Collectors.toMap(RawEntry::reportId, Function.identity()));
        for (var one : acknowledged) {
            checkReceipt(one, byId);
        }
        // Each sender waits for its answer, so nothing but what was acknowledged may be there.
        assertThat(reports).hasSameSizeAs(acknowledged);
        assertThat(acknowledged).as("reports that were sent again")
                .anyMatch(one -> one.attempts() > 1);

        Eventually.until("the watcher has them all",
                () -> watcher.entries().size() >= reports.size(),
                () -> watcher.entries().size() + " of " + reports.size() + watcher.problems());
        assertThat(watcher.entries()).extracting(RawEntry::text)
                .containsExactlyElementsOf(reports.stream().map(RawEntry::text).toList());
        assertThat(watcher.connections()).isGreaterThan(KILLS);
    }

    private static void checkReceipt(FieldUnit.Acknowledged one, Map<String, RawEntry> byId) {
        var entry = byId.get(one.report().path("id").asText());
        assertThat(entry).as("the entry of %s", one).isNotNull();
        var receipt = one.receipt();
        assertThat(entry.seq()).isEqualTo(receipt.path("seq").asLong());
        assertThat(entry.leafHash()).isEqualTo(receipt.path("leafHash").asText());
        assertThat(entry.json().path("at")).isEqualTo(receipt.path("receivedAt"));
        assertThat(entry.areas()).isEqualTo(RawEntry.strings(receipt.path("areas"))).contains(ROOT);
        assertThat(entry.json().path("body").path("incident")).isEqualTo(receipt.path("incident"));
        for (var field : one.report().properties()) {
            assertThat(plain(entry.report().path(field.getKey())))
                    .isEqualTo(plain(field.getValue()));
        }
    }

    /** Numbers by their value: 53.40 and 53.4 are one place. */
    private static JsonNode plain(JsonNode value) {
        return Api.parsed(value.toString());
    }

    private void checkFigures(Api auditor) throws Exception {
        var opened = acknowledged.stream().filter(one -> one.report().has("category")).count();
        var root = auditor.get("areas/" + ROOT);
        assertThat(root.path("reports").path("total").asInt()).isEqualTo(acknowledged.size());
        assertThat(root.path("incidents").path("open").asLong()).isEqualTo(opened);
    }
}
