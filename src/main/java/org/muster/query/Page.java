package org.muster.query;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.core.JsonGenerator;

import org.muster.model.Cursor;
import org.muster.model.Rejection;
import org.muster.view.Known;
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
    static <T> Answer whole(Collection<T> items, Form<T> form) {
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("items");
            for (T item : items) {
                form.write(out, item);
            }
            out.writeEndArray();
            out.writeNullField("next");
        }));
    }

    /**
     * A page of things, the last to become known first; or what is wrong with the parameters, those that were read before
     * included.
     */
    static <T> Answer of(View view, Known<T> things, Predicate<T> wanted, ToLongFunction<T> seq,
            Form<T> form, Parameters given) {
        int limit = given.limit();
        long before = given.cursor(BEFORE, Long.MAX_VALUE);
        Optional<Rejection> rejection = given.rejection();
        if (rejection.isPresent()) {
            return new Answer.Refused(rejection.get());
        }
        Iterator<T> found = things.newestFirst(before).stream().filter(wanted).iterator();
        return Answer.json(Json.object(out -> {
            out.writeArrayFieldStart("items");
            long last = 0;
            for (int i = 0; i < limit && found.hasNext(); i++) {
                T item = found.next();
                last = seq.applyAsLong(item);
                form.write(out, item);
            }
            out.writeEndArray();
            out.writeStringField("next",
                    found.hasNext() ? new Cursor(view.cursor().epoch(), last).text() : null);
        }));
    }
}
