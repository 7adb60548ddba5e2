package org.muster.config;

/** The sections of {@code muster.yaml}; their keys are the components that carry a {@link Setting}. */
record Sections(Server server, Limits limits, Windows windows, Alerts alerts, Units units,
        Streaming stream, Snapshots snapshots, SignIn signIn, Alertmanager alertmanager,
        Tiles tiles) {}
