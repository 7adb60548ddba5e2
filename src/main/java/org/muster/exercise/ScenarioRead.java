package org.muster.exercise;

import java.util.List;

import org.muster.model.Fault;

/** What reading a scenario came to. */
public sealed interface ScenarioRead {

    /** It can be played. */
    record Good(Scenario scenario) implements ScenarioRead {}

    /** Everything that is wrong with it, in the file's order; the pointers are JSON pointers into the file. */
    record Faulty(List<Fault> faults) implements ScenarioRead {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
