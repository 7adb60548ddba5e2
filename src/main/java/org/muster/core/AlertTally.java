package org.muster.core;

import org.muster.model.Area.AlertCounts;
import org.muster.model.Severity;

/** Open alerts by how much they matter, as running sums. */
final class AlertTally {

    private int critical;
    private int high;
    private int medium;
    private int low;

    /** Adds so many alerts; takes them away when negative. */
    void add(Severity severity, int count) {
        switch (severity) {
            case CRITICAL -> critical += count;
            case HIGH -> high += count;
            case MEDIUM -> medium += count;
            case LOW -> low += count;
        }
    }

    void add(AlertTally other) {
        critical += other.critical;
        high += other.high;
        medium += other.medium;
        low += other.low;
    }

    AlertCounts shown() {
        return new AlertCounts(critical, high, medium, low);
    }
}
