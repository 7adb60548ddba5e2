package org.muster.config;

import java.nio.file.Path;
import java.time.Duration;

/** Where alerts go beyond the screen. */
public record Alertmanager(@Setting(value = "",
        doc = "Address of a Prometheus Alertmanager that alerts are sent to, such as `http://127.0.0.1:9093`; empty for none. Beyond loopback https alone") String url,
        @Setting(value = "",
                doc = "File with the bearer token that it asks for, and nothing else; relative to this folder, read anew each time") String tokenFile,
        @Setting(value = "60s", min = "1s", max = "10m",
                doc = "So often an alert is sent again while it stands; without that Alertmanager takes it for resolved after fifteen times as long") Duration resendEvery,
        @Setting(value = "",
                doc = "Address of the dashboard as people reach it, for the link in each alert; empty for none") String dashboard) {

    /** As shipped. */
    public static Alertmanager defaults() {
        return Binder.defaults(Alertmanager.class);
    }

    /** Whether there is one. */
    public boolean isOn() {
        return !url.isEmpty();
    }

    Alertmanager in(Path folder) {
        return tokenFile.isEmpty() ? this
                : new Alertmanager(url, folder.resolve(tokenFile).toString(), resendEvery,
                        dashboard);
    }
}
