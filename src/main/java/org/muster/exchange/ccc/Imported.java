package org.muster.exchange.ccc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How an import went.
 *
 * @param rows all that were read
 * @param protests what became of the protest of each row, in their order
 * @param reports the same of its report
 * @param halt why the service took nothing more; null when it took all
 * @param stopped whether somebody ended it before its end
 */
public record Imported(List<Row> rows, List<Fate> protests, List<Fate> reports, @Nullable Halt halt,
        boolean stopped) {

    public Imported {
        rows = List.copyOf(rows);
        protests = List.copyOf(protests);
        reports = List.copyOf(reports);
    }

    /** Whether all that could be made of the rows is in the record now. */
    public boolean isWhole() {
        return halt == null && !stopped
                && indexes(this::isSent).stream().map(protests::get).allMatch(Fate::isThere)
                && indexes(this::hasReport).stream().map(reports::get).allMatch(Fate::isThere);
    }

    /** The figures: the rows of the first line are those of the second and third; then what to do, if anything. */
    public List<String> summary() {
        var lines = new ArrayList<String>();
        lines.add(counted(rows.size(), "row") + " read from " + counted(
                (int) rows.stream().map(row -> row.line().file()).distinct().count(), "file"));
        var sent = indexes(this::isSent);
        lines.add("  " + counted(sent.size(), "protest") + ": " + fates(sent, protests));
        var left = new TreeMap<String, Integer>();
        rows.forEach(row -> {
            if (row instanceof Row.LeftOut(_, var reason, _)) {
                left.merge(reason, 1, Integer::sum);
            }
        });
        lines.add("  " + counted(rows.size() - sent.size(), "row") + " left out"
                + (left.isEmpty() ? ""
                        : ": " + left.entrySet()
                                .stream()
                                .map(one -> number(one.getValue()) + " " + one.getKey())
                                .collect(Collectors.joining(", "))));
        var told = indexes(this::hasReport);
        lines.add(counted(told.size(), "report") + " of them: " + fates(told, reports));
        lines.add("  " + number(count(told, report -> report.has("crowd") ? 1 : 0))
                + " with an estimate, "
                + number(count(told, report -> report.has("arrests") ? 1 : 0)) + " with arrests ("
                + number(count(told, report -> report.at("/arrests/0/count").asInt()))
                + " persons), " + number(count(told, report -> report.has("injured") ? 1 : 0))
                + " with injured people");
        lines.add(counted(indexes(
                index -> rows.get(index) instanceof Row.Taken row && !row.readings().isEmpty())
                .size(), "row") + " read in a stated way");
        lines.addAll(advice());
        return lines;
    }

    private List<String> advice() {
        var lines = new ArrayList<String>();
        if (halt != null) {
            lines.add(halt.explained());
        }
        if (stopped) {
            lines.add("Stopped before the end.");
        }
        if (halt != null || stopped) {
            lines.add(
                    "What is recorded stays recorded. Give the same command again: it goes on from"
                            + " there, and nothing comes twice.");
        }
        return lines;
    }

    private String fates(List<Integer> indexes, List<Fate> fates) {
        Map<Fate.Kind, Integer> counts = new EnumMap<>(Fate.Kind.class);
        counts.put(Fate.Kind.RECORDED, 0);
        counts.put(Fate.Kind.THERE_ALREADY, 0);
        indexes.forEach(index -> counts.merge(fates.get(index).kind(), 1, Integer::sum));
        return counts.entrySet()
                .stream()
                .map(one -> number(one.getValue()) + " " + switch (one.getKey()) {
                    case RECORDED -> "recorded";
                    case THERE_ALREADY -> "there already";
                    case OTHERWISE_THERE -> "there already with other content or by"
                            + " another sender, left as they are";
                    case REFUSED -> "refused by the service";
                    case NOT_SENT -> "not sent";
                })
                .collect(Collectors.joining(", "));
    }

    private boolean isSent(int index) {
        return rows.get(index) instanceof Row.Taken;
    }

    private boolean hasReport(int index) {
        return rows.get(index) instanceof Row.Taken row && row.report() != null;
    }

    private List<Integer> indexes(Predicate<Integer> wanted) {
        return IntStream.range(0, rows.size()).boxed().filter(wanted).toList();
    }

    private int count(List<Integer> indexes, ToIntFunction<ObjectNode> of) {
        return indexes.stream()
                .map(rows::get)
                .mapToInt(row -> row instanceof Row.Taken(_, _, var report, _) && report != null
                        ? of.applyAsInt(report)
                        : 0)
                .sum();
    }

    private static String counted(int count, String what) {
        return number(count) + " " + what + (count == 1 ? "" : "s");
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
