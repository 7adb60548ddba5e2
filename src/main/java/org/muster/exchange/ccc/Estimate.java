package org.muster.exchange.ccc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How large the crowd was: EstimateLow to EstimateHigh with BestGuess between them; one number alone is both ends; without
 * numbers what the words of EstimateText mean. AdjustedLow and AdjustedHigh are the same numbers with ten per cent added or
 * taken, and not read.
 *
 * @param best null when not said
 */
record Estimate(int low, @Nullable Integer best, int high) {
    /** The service takes no larger crowd. */
    static final int PEOPLE_MAX = 5_000_000;

    /** Writes it as the service reads it: what newspapers and organisers said, gathered by others. */
    void write(ObjectNode report) {
        var crowd = report.putObject("crowd").put("low", low).put("high", high);
        if (best != null) {
            crowd.put("best", best);
        }
        crowd.put("method", "media");
    }

    /**
     * What a line says.
     *
     * @param readings takes a sentence for each thing that was read otherwise than it stands there, or not at all
     */
    static Optional<Estimate> read(Line line, List<String> readings) {
        var read = said(line, readings);
        if (read.isPresent() && read.get().high == 0) {
            readings.add("a crowd of 0: no estimate");
            return Optional.empty();
        }
        return read;
    }

    private static Optional<Estimate> said(Line line, List<String> readings) {
        var low = number(line, Column.LOW, readings);
        var best = number(line, Column.BEST, readings);
        var high = number(line, Column.HIGH, readings);
        if (low.isPresent() && high.isPresent()) {
            return Optional.of(range(low.getAsInt(), best, high.getAsInt(), readings));
        }
        if (low.isPresent() || best.isPresent() || high.isPresent()) {
            var column = low.isPresent() ? Column.LOW
                    : high.isPresent() ? Column.HIGH : Column.BEST;
            var only = low.orElse(high.orElse(best.orElse(0)));
            readings.add(column.header() + " " + only + " stands alone: taken for both ends");
            return Optional.of(new Estimate(only, null, only));
        }
        return words(line, readings);
    }

    private static Estimate range(int low, OptionalInt best, int high, List<String> readings) {
        if (low > high) {
            readings.add("EstimateLow " + low + " is above EstimateHigh " + high
                    + ": taken the other way round");
            return range(high, best, low, readings);
        }
        if (best.isPresent() && (best.getAsInt() < low || best.getAsInt() > high)) {
            readings.add("BestGuess " + best.getAsInt() + " is not from " + low + " to " + high
                    + ": not taken");
            return new Estimate(low, null, high);
        }
        return new Estimate(low, best.isPresent() ? best.getAsInt() : null, high);
    }

    private static Optional<Estimate> words(Line line, List<String> readings) {
        return switch (Count.of(line, Column.ESTIMATE, PEOPLE_MAX)) {
            case Count.Blank _ -> Optional.empty();
            case Count.Whole(var value) -> {
                readings.add("EstimateText " + value + " stands alone: taken for both ends");
                yield Optional.of(new Estimate(value, null, value));
            }
            case Count.Read(var words, var low, var high) -> {
                readings.add(words + ": read as " + (low == high ? low : low + " to " + high));
                yield Optional.of(new Estimate(low, null, high));
            }
            case Count.Unusable(var why) -> {
                readings.add(why + ": no estimate");
                yield Optional.empty();
            }
        };
    }

    /** A number of a column of numbers; of words that mean a range, the end that the column is for. */
    private static OptionalInt number(Line line, Column column, List<String> readings) {
        return switch (Count.of(line, column, PEOPLE_MAX)) {
            case Count.Blank _ -> OptionalInt.empty();
            case Count.Whole(var value) -> OptionalInt.of(value);
            case Count.Read(var words, var low, var high) -> {
                var value = column == Column.LOW ? low : high;
                readings.add(words + ": read as " + value);
                yield OptionalInt.of(value);
            }
            case Count.Unusable(var why) -> {
                readings.add(why + ": not taken");
                yield OptionalInt.empty();
            }
        };
    }
}
