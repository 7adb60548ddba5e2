package org.muster.config;

import java.util.List;

/** What reading the configuration came to. */
public sealed interface Loaded {

    /** Faultless. */
    record Ready(Config config) implements Loaded {}

    /** Every fault of every file, in the files' order. */
    record Faulty(List<ConfigFault> faults) implements Loaded {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
