package org.muster.config;

/** A place in a file, both from 1; columns count code points. */
record Spot(int line, int column) {
    static final Spot START = new Spot(1, 1);
}
