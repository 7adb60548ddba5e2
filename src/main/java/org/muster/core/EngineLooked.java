package org.muster.core;

import java.util.List;

import org.muster.model.Settings;

/** The engine as a rule finds it: there is nothing to know of it but the time. */
final class EngineLooked implements Looked {

    static final EngineLooked NOW = new EngineLooked();

    private EngineLooked() {}

    @Override
    public void fill(FactRow row, long now) {
        // The pulse goes by the moment at which it is asked for.
    }

    @Override
    public String words(Fact fact, boolean discreet) {
        throw new IllegalArgumentException("no words of the engine: " + fact);
    }

    @Override
    public List<String> areas() {
        return List.of(Settings.EVERYWHERE);
    }

    @Override
    public long newestEntry() {
        return 0;
    }
}
