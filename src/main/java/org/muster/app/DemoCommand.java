package org.muster.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.config.Config;
import org.muster.exercise.Played;
import org.muster.exercise.Scenario;
import org.muster.exercise.ScenarioPlayer;
import org.muster.exercise.ScenarioRead;
import org.muster.exercise.ScenarioReader;
import org.muster.model.Role;

/** Shows the service at work: throw-away data, a scenario played as it would have happened, a link to look on. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = {
        "Starts the service on throw-away data and plays a scenario into it.",
        "Only this machine can reach it. It serves until Ctrl-C; then its data are deleted."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster demo", "  muster demo --port 0", "  muster demo --speed 600"},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:stopped in order",
                "1:could not start", "2:wrong arguments or configuration", "3:recording failed"})
public final class DemoCommand implements Callable<Integer> {
    private static final int FAILED_COMMIT = 3;
    /** Whose token the sign-in link holds. */
    private static final String ONLOOKER = "demo-desk";
    private static final String LOOPBACK = "127.0.0.1";
    private static final DecimalFormat DECIMAL = new DecimalFormat("0.###",
            DecimalFormatSymbols.getInstance(Locale.ROOT));

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--speed", paramLabel = "X",
            description = "Seconds of the story in a second (default: what the scenario says, 60).")
    private @Nullable Double speed;

    @Option(names = "--config", paramLabel = "DIR",
            description = "Folder of the configuration (default: config, of the working directory"
                    + " or else of the program).")
    private @Nullable Path config;

    private final AtomicBoolean leaving = new AtomicBoolean();

    @Override
    public Integer call() throws InterruptedException {
        if (speed != null && !(speed > 0 && Double.isFinite(speed))) {
            say("--speed must be a number above 0, such as 60 for a minute of the story in a second.");
            return 2;
        }
        Scenario scenario = scenario();
        Config ready = scenario == null ? null
                : Configuration.load(config, environment(), spec.commandLine().getErr());
        if (scenario == null || ready == null) {
            return 2;
        }
        double pace = speed == null ? scenario.speed() : speed;
        var tokens = new HashMap<String, String>();
        URI address;
        try {
            var data = ThrowAwayFolder.make("muster-demo-");
            var service = start(data, ready.with(DemoRules.at(pace, ready.rules())));
            address = URI.create("http://" + LOOPBACK + ":" + service.port() + "/");
            var wanted = new HashMap<>(scenario.senders());
            wanted.put(ONLOOKER, Role.CONTROLLER);
            tokens.putAll(DemoTokens.make(service.access(), wanted));
        } catch (StartFailed | IOException failed) {
            say(String.valueOf(failed.getMessage()));
            return 1;
        }
        invite(address, tokens.getOrDefault(ONLOOKER, ""));
        play(scenario, pace, tokens, address);
        new CountDownLatch(1).await();
        return 0;
    }

    private @Nullable Scenario scenario() {
        return switch (ScenarioReader.shipped()) {
            case ScenarioRead.Good(var scenario) -> scenario;
            case ScenarioRead.Faulty(var faults) -> {
                say("The scenario cannot be played:");
                faults.forEach(fault -> say("  " + fault.pointer() + " " + fault.detail()));
                yield null;
            }
        };
    }

    /** A demo cannot leave this machine, whatever is configured. */
    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("MUSTER_SERVER_HOST", LOOPBACK);
        environment.put("MUSTER_SERVER_BEHIND_PROXY", "");
        environment.put("MUSTER_SERVER_TLS_CERTIFICATE", "");
        environment.put("MUSTER_SERVER_TLS_KEY", "");
        environment.put("MUSTER_SERVER_PORT", Integer.toString(port));
        return environment;
    }

    /** The running service, which ends with the process, and its data with it. */
    private Service start(ThrowAwayFolder data, Config ready) {
        try {
            var service = new Service(DataFolder.open(data.path()), ready, Clocks.system(), () -> {
                data.delete();
                Runtime.getRuntime().halt(FAILED_COMMIT);
            });
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                leaving.set(true);
                service.close();
                data.delete();
                Runtime.getRuntime().halt(0);
            }));
            return service;
        } catch (StartFailed failed) {
            data.delete();
            throw failed;
        }
    }

    private void invite(URI address, String token) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Muster listens on " + address);
        out.println("Open this to look on: " + address + "#token=" + token);
        out.flush();
    }

    private void play(Scenario scenario, double faster, Map<String, String> tokens, URI address)
            throws InterruptedException {
        say("");
        say(scenario.title() + " (" + scenario.steps().size() + " steps)");
        say(scenario.about());
        say("All data of this demo are thrown away when it ends. Ctrl-C ends it.");
        say("The story runs " + DECIMAL.format(faster)
                + " times faster than the clock. The rules are those"
                + " of config/rules.yaml, with holds and minutes divided by that (a hold is at least 1 s).");
        say("desk-2 answers some alerts; the others are yours.");
        var clock = new ClockPace(Clocks.system());
        Played played = new ScenarioPlayer(scenario, faster, tokens, clock, this::say)
                .play(address);
        say("");
        say("The scenario is over: " + played.recorded() + " steps recorded, " + played.failed()
                + " failed. The picture stays at " + address + " until Ctrl-C.");
    }

    private void say(String line) {
        if (!leaving.get()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }
}
