package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import com.fasterxml.jackson.databind.JsonNode;

/** Good reports before and after bad input, and a look into the record: none is lost, and nothing else has come. */
final class Neighbours {
    private final Surroundings service;
    private final Api auditor;
    /** Fewer connections at once than one address may have. */
    private final Semaphore room = new Semaphore(16);
    private String cursor = "";

    Neighbours(Surroundings service) {
        this.service = service;
        this.auditor = service.api("auditor");
    }

    /** Takes what is in the record so far for granted. */
    void moveIn() throws IOException, InterruptedException {
        readOn();
    }

    /** A good report for each row, all rows at once, a good report for each; then all of it must be in the record. */
    void around(List<BadInput> rows) throws Exception {
        try {
            check(run(rows));
        } finally {
            // What one row has spoilt is not the next one's fault.
            readOn();
        }
    }

    /** The same without the look; the ids of all reports that must be there. */
    List<String> run(List<BadInput> rows) throws Exception {
        var ids = new ArrayList<>(good(rows.size()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = threads.invokeAll(rows.stream().map(this::attempt).toList());
            for (Future<List<String>> attempt : attempts) {
                ids.addAll(attempt.get());
            }
        }
        ids.addAll(good(rows.size()));
        return ids;
    }

    /** Since the last look exactly these have come, each once; and what the rules made of them. */
    void check(Collection<String> ids) throws IOException, InterruptedException {
        var come = readOn().stream().filter(entry -> !isOfARule(entry)).toList();
        assertThat(come).as("entries that are no reports")
                .allMatch(entry -> entry.path("type").asText().equals("report"));
        assertThat(come).extracting(entry -> entry.path("body").path("report").path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private static boolean isOfARule(JsonNode entry) {
        return entry.path("type").asText().startsWith("alert-")
                && entry.path("actor").asText().equals("system");
    }

    private Callable<List<String>> attempt(BadInput row) {
        return () -> {
            room.acquire();
            try {
                return row.attempt().on(service);
            } catch (IOException | AssertionError | RuntimeException wrong) {
                throw new AssertionError("row \"" + row.name() + "\": " + wrong.getMessage(),
                        wrong);
            } finally {
                room.release();
            }
        };
    }

    private List<String> good(int count) throws IOException {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(service.report(service.update("incident")).path("id").asText());
        }
        return ids;
    }

    private List<JsonNode> readOn() throws IOException, InterruptedException {
        var entries = new ArrayList<JsonNode>();
        while (true) {
            var page = auditor
                    .get("journal?limit=1000" + (cursor.isEmpty() ? "" : "&after=" + cursor));
            if (page.path("entries").isEmpty()) {
                return entries;
            }
            page.path("entries").forEach(entries::add);
            cursor = page.path("cursor").asText();
        }
    }
}
