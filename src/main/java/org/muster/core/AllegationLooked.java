package org.muster.core;

import java.util.List;

/**
 * A crime that was alleged and not decided on, as rules find it.
 *
 * @param subject the incident or protest that it is about, also one that is over
 */
record AllegationLooked(AllegationTrack track, Looked subject) implements Looked {

    @Override
    public void fill(FactRow row, long now) {
        row.put(Fact.ALLEGATION_MINUTES_SINCE_RECEIPT, track.receivedAt().toEpochMilli());
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        boolean isOfIncident = track.incident() != null;
        return switch (fact) {
            case ALLEGATION_TITLE -> subject
                    .words(isOfIncident ? Fact.INCIDENT_TITLE : Fact.PROTEST_TITLE, discreet);
            case ALLEGATION_AREA ->
                    subject.words(isOfIncident ? Fact.INCIDENT_AREA : Fact.PROTEST_AREA, discreet);
            default -> throw new IllegalArgumentException("no words of an allegation: " + fact);
        };
    }

    @Override
    public List<String> areas() {
        return track.areas();
    }

    /** What alleged it: later words about it change no fact. */
    @Override
    public long newestEntry() {
        return track.seq();
    }
}
