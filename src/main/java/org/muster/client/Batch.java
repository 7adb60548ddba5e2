package org.muster.client;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Many reports in one request, each with an answer of its own; those without one are sent again. */
public final class Batch {
    private final Courier courier;
    private final String token;

    /** A batch by this credential. */
    public Batch(Courier courier, String token) {
        this.courier = courier;
        this.token = token;
    }

    /** What became of each, in order. Blocks until all are recorded, refused or given up. */
    public List<Reply<Recorded>> send(List<ObjectNode> reports) throws InterruptedException {
        var open = new TreeMap<Integer, ObjectNode>();
        for (var index = 0; index < reports.size(); index++) {
            open.put(index, reports.get(index));
        }
        var replies = new TreeMap<Integer, Reply<Recorded>>();
        Reply<Recorded> unsettled = new Reply.Unanswered<>("the service left lines unanswered");
        for (var attempt = 1; attempt <= Courier.ATTEMPTS_MAX && !open.isEmpty(); attempt++) {
            if (attempt > 1) {
                courier.again("the batch ended early", attempt - 1, Duration.ZERO);
            }
            var failed = attempt(open, replies);
            if (failed != null) {
                unsettled = failed;
                break;
            }
        }
        for (var index : open.keySet()) {
            replies.put(index, unsettled);
        }
        return List.copyOf(replies.values());
    }

    /** Moves what was settled from the open ones to the replies; what went wrong with the whole, if anything. */
    private @Nullable Reply<Recorded> attempt(SortedMap<Integer, ObjectNode> open,
            SortedMap<Integer, Reply<Recorded>> replies) throws InterruptedException {
        var body = new StringBuilder();
        open.values().forEach(report -> body.append(report).append('\n'));
        return switch (courier.lines(body.toString(), token)) {
            case Reply.Refused<String>(var status, var words) -> new Reply.Refused<>(status, words);
            case Reply.Unanswered<String>(var words) -> new Reply.Unanswered<>(words);
            case Reply.Good<String>(var lines) -> {
                var sent = List.copyOf(open.keySet());
                lines.lines().map(Answers::json).forEach(line -> {
                    var number = line.path("line").asInt();
                    if (number >= 1 && number <= sent.size() && isSettled(line)) {
                        open.remove(sent.get(number - 1));
                        replies.put(sent.get(number - 1), settled(line));
                    }
                });
                yield null;
            }
        };
    }

    private static boolean isSettled(JsonNode line) {
        var status = line.path("status").asInt();
        return status >= 200 && Answers.later(status, "").isEmpty();
    }

    private static Reply<Recorded> settled(JsonNode line) {
        var status = line.path("status").asInt();
        return status < 300 ? new Reply.Good<>(Answers.recorded(status, line))
                : new Reply.Refused<>(status, Answers.problem(line));
    }
}
