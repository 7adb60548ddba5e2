package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.muster.app.Described.Operation;
import org.muster.door.RawHttp;
import org.muster.model.Rejection;

/**
 * Every operation of a running service, as a partner would call it who has nothing but the document: whatever the
 * service answers stands there, and whatever stands there is answered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {
    /** What is told, and cannot be brought about here, with the reason. */
    private static final Map<String, String> NOT_PROVOKED = Map.of("stream 503",
            "all 5,000 streams would have to be taken", "streamTicket 503",
            "all 5,000 streams would have to be taken", "listIncidents 503",
            "the index would have to be behind", "listProtests 503",
            "the index would have to be behind", "picture 503",
            "many would have to read the past at once", "series 503",
            "many would have to read the past at once");

    private final EveryCall calls = new EveryCall();
    private final Described api = calls.api;
    private final Partner partner = calls.partner;

    @BeforeAll
    void callEverything(@TempDir Path folder) throws Exception {
        calls.all(folder);
    }

    @Test
    void every_route_is_an_operation_and_every_operation_a_route() {
        Set<String> told = new TreeSet<>();
        api.operations()
                .forEach(each -> told
                        .add(each.method() + ' ' + each.path().replaceAll("\\{\\w+}", ":id")));
        Set<String> pages = Set.of("GET /", "HEAD /", "GET /:file", "HEAD /:file", "GET /docs");
        Set<String> there = new TreeSet<>(calls.routes);
        there.removeAll(pages);
        assertThat(there).isEqualTo(told);
    }

    @Test
    void the_service_says_nothing_that_is_not_described() {
        assertThat(partner.faults()).isEmpty();
    }

    @Test
    void every_status_that_is_described_was_answered() {
        Set<String> missing = new TreeSet<>();
        for (Operation operation : api.operations()) {
            operation.statuses().forEach(status -> missing.add(operation.id() + ' ' + status));
        }
        missing.removeAll(partner.seen());
        missing.removeAll(NOT_PROVOKED.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_type_of_entry_was_read() {
        Set<String> told = new TreeSet<>();
        api.document.at("/components/schemas/EntryType/enum")
                .forEach(type -> told.add(type.asText()));
        assertThat(calls.entries).isSubsetOf(told);
        told.removeAll(calls.entries);
        // A screen's word alone makes this one: the stream's test sees it.
        told.remove("alert-seen");
        // One ends ten minutes after it began at the earliest: the core's test sees it.
        told.remove("flood-ended");
        // Described already; whoever brings them about takes them out here.
        assertThat(told).containsExactly("alert-suppressed");
    }

    @Test
    void every_example_keeps_to_its_schema() {
        Map<String, List<String>> wrong = new TreeMap<>();
        api.examples().forEach((example, schema) -> {
            List<String> faults = api.faults(schema, api.document.at(example));
            if (!faults.isEmpty()) {
                wrong.put(example, faults);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(api.examples()).hasSizeGreaterThan(40);
    }

    @Test
    void every_code_of_a_refusal_is_told_with_its_status() {
        List<String> told = new ArrayList<>();
        api.document.path("x-problems")
                .forEach(each -> told.add(each.path("code").asText() + ' '
                        + each.path("status").asInt() + ' ' + each.path("title").asText()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(Arrays.stream(Rejection.Code.values())
                .map(code -> code.slug() + ' ' + code.status() + ' ' + code.title())
                .toList());
        List<String> words = new ArrayList<>();
        api.document.at("/components/schemas/ProblemCode/enum")
                .forEach(each -> words.add(each.asText()));
        assertThat(words).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Rejection.Code.values()).map(Rejection.Code::slug).toList());
    }

    @Test
    void every_metric_is_told() {
        Set<String> told = new TreeSet<>();
        api.document.at("/paths/~1metrics/get/x-metrics")
                .forEach(each -> told
                        .add(each.path("name").asText() + ' ' + each.path("kind").asText()));
        Set<String> there = new TreeSet<>();
        Matcher type = Pattern.compile("# TYPE (muster_\\w+) (\\w+)").matcher(calls.metrics);
        while (type.find()) {
            there.add(type.group(1) + ' ' + type.group(2));
        }
        // Micrometer's own, beside each histogram.
        for (String each : Set.copyOf(there)) {
            there.remove(each.replace(" histogram", "_max gauge"));
        }
        assertThat(there).isNotEmpty().isSubsetOf(told);
    }

    @Test
    void what_is_not_described_is_found() {
        Operation areas = api.operation("GET", "/api/v1/areas").orElseThrow();
        Map<String, String> headers = Map.of("content-type", "application/json", "x-request-id",
                "1");
        String good = "{\"items\":[],\"next\":null}";
        assertThat(faults(areas, 200, headers, good)).isEmpty();
        assertThat(faults(areas, 200, headers, "{\"items\":[],\"next\":null,\"more\":1}"))
                .isNotEmpty();
        assertThat(faults(areas, 200, headers, "{\"items\":[]}")).isNotEmpty();
        assertThat(faults(areas, 207, headers, good)).isNotEmpty();
        Map<String, String> more = new TreeMap<>(headers);
        more.put("x-more", "1");
        assertThat(faults(areas, 200, more, good)).isNotEmpty();
        Operation report = api.operation("POST", "/api/v1/reports").orElseThrow();
        assertThat(api.faultsOfRequest(report, "", Map.of("Content-Type", "application/json"),
                "{\"observedAt\":\"2014-09-06T20:40:00Z\",\"crwod\":1}")).isNotEmpty();
        assertThat(api.faultsOfRequest(areas, "more=1", Map.of(), "")).isNotEmpty();
        ObjectNode problem = Described.JSON.createObjectNode();
        problem.put("type", "urn:muster:problem:invalid")
                .put("title", "t")
                .put("detail", "d")
                .put("code", "invalid")
                .put("status", 422);
        assertThat(api.faults("/components/schemas/Problem", problem)).isEmpty();
        assertThat(api.faults("/components/schemas/Problem", problem.put("trace", "at")))
                .isNotEmpty();
    }

    private List<String> faults(Operation operation, int status, Map<String, String> headers,
            String body) {
        return api.faultsOfAnswer(operation, new RawHttp.Answer(status, headers, body));
    }
}
