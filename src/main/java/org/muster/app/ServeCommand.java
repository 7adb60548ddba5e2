package org.muster.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.config.Config;
import org.muster.config.Server;

/** Runs the service until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Runs the service until SIGTERM or Ctrl-C.", footerHeading = "%nExamples:%n",
        footer = {"  muster serve", "  muster serve --data /var/lib/muster --config /etc/muster",
                "  MUSTER_SERVER_PORT=9000 muster serve --data data",
                "  kill -HUP PID        reads rules.yaml again, without a break"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped in order", "1:could not start",
                "2:wrong arguments or configuration",
                "3:the disk failed: start again, no repair is needed"})
public final class ServeCommand implements Callable<Integer> {
    private static final int FAILED_COMMIT = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "Folder of the record (default: ${DEFAULT-VALUE}); made when missing.")
    private Path data;

    @Option(names = "--config", paramLabel = "DIR",
            description = "Folder of the configuration (default: config, of the working directory"
                    + " or else of the program).")
    private @Nullable Path config;

    @Option(names = "--port", paramLabel = "N",
            description = "Port to listen on; 0 takes a free one (default: server.port, 8080).")
    private @Nullable Integer port;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (port != null) {
            environment.put("MUSTER_SERVER_PORT", port.toString());
        }
        Config ready = Configuration.load(config, environment, err);
        if (ready == null) {
            return 2;
        }
        Path rules = Configuration.folder(config).resolve(Config.RULES_FILE);
        try {
            Service service = new Service(DataFolder.open(data), ready,
                    inForce -> inForce.withRulesOf(rules), Clocks.system(),
                    () -> Runtime.getRuntime().halt(FAILED_COMMIT));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                service.close();
                Runtime.getRuntime().halt(0);
            }));
            Hangup.heard(service::reload);
            PrintWriter out = spec.commandLine().getOut();
            out.println("Muster listens on " + address(ready.server(), service.port()));
            out.flush();
        } catch (StartFailed failed) {
            err.println(failed.getMessage());
            return failed.exitCode();
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static String address(Server server, int port) {
        String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return (server.tls().isOn() ? "https://" : "http://") + host + ":" + port + "/";
    }
}
