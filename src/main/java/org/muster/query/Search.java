package org.muster.query;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.access.Topic;
import org.muster.index.Index;
import org.muster.index.Words;
import org.muster.view.Known;
import org.muster.view.View;

/** Lists by words: the same things in the same order, those alone that have all of the words. */
final class Search {
    static final String WORDS = "q";

    /** The index is asked for so many at first, and for more each time that a page is not full with them. */
    private static final int FIRST = 200;
    private static final int MORE = 4;
    private static final int MOST = 12_800;

    private final Index index;

    Search(Index index) {
        this.index = index;
    }

    /** All the things, or those with the words that are asked for. */
    <T> Page.Source<T> source(View view, Scope scope, Known<T> things, Parameters given) {
        Optional<Words> words = given.words(WORDS);
        return words.isEmpty() ? before -> things.newestFirst(before).iterator()
                : before -> new Found<>(view, things, words.get(), scope.mayRead(Topic.REPORTS),
                        before);
    }

    private final class Found<T> implements Iterator<T> {
        private final View view;
        private final Known<T> things;
        private final Words words;
        private final boolean inReports;
        private final Queue<T> ready = new ArrayDeque<>();
        private long before;
        private int step = FIRST;
        private boolean isLast;

        Found(View view, Known<T> things, Words words, boolean inReports, long before) {
            this.view = view;
            this.things = things;
            this.words = words;
            this.inReports = inReports;
            this.before = before;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !isLast) {
                List<Long> found = index.find(view, words, inReports, before, step);
                for (long opened : found) {
                    // What is of the other kind, or newer than the view, is not among them.
                    @Nullable
                    T thing = things.bySeq().get(opened);
                    if (thing != null) {
                        ready.add(thing);
                    }
                    before = opened;
                }
                isLast = found.size() < step;
                step = Math.min(MOST, step * MORE);
            }
            return !ready.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
