package org.muster.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.muster.rehearsal.Comparison;
import org.muster.rehearsal.DeskLoad;
import org.muster.rehearsal.Episode;
import org.muster.rehearsal.Pair;
import org.muster.rehearsal.Pair.Kind;
import org.muster.rehearsal.Rehearsed;
import org.muster.wire.Times;

/** What a rehearsal found, for people. */
final class RehearsalTable {
    private static final int SHOWN_MAX = 40;
    private static final double PER_CENT = 100;
    private static final int RULE_WIDTH = 24;

    private final PrintWriter out;

    RehearsalTable(PrintWriter out) {
        this.out = out;
    }

    void print(Rehearsed found, boolean observed) {
        out.printf(Locale.ROOT, "Rehearsed from %s to %s, everything when it was %s: %,d inputs.%n",
                Times.text(found.from()), Times.text(found.to()),
                observed ? "observed" : "received", found.inputs());
        if (found.refused() > 0) {
            out.printf(Locale.ROOT,
                    "%,d of them found nothing to be given to under the new rules.%n",
                    found.refused());
        }
        Comparison record = found.record();
        if (record != null) {
            long same = record.count(Kind.SAME);
            out.printf(Locale.ROOT,
                    "The old rules, run again, raised %,d of the record's %,d alerts at the same moment,"
                            + " %,d at another, and %,d that it has not.%n",
                    same, record.pairs().size() - record.count(Kind.ONLY_NEW),
                    record.count(Kind.EARLIER) + record.count(Kind.LATER),
                    record.count(Kind.ONLY_NEW));
        }
        rules(found.comparison());
        desks(found.desks());
        differences(found.comparison());
        missed(found.missed());
    }

    private void rules(Comparison comparison) {
        String line = "%-" + RULE_WIDTH + "s %8s %8s %8s %9s %9s%n";
        out.println();
        out.printf(Locale.ROOT, line, "rule", "the same", "earlier", "later", "only old",
                "only new");
        for (Comparison.Row row : comparison.rows()) {
            out.printf(Locale.ROOT, line, row.rule(), row.of(Kind.SAME), row.of(Kind.EARLIER),
                    row.of(Kind.LATER), row.of(Kind.ONLY_OLD), row.of(Kind.ONLY_NEW));
        }
        out.printf(Locale.ROOT, line, "all", comparison.count(Kind.SAME),
                comparison.count(Kind.EARLIER), comparison.count(Kind.LATER),
                comparison.count(Kind.ONLY_OLD), comparison.count(Kind.ONLY_NEW));
    }

    private void desks(List<Rehearsed.DeskLoads> desks) {
        if (desks.isEmpty()) {
            return;
        }
        String line = "%-" + RULE_WIDTH + "s %-5s %8s %12s %13s %7s%n";
        out.println();
        out.printf(Locale.ROOT, line, "desk", "rules", "calls", "worst 10 min", "time above 10",
                "floods");
        for (Rehearsed.DeskLoads desk : desks) {
            load(line, desk.desk(), "old", desk.before());
            load(line, "", "new", desk.after());
        }
    }

    private void load(String line, String desk, String rules, DeskLoad load) {
        out.printf(Locale.ROOT, line, desk, rules, load.calls(), load.worst(),
                String.format(Locale.ROOT, "%.2f %%", PER_CENT * load.shareAbove()), load.floods());
    }

    private void differences(Comparison comparison) {
        List<Pair> others = new ArrayList<>(comparison.pairs());
        others.removeIf(pair -> pair.kind() == Kind.SAME);
        if (others.isEmpty()) {
            return;
        }
        others.sort(Comparator.comparing(pair -> one(pair).severity()));
        out.println();
        out.printf(Locale.ROOT, "What differs, the worst first%s:%n", others.size() > SHOWN_MAX
                ? String.format(Locale.ROOT, " (%d of %,d; --json has all)", SHOWN_MAX,
                        others.size())
                : "");
        others.stream().limit(SHOWN_MAX).forEach(this::pair);
    }

    private void missed(List<Pair> missed) {
        out.println();
        if (missed.isEmpty()) {
            out.println("No critical alert of the past would be missed.");
            return;
        }
        out.printf(Locale.ROOT, "Critical alerts of the past that would be missed: %,d.%n",
                missed.size());
        missed.stream().limit(SHOWN_MAX).forEach(this::pair);
    }

    private void pair(Pair pair) {
        Episode one = one(pair);
        String by = Bar.span(pair.by().abs().toSeconds());
        String how = switch (pair.kind()) {
            case SAME -> "same moment";
            case EARLIER -> by + " earlier";
            case LATER -> by + " later";
            case ONLY_OLD -> "only old";
            case ONLY_NEW -> "only new";
        };
        out.printf(Locale.ROOT, "  %-16s %-8s %s  %s: %s%n", how, one.severity().slug(),
                Times.text(one.raisedAt()), one.key().rule(), one.message());
    }

    private static Episode one(Pair pair) {
        return Objects.requireNonNull(pair.before() == null ? pair.after() : pair.before());
    }
}
