package org.muster.input;

import java.util.ArrayList;
import java.util.List;

import org.muster.model.Fault;
import org.muster.model.Glossary;
import org.muster.model.Rejection;

/** All that is wrong with one body, in the order it was found, and what it asks for that comes with a later version. */
public final class Faults {

    /** More faults than this are counted, not listed: an answer stays small whatever was sent. */
    static final int LISTED_MAX = 100;

    private static final int DETAILED_MAX = 3;

    private final List<Fault> listed = new ArrayList<>();
    private final List<Fault> later = new ArrayList<>();
    private final List<Named> named = new ArrayList<>(0);
    private int count;

    /** A configured word that a body uses. */
    private record Named(String pointer, Glossary.Kind kind, String word) {}

    /** Notes what is wrong at a place (RFC 6901). */
    public void add(String pointer, String detail) {
        count++;
        if (listed.size() < LISTED_MAX) {
            listed.add(new Fault(pointer, detail));
        }
    }

    /** Notes a field or value that this version does not take yet. */
    void later(String pointer, String what) {
        if (later.size() < LISTED_MAX) {
            later.add(new Fault(pointer, what + " is not supported yet"));
        }
    }

    /**
     * Notes a configured word. Whether it is known is told with other faults only: alone it is looked up when the body
     * is decided, so that what was accepted once is answered whatever is configured by then.
     */
    void named(String pointer, Glossary.Kind kind, String word) {
        if (named.size() < LISTED_MAX) {
            named.add(new Named(pointer, kind, word));
        }
    }

    /** How many were noted so far. */
    int noted() {
        return count + later.size();
    }

    boolean none() {
        return noted() == 0;
    }

    /** The refusal; faults come before what is not supported yet. Only when there is something. */
    Rejection rejection(Glossary glossary) {
        for (Named each : named) {
            String fault = glossary.fault(each.kind(), each.word());
            if (fault != null) {
                add(each.pointer(), fault);
            }
        }
        return count > 0 ? new Rejection(Rejection.Code.INVALID, summary(), listed)
                : new Rejection(Rejection.Code.NOT_YET_SUPPORTED, words(later), later);
    }

    private String summary() {
        String found = count == 1 ? "1 fault: " : count + " faults: ";
        return found + words(listed);
    }

    private static String words(List<Fault> faults) {
        StringBuilder words = new StringBuilder();
        for (Fault fault : faults.subList(0, Math.min(DETAILED_MAX, faults.size()))) {
            words.append(words.isEmpty() ? "" : "; ");
            words.append(fault.pointer().isEmpty() ? "" : fault.pointer() + " ");
            words.append(fault.detail());
        }
        return words.append(faults.size() > DETAILED_MAX ? "; and more." : ".").toString();
    }
}
