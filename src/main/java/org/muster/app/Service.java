package org.muster.app;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.muster.access.Access;
import org.muster.access.AccessException;
import org.muster.config.Config;
import org.muster.config.Loaded;
import org.muster.journal.JournalException;
import org.muster.metrics.DiskMeters;
import org.muster.metrics.ProcessMeters;
import org.muster.metrics.TlsMeters;
import org.muster.model.Actor;
import org.muster.model.Rejection;
import org.muster.recorder.Recorder;

/** The whole service: put together, started, stopped. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long STOP_SECONDS = 10;
    private static final long LEAVE_SECONDS = 2;

    private final DataFolder folder;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT);
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ProcessMeters process;
    private final Access access;
    private final RecordKeeping record;
    private final @Nullable Certificates certificates;
    private final Doors doors;
    private final Recorder recorder;
    private final SettingsInForce settings;
    private final Housekeeping housekeeping;
    private final WriteProbe probe;
    private final Router routes;
    private final int port;

    /**
     * Starts on a folder that is locked already, with rules that stay. Blocks until requests are answered.
     *
     * @param failed run once, on a thread of its own, when recording had to stop and streams are closed
     */
    Service(DataFolder folder, Config config, Clocks clocks, Runnable failed) {
        this(folder, config, Loaded.Ready::new, clocks, failed);
    }

    /**
     * The same with rules that can be read again.
     *
     * @param again reads the rules anew and leaves the rest of a configuration as it is; may block
     */
    Service(DataFolder folder, Config config, Function<Config, Loaded> again, Clocks clocks,
            Runnable failed) {
        this.folder = folder;
        process = new ProcessMeters(registry, Version.current());
        certificates = config.server().tls().isOn()
                ? new Certificates(config.server().tls(), clocks.day(), new TlsMeters(registry))
                : null;
        try {
            access = Access.open(folder.path(), clocks.day(), config.signIn());
            record = new RecordKeeping(folder, config, clocks);
        } catch (AccessException | JournalException | UncheckedIOException
                | IllegalStateException unusable) {
            throw new StartFailed("The data folder " + folder.path() + " could not be read: "
                    + unusable.getMessage() + cause(unusable)
                    + ". Nothing in it was changed. A disk that fails for a moment looks like this"
                    + " too: start again first, then look at the disk; restore a copy only if it"
                    + " stays like this.", StartFailed.DISK);
        }
        doors = new Doors(vertx, config, clocks, access, record, registry,
                certificates == null ? null : certificates.first());
        recorder = record.recorder(config, clocks, registry, doors.watchers(),
                cause -> Thread.ofPlatform().start(() -> leave(failed)));
        recorder.start();
        settings = new SettingsInForce(recorder, record.views(), config, again, registry);
        housekeeping = new Housekeeping(access, recorder,
                new Space(folder, config.limits().disk(),
                        new DiskMeters(registry, config.limits().disk().warnBytes()))::look,
                settings);
        housekeeping.start();
        probe = new WriteProbe(folder.path(), clocks.nanos());
        probe.start();
        routes = doors.router(recorder, () -> recorder.refusal().or(probe::trouble),
                settings::reload);
        port = listen(config);
        if (certificates != null) {
            certificates.watch(doors::show);
        }
        // Only now: when it has to be made anew it would take the time that the start needs.
        record.follow();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Every path and method it answers, for those who check that none is left out. */
    List<Route> routes() {
        return routes.getRoutes();
    }

    /** Credentials, for whoever starts the service in its own process. */
    public Access access() {
        return access;
    }

    /** Reads the rules again, at the operator's word; what came of it is in the log. Blocks. */
    void reload() {
        settings.reload(Actor.SYSTEM.name());
    }

    private int listen(Config config) {
        try {
            return doors.listen(routes).await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception taken) {
            close();
            throw new StartFailed("Cannot listen on " + config.server().host() + ":"
                    + config.server().port() + " (" + taken.getMessage()
                    + "). Choose another port with --port, or stop what uses this one.");
        }
    }

    private static String cause(RuntimeException failed) {
        Throwable cause = failed.getCause();
        return cause == null ? "" : " (" + cause.getMessage() + ")";
    }

    private void leave(Runnable failed) {
        Rejection why = new Rejection(Rejection.Code.RECORDER_STOPPED,
                "Recording has stopped because of a failure. Come back and resume.");
        finishBatches(why);
        doors.closeStreams(why);
        try {
            // What waits for an answer gets its 503 first.
            vertx.close().await(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            LOG.warn("Not everybody could be told: {}", late.toString());
        }
        failed.run();
    }

    private void finishBatches(Rejection why) {
        try {
            doors.refuse(why).get(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            LOG.warn("Not every batch could be ended in order: {}", late.toString());
        }
    }

    /** Records what waits, tells every watcher, ends. A second call does nothing. */
    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        Rejection why = new Rejection(Rejection.Code.RECORDER_STOPPED,
                "The service is stopping. Come back and resume.");
        housekeeping.close();
        probe.close();
        if (certificates != null) {
            certificates.close();
        }
        finishBatches(why);
        recorder.close();
        doors.closeStreams(why);
        try {
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
            process.close();
            access.close();
            record.close();
            folder.close();
        } catch (Exception failed) {
            LOG.warn("Not everything could be closed in order: {}", failed.toString());
        }
    }
}
