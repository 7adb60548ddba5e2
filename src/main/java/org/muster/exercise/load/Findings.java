package org.muster.exercise.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bench found out.
 *
 * @param noun what was counted, such as "reports"
 * @param settings what it was asked to do, in the words of the command line
 * @param sides who was measured; the last is what the others are held against
 * @param remarks for people: what a reader of the figures has to know
 */
public record Findings(String bench, String noun, Machine machine, Map<String, String> settings,
        List<String> sides, List<Turn> turns, List<Check> checks, List<String> remarks) {

    public Findings {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        sides = List.copyOf(sides);
        turns = List.copyOf(turns);
        checks = List.copyOf(checks);
        remarks = List.copyOf(remarks);
    }

    /** Whether every check held. */
    public boolean areSound() {
        return checks.stream().allMatch(Check::isHeld);
    }

    /** What the others are held against. */
    String baseline() {
        return sides.getLast();
    }

    /** A figure of one side over the rounds; empty when it was not measured there. */
    Optional<Spread> of(String side, Figure figure) {
        return spread(turns.stream()
                .filter(turn -> turn.side().equals(side))
                .flatMap(turn -> Stream.ofNullable(turn.figures().get(figure)))
                .toList());
    }

    /** The same as a share of the baseline's, round by round; empty where that would say nothing. */
    Optional<Spread> ratio(String side, Figure figure) {
        return ratio(side, baseline(), figure);
    }

    /** The same as a share of another side's. */
    Optional<Spread> ratio(String side, String of, Figure figure) {
        return spread(turns.stream()
                .filter(turn -> turn.side().equals(side))
                .flatMap(turn -> ratio(turn, of, figure).stream())
                .toList());
    }

    private Optional<Double> ratio(Turn turn, String of, Figure figure) {
        var own = turn.figures().get(figure);
        return own == null || !figure.isCompared() ? Optional.empty()
                : turns.stream()
                        .filter(other -> other.side().equals(of) && other.round() == turn.round())
                        .flatMap(other -> Stream.ofNullable(other.figures().get(figure)))
                        .filter(base -> base > 0)
                        .map(base -> own / base)
                        .findFirst();
    }

    private static Optional<Spread> spread(List<Double> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }
}
