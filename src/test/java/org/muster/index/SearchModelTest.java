package org.muster.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Entry;
import org.muster.model.Incident;
import org.muster.model.Protest;
import org.muster.model.Report;
import org.muster.model.ReportBuilder;
import org.muster.model.StoredEntry;
import org.muster.view.View;

/**
 * What a search finds is what a reading of the whole record and its view finds: after reports, corrections, withdrawals,
 * confidences given and lifted, plans and their changes, in any order, while the index is stopped, started, deleted and
 * broken.
 */
final class SearchModelTest {
    /** Words as they are written, as somebody types them, and how both begin without case and marks. */
    private static final String[][] WORDS = {{"Ivanhoe", "ivanhoe", "ivanhoe"},
            {"Ivory", "IVORY", "ivory"}, {"Café", "cafe", "cafe"},
            {"Cafeteria", "cafétéria", "cafeteria"}, {"Straße", "STRASSE", "strasse"},
            {"bottle", "Bottle", "bottle"}, {"AND", "and", "and"}, {"fence", "\"fence\"", "fence"},
            {"März", "-marz*", "marz"}, {"Disturbance", "disturbance", "disturbance"},
            {"March", "MARCH", "march"}};

    @TempDir
    private Path folder;

    private final Diary diary = new Diary();
    private final List<UUID> sent = new ArrayList<>();
    private final List<UUID> protests = new ArrayList<>();
    private final List<UUID> incidents = new ArrayList<>();
    private Random random = new Random(0);
    private @Nullable Index index;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_search_finds_what_a_reading_of_everything_finds(long seed) throws IOException {
        random = new Random(seed);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            fate();
            step();
            if (index != null && random.nextInt(3) == 0) {
                assertThat(index.holds(diary.head(), Indexes.PATIENCE)).isTrue();
                for (int search = 0; search < 5; search++) {
                    found += compare(index);
                }
            }
        }
        assertThat(found).as("searches that found something").isGreaterThan(100);
        if (index != null) {
            index.close();
        }
    }

    /** What becomes of the index. */
    private void fate() throws IOException {
        Path file = folder.resolve("index.db");
        if (index == null ? random.nextInt(4) == 0 : random.nextInt(20) == 0) {
            if (index == null) {
                Index again = Indexes.following(folder, diary.journal, diary::view);
                diary.tell(again::committed);
                index = again;
            } else {
                index.close();
                index = null;
                diary.tell(commit -> {});
                switch (random.nextInt(5)) {
                    case 0 -> IndexFile.remove(file);
                    case 1 -> Files.write(file, new byte[100], StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    case 2 -> Files.write(file, new byte[0]);
                    default -> {
                        // It goes on where it stopped.
                    }
                }
            }
        }
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1 -> add(diary.opens(this::words));
            case 2, 3, 4 -> {
                if (!incidents.isEmpty()) {
                    UUID about = any(incidents);
                    add(diary.report(report -> words(report.incident(about))));
                }
            }
            case 5 -> {
                if (!protests.isEmpty()) {
                    UUID about = any(protests);
                    add(diary.report(report -> words(report.protest(about))));
                }
            }
            case 6 -> add(diary.opens(report -> words(report.category("march"))));
            case 7, 8 -> {
                if (!sent.isEmpty()) {
                    correct(sent.remove(random.nextInt(sent.size())));
                }
            }
            default -> {
                if (protests.isEmpty() || random.nextBoolean()) {
                    protests.add(diary.plans(text(), maybe(), maybe()));
                }
            }
        }
    }

    private void correct(UUID report) {
        if (random.nextInt(3) == 0) {
            diary.report(it -> it.corrects(report).withdrawn(true).reason(text()));
        } else if (!incidents.isEmpty() && random.nextInt(3) == 0) {
            UUID elsewhere = any(incidents);
            add(diary.report(it -> words(it.corrects(report).incident(elsewhere))));
        } else {
            add(diary.report(it -> words(it.corrects(report))));
        }
    }

    private void add(Entry entry) {
        var report = (Entry.ReportRecorded) entry.body();
        sent.add(report.report().id());
        if (report.opened() && report.incident() != null) {
            incidents.add(report.incident());
        } else if (report.opened() && report.protest() != null) {
            protests.add(report.protest());
        }
    }

    private ReportBuilder words(ReportBuilder report) {
        report.title(maybe()).text(maybe()).location(Diary.place(maybe()));
        return switch (random.nextInt(8)) {
            case 0 -> report.sensitive(true);
            case 1, 2 -> report.sensitive(false);
            default -> report;
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private @Nullable String maybe() {
        return random.nextInt(3) == 0 ? text() : null;
    }

    private String text() {
        return WORDS[random.nextInt(WORDS.length)][0] + " "
                + WORDS[random.nextInt(WORDS.length)][0];
    }

    /** One search, by one to three words; how much it found. */
    private int compare(Index from) {
        StringBuilder typed = new StringBuilder();
        List<Set<Integer>> wanted = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            int word = random.nextInt(WORDS.length);
            if (count == 0 && random.nextBoolean()) {
                String begun = WORDS[word][2].substring(0, 2 + random.nextInt(2));
                typed.append(begun);
                wanted.add(beginningWith(begun));
            } else {
                typed.append(WORDS[word][1]).append(' ');
                wanted.add(Set.of(word));
            }
        }
        View view = diary.view();
        boolean inReports = random.nextInt(4) > 0;
        List<Long> due = naive(view, wanted, inReports);
        List<Long> found = new ArrayList<>();
        int limit = 1 + random.nextInt(5);
        long before = Long.MAX_VALUE;
        List<Long> page;
        do {
            page = from.find(view, Words.of(typed.toString()), inReports, before, limit);
            found.addAll(page);
            before = page.isEmpty() ? 0 : page.getLast();
        } while (page.size() == limit);
        assertThat(found).as(typed::toString).isEqualTo(due);
        return due.isEmpty() ? 0 : 1;
    }

    private static Set<Integer> beginningWith(String begun) {
        Set<Integer> all = new HashSet<>();
        for (int word = 0; word < WORDS.length; word++) {
            if (WORDS[word][2].startsWith(begun)) {
                all.add(word);
            }
        }
        return all;
    }

    /** Reads everything. */
    private List<Long> naive(View view, List<Set<Integer>> wanted, boolean inReports) {
        Map<Long, Set<Integer>> said = new HashMap<>();
        for (Incident incident : view.incidents().newestFirst()) {
            if (!incident.isVoid()) {
                say(said, incident.openedSeq(), incident.title(),
                        incident.location() == null ? null : incident.location().place());
            }
        }
        for (Protest protest : view.protests().newestFirst()) {
            if (!protest.isVoid()) {
                say(said, protest.openedSeq(), protest.title(), protest.plan().organisation(),
                        protest.plan().publicMessage());
            }
        }
        List<StoredEntry> all = diary.journal.after(0, Integer.MAX_VALUE);
        Set<Long> struck = new HashSet<>();
        for (StoredEntry stored : all) {
            if (stored.entry().body() instanceof Entry.ReportRecorded report
                    && report.struck() != null) {
                struck.add(report.struck().seq());
            }
        }
        for (StoredEntry stored : all) {
            if (inReports && stored.entry().body() instanceof Entry.ReportRecorded recorded
                    && !struck.contains(stored.seq()) && !view.conceals(stored.entry())
                    && !recorded.report().withdrawn()) {
                long opened = opened(view, recorded);
                Report report = recorded.report();
                say(said, opened, report.title(), report.text(),
                        report.location() == null ? null : report.location().place());
            }
        }
        Set<Long> found = new TreeSet<>((one, other) -> Long.compare(other, one));
        said.forEach((opened, words) -> {
            if (wanted.stream().allMatch(any -> any.stream().anyMatch(words::contains))) {
                found.add(opened);
            }
        });
        return List.copyOf(found);
    }

    private static long opened(View view, Entry.ReportRecorded recorded) {
        return Objects.requireNonNull(
                recorded.incident() != null ? view.incidents().seqs().get(recorded.incident())
                        : view.protests().seqs().get(Objects.requireNonNull(recorded.protest())));
    }

    private static void say(Map<Long, Set<Integer>> said, long opened, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                for (String word : text.split("[ ,]+", -1)) {
                    for (int i = 0; i < WORDS.length; i++) {
                        if (WORDS[i][0].equals(word)) {
                            said.computeIfAbsent(opened, _ -> new HashSet<>()).add(i);
                        }
                    }
                }
            }
        }
    }
}
