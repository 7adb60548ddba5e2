package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more: said aloud, and nothing that was acknowledged is lost. */
@DisabledOnOs(OS.WINDOWS)
final class CommitFailureIT {
    /** Room for the program's own files, and for a few thousand reports. */
    private static final int FILE_KIBIBYTES = 3072;
    private static final int SENDERS = 8;
    private static final int REPORTS_MAX = 20_000;
    private static final int COMMIT_FAILED = 3;

    @TempDir
    private Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();

    @Test
    void a_commit_that_fails_ends_the_process_with_3_and_a_restart_needs_no_repair()
            throws Exception {
        var data = folder.resolve("data");
        String token;
        try (var service = ServiceProcess.startWithFilesUpTo(FILE_KIBIBYTES, data)) {
            token = service.token("controller", "desk-1", "--rate", "100000");
            sendUntilItEnds(new Api(service::url, token));
            assertThat(service.exitCode()).as("%s", service.output()).isEqualTo(COMMIT_FAILED);
            assertThat(String.join("\n", service.output().err())).contains("Recording has stopped",
                    "Nothing that was acknowledged is lost");
        }
        assertThat(refusals).as("answers to those who waited").containsOnly(503);
        try (var service = ServiceProcess.start(data)) {
            var auditor = new Api(service::url, service.token("auditor", "audit-1"));
            var recorded = RawEntry.journal(auditor)
                    .stream()
                    .filter(RawEntry::isReport)
                    .map(RawEntry::reportId)
                    .toList();
            assertThat(recorded).doesNotHaveDuplicates().containsAll(acknowledged);
            var again = new Api(service::url, token).report(Api.parsed(report(UUID.randomUUID())));
            assertThat(again.status()).isEqualTo(201);
        }
    }

    private void sendUntilItEnds(Api api) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> sendUntilRefused(api)));
            }
            for (var sender : senders) {
                assertThat(sender.get()).as("the disk ran full").isTrue();
            }
        }
    }

    /** True when the service did not take a report any more. */
    private boolean sendUntilRefused(Api api) throws InterruptedException {
        for (var i = 0; i < REPORTS_MAX / SENDERS; i++) {
            var id = UUID.randomUUID();
            try {
                var answer = api.report(Api.parsed(report(id)));
                if (answer.status() != 201) {
                    refusals.add(answer.status());
                    return true;
                }
                acknowledged.add(id.toString());
            } catch (IOException lost) {
                return true;
            }
        }
        return false;
    }

    private static String report(UUID id) {
        return """
                {"id":"%s","category":"disturbance","observedAt":"2026-01-02T12:00:00Z",\
                "location":{"lat":53.3966,"lon":-1.2537},"text":"%s"}""".formatted(id,
                "All that can be said. ".repeat(80));
    }
}
