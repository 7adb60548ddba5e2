package org.muster.sim;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.muster.model.Outcome;
import org.muster.model.Receipt;

/** A field unit: makes reports of all kinds, keeps each until it is answered, sends some of them twice. */
final class Sender {
    private static final double[][] PLACES = {{53.3966, -1.2537}, {53.4308, -1.3566},
            {53.3811, -1.4701}, {53.5228, -1.1285}, {51.5074, -0.1278}};
    private static final String[] STATES = {"requested", "committed", "en-route", "at-scene",
            "released"};
    private static final String[] STATUSES = {"reported", "ongoing", "contained", "closed"};

    final String unit;
    final Map<UUID, Receipt> acknowledged = new HashMap<>();
    private final Map<UUID, Letter> sent = new HashMap<>();
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private final List<UUID> incidents;
    private final Random random;

    /** @param incidents shared by all senders: ids of incidents that receipts named */
    Sender(String unit, List<UUID> incidents, Random random) {
        this.unit = unit;
        this.incidents = incidents;
        this.random = random;
    }

    /** What it sends now: everything unanswered, in order, and some news; at times an old report again. */
    List<Letter> letters(Instant now) {
        for (int i = random.nextInt(4); i > 0; i--) {
            waiting.add(letter(now));
        }
        List<Letter> letters = new ArrayList<>(waiting);
        if (!sent.isEmpty() && random.nextInt(4) == 0) {
            letters.add(List.copyOf(sent.values()).get(random.nextInt(sent.size())));
        }
        return letters;
    }

    /** Takes the answers; a receipt that differs from an earlier one for the same report is a fault of ours. */
    void answered(List<Letter> letters, List<Outcome> outcomes) {
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            waiting.remove(letter);
            switch (outcomes.get(i)) {
                case Outcome.Recorded(var receipt) -> keep(letter, receipt);
                case Outcome.Repeated(var receipt) -> keep(letter, receipt);
                case Outcome.Refused refused -> {
                }
                case Outcome.Applied other -> throw new AssertionError("no report: " + other);
                case Outcome.Unchanged other -> throw new AssertionError("no report: " + other);
            }
        }
    }

    private void keep(Letter letter, Receipt receipt) {
        Receipt earlier = acknowledged.putIfAbsent(letter.id(), receipt);
        if (earlier != null && !earlier.equals(receipt)) {
            throw new AssertionError(earlier + " became " + receipt);
        }
        sent.put(letter.id(), letter);
        if (receipt.incident() != null && !incidents.contains(receipt.incident())) {
            incidents.add(receipt.incident());
        }
    }

    private Letter letter(Instant now) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant observed = now.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(5_000) : 0);
        StringBuilder json = new StringBuilder(
                "{\"id\":\"" + id + "\",\"observedAt\":\"" + observed + "\"");
        boolean update = !incidents.isEmpty() && random.nextInt(4) > 0;
        if (update) {
            json.append(",\"incident\":\"")
                    .append(incidents.get(random.nextInt(incidents.size())))
                    .append('"');
        } else if (random.nextInt(3) > 0) {
            json.append(",\"category\":\"disturbance\"");
        }
        if (!update || random.nextInt(10) == 0) {
            double[] place = PLACES[random.nextInt(PLACES.length)];
            json.append(String.format(Locale.ROOT, ",\"location\":{\"lat\":%.4f,\"lon\":%.4f}",
                    place[0], place[1]));
        }
        if (random.nextInt(2) == 0) {
            int low = random.nextInt(200);
            json.append(
                    ",\"crowd\":{\"low\":" + low + ",\"high\":" + (low + random.nextInt(90)) + "}");
        }
        if (random.nextInt(3) == 0) {
            json.append(",\"officers\":[{\"unit\":\"" + unit + "\",\"count\":" + random.nextInt(30)
                    + ",\"state\":\"" + STATES[random.nextInt(STATES.length)] + "\"}]");
        }
        if (random.nextInt(6) == 0) {
            json.append(",\"status\":\"" + STATUSES[random.nextInt(STATUSES.length)] + "\"");
        }
        // One in eight is damaged: cut short, or with a field that does not exist.
        return switch (random.nextInt(16)) {
            case 0 -> new Letter(id, unit, json.toString());
            case 1 -> new Letter(id, unit, json + ",\"crwod\":1}");
            default -> new Letter(id, unit, json + "}");
        };
    }
}
