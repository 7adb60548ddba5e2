package org.muster.sim;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.muster.model.Actor;
import org.muster.model.Outcome;
import org.muster.model.Receipt;

/** A field unit or a desk: makes reports of all kinds, keeps each until it is answered, sends some of them twice. */
final class Sender {
    final String unit;
    private final Actor by;
    final Map<UUID, Receipt> acknowledged = new HashMap<>();
    private final Map<UUID, Letter> sent = new LinkedHashMap<>();
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private final List<Wording.Known> known;
    private final Random random;

    /** @param known shared by all senders: what receipts named */
    Sender(Actor by, List<Wording.Known> known, Random random) {
        this.unit = by.name();
        this.by = by;
        this.known = known;
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
        Wording.Known named = Wording.Known.of(receipt.incident(), receipt.protest(),
                letter.drill());
        if (named != null && !known.contains(named)) {
            known.add(named);
        }
    }

    private Letter letter(Instant now) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Instant observed = now.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(5_000) : 0);
        Wording wording = wording(new Wording(by, id, observed, random));
        String json = wording.text();
        String cut = json.substring(0, json.length() - 1);
        // One in eight is damaged: cut short, or with a field that does not exist.
        return new Letter(id, by, wording.isDrill(), switch (random.nextInt(16)) {
            case 0 -> cut;
            case 1 -> cut + ",\"crwod\":1}";
            default -> json;
        });
    }

    private Wording wording(Wording wording) {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            List<Letter> own = List.copyOf(sent.values());
            return wording.insteadOf(own.get(random.nextInt(own.size())));
        }
        if (!known.isEmpty() && random.nextInt(4) > 0) {
            return wording.of(known.get(random.nextInt(known.size())), known);
        }
        return wording.news();
    }
}
