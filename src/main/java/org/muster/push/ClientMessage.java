package org.muster.push;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import org.muster.access.Topic;
import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.model.Slug;

/** What a client says on the stream, read strictly: every fault is told, nothing is guessed. */
sealed interface ClientMessage {

    /**
     * What the client wants to see.
     *
     * @param areas empty for all
     * @param topics empty for all
     * @param after the cursor to resume from, as the client gave it
     */
    record Subscribe(List<String> areas, Set<Topic> topics,
            @Nullable String after) implements ClientMessage {

        public Subscribe {
            areas = List.copyOf(areas);
            topics = Set.copyOf(topics);
        }
    }

    /** Alerts were seen by a person; at most {@link #SEEN_MAX}. */
    record Seen(List<UUID> alerts) implements ClientMessage {

        public Seen {
            alerts = List.copyOf(alerts);
        }
    }

    /** A person looks at this alert from now on; null for none. */
    record Looking(@Nullable UUID alert) implements ClientMessage {}

    /** So many alerts fit on no screen. */
    int SEEN_MAX = 1_000;

    /** Not a message of the protocol. */
    record Bad(Rejection rejection) implements ClientMessage {}

    /** Reads one message. */
    static ClientMessage parse(String text) {
        JsonNode root;
        try {
            root = Reading.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            return new Bad(new Rejection(Rejection.Code.MALFORMED,
                    "A message is one JSON text: " + malformed.getOriginalMessage()));
        }
        if (!root.isObject()) {
            return new Bad(new Rejection(Rejection.Code.INVALID, "A message is a JSON object"));
        }
        return switch (root.path("type").asText("")) {
            case "subscribe" -> new Reading(root).subscribe();
            case "seen" -> new Reading(root).seen();
            case "looking" -> new Reading(root).looking();
            default -> new Bad(new Rejection(Rejection.Code.INVALID, "Not a message of muster.v1",
                    List.of(new Fault("/type", "must be \"subscribe\", \"seen\" or \"looking\""))));
        };
    }

    /** One message being read, with the faults found on the way. */
    final class Reading {

        private static final int DEPTH_MAX = 16;
        private static final JsonMapper MAPPER = JsonMapper
                .builder(JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                        .build())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private final JsonNode root;
        private final List<Fault> faults = new ArrayList<>();

        Reading(JsonNode root) {
            this.root = root;
        }

        ClientMessage subscribe() {
            only("type", "areas", "topics", "after");
            List<String> areas = strings("areas");
            Set<Topic> topics = topics(strings("topics"));
            JsonNode after = root.path("after");
            if (!after.isMissingNode() && !after.isNull() && !after.isTextual()) {
                faults.add(new Fault("/after", "must be a cursor as the stream gave it"));
            }
            return faults.isEmpty()
                    ? new Subscribe(new ArrayList<>(new HashSet<>(areas)), topics,
                            after.isTextual() ? after.asText() : null)
                    : bad("Cannot subscribe like this");
        }

        ClientMessage seen() {
            only("type", "alerts");
            JsonNode given = root.path("alerts");
            if (!given.isArray() || given.size() > SEEN_MAX) {
                faults.add(new Fault("/alerts",
                        "must be an array of at most " + SEEN_MAX + " ids of alerts"));
                return bad("Cannot be seen like this");
            }
            List<UUID> alerts = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                alerts.add(id(given.get(i).asText(), "/alerts/" + i));
            }
            return faults.isEmpty() ? new Seen(alerts) : bad("Cannot be seen like this");
        }

        ClientMessage looking() {
            only("type", "alert");
            JsonNode given = root.path("alert");
            UUID alert = given.isNull() ? null : id(given.asText(), "/alert");
            return faults.isEmpty() ? new Looking(alert) : bad("Cannot be looked at like this");
        }

        /** The id of a text, which must be its one full form. */
        private UUID id(String text, String pointer) {
            try {
                UUID id = UUID.fromString(text);
                if (id.toString().equalsIgnoreCase(text)) {
                    return id;
                }
            } catch (IllegalArgumentException notOne) {
                // Told below, as a shortened one is.
            }
            faults.add(new Fault(pointer, "must be the id of an alert"));
            return new UUID(0, 0);
        }

        private ClientMessage bad(String detail) {
            return new Bad(new Rejection(Rejection.Code.INVALID, detail, faults));
        }

        private void only(String... fields) {
            List<String> known = List.of(fields);
            root.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    faults.add(new Fault("/" + name.replace("~", "~0").replace("/", "~1"),
                            "not a field of this message"));
                }
            });
        }

        private Set<Topic> topics(List<String> slugs) {
            Set<Topic> topics = EnumSet.noneOf(Topic.class);
            for (int i = 0; i < slugs.size(); i++) {
                Optional<Topic> topic = Slug.find(Topic.class, slugs.get(i));
                if (topic.isPresent()) {
                    topics.add(topic.get());
                } else {
                    faults.add(new Fault("/topics/" + i, "no topic is called this"));
                }
            }
            return topics;
        }

        private List<String> strings(String field) {
            JsonNode array = root.path(field);
            List<String> strings = new ArrayList<>();
            if (array.isMissingNode() || array.isNull()) {
                return strings;
            }
            if (!array.isArray()) {
                faults.add(new Fault("/" + field, "must be an array of strings"));
            }
            for (int i = 0; array.isArray() && i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    strings.add(array.get(i).asText());
                } else {
                    faults.add(new Fault("/" + field + "/" + i, "must be a string"));
                }
            }
            return strings;
        }
    }
}
