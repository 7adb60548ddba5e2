package org.muster.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.muster.model.Cursor;
import org.muster.model.Rejection;
import org.muster.view.View;
import org.muster.wire.Json;

/** Lists as every route gives them: items, and the cursor of the next page. */
final class Page {
    /** The parameters that every list with pages has. */
    static final String LIMIT = "limit";
    static final String BEFORE = "before";

    private Page() {}

    /** Writes one item. */
    interface Form<T> {
        void write(JsonGenerator out, T item) throws IOException;
    }

    /** All there is, on one page. */
    static <T> Answer whole(List<T> items, Form<T> form) {
        return Answer.json(json(new Rows<>(items, null), form));
    }

    /** Where the things of a list come from. */
    interface Source<T> {
        /** Those made known before the entry {@code before}, the last first. */
        Iterator<T> before(long before);
    }

    /**
     * A page of a list.
     *
     * @param next where the next one begins; null when this is the last
     */
    record Rows<T>(List<T> items, @Nullable String next) {}

    /**
     * A page of things, the last to become known first; or what is wrong with the parameters, those that were read before
     * included.
     */
    static <T> Answer of(View view, Source<T> things, Predicate<T> wanted, ToLongFunction<T> seq,
            Parameters given, Function<Rows<T>, Answer> form) {
        int limit = given.limit();
        long before = given.cursor(BEFORE, Long.MAX_VALUE);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        List<T> items = new ArrayList<>();
        Iterator<T> found = things.before(before);
        while (found.hasNext()) {
            T item = found.next();
            if (!wanted.test(item)) {
                continue;
            }
            if (items.size() == limit) {
                long last = seq.applyAsLong(items.getLast());
                return form
                        .apply(new Rows<>(items, new Cursor(view.cursor().epoch(), last).text()));
            }
            items.add(item);
        }
        return form.apply(new Rows<>(items, null));
    }

    /** A page as everybody gets it who does not ask for another form. */
    static <T> byte[] json(Rows<T> rows, Form<T> form) {
        return Json.object(out -> {
            out.writeArrayFieldStart("items");
            for (T item : rows.items()) {
                form.write(out, item);
            }
            out.writeEndArray();
            out.writeStringField("next", rows.next());
        });
    }
}
