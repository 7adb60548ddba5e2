package org.muster.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.muster.app.doctor.Doctor;
import org.muster.app.doctor.Grade;
import org.muster.app.doctor.Patient;
import org.muster.app.doctor.Remark;
import org.muster.config.Config;
import org.muster.wire.Json;

/** Says whether this machine, the data folder and the configuration are fit for the service. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = {
        "Looks over this machine, the data folder and the configuration, and says what to do.",
        "Takes a few seconds, changes nothing, and may run beside the service."},
        footerHeading = "%nExamples:%n",
        footer = {"  muster doctor", "  muster doctor --data /var/lib/muster --config /etc/muster",
                "  sudo -u muster muster doctor --data /var/lib/muster   as the service's user",
                "  muster doctor --json | jq '.checks[] | select(.grade != \"ok\")'"},
        exitCodeListHeading = "%nExit codes (those of a Nagios plugin):%n",
        exitCodeList = {"0:all is well", "1:it works, and something should be looked at",
                "2:something does not work, or wrong arguments"})
public final class DoctorCommand implements Callable<Integer> {
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long EVERY_NANOS = 500_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "Folder of the record (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(names = "--config", paramLabel = "DIR",
            description = "Folder of the configuration (default: config, of the working directory"
                    + " or else of the program).")
    private @Nullable Path config;

    @Option(names = "--port", paramLabel = "N",
            description = "Port that the service listens on (default: server.port, 8080).")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Prints one JSON object instead of the table.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (port != null) {
            environment.put("MUSTER_SERVER_PORT", port.toString());
        }
        Path folder = Configuration.folder(config);
        Clocks clocks = Clocks.system();
        var patient = new Patient(data, folder, Config.load(folder, environment), clocks);
        List<Remark> remarks = new Doctor().look(patient, new Progress(clocks)::at);
        Grade worst = remarks.stream().map(Remark::grade).max(Grade::compareTo).orElse(Grade.OK);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(remarks, worst, patient));
        } else {
            print(remarks, patient, out);
        }
        out.flush();
        return worst.exitCode();
    }

    private static void print(List<Remark> remarks, Patient patient, PrintWriter out) {
        int width = remarks.stream().mapToInt(remark -> remark.subject().length()).max().orElse(0);
        String line = "%-4s  %-" + Math.max(width, 1) + "s  %s%n";
        for (Remark remark : remarks) {
            out.printf(Locale.ROOT, line, remark.grade().word(), remark.subject(), remark.found());
            if (!remark.advice().isEmpty()) {
                out.printf(Locale.ROOT, line, "", "", "→ " + remark.advice());
            }
        }
        out.printf(Locale.ROOT, "%n%d ok, %d to look at, %d that do not work; %.1f s.%n",
                count(remarks, Grade.OK), count(remarks, Grade.WARN), count(remarks, Grade.FAIL),
                (patient.clocks().nanos().getAsLong() - patient.beganNanos()) / NANOS_PER_SECOND);
    }

    private static long count(List<Remark> remarks, Grade grade) {
        return remarks.stream().filter(remark -> remark.grade() == grade).count();
    }

    private static String json(List<Remark> remarks, Grade worst, Patient patient) {
        return new String(Json.object(out -> {
            out.writeStringField("at", patient.beganAt().truncatedTo(ChronoUnit.MILLIS).toString());
            out.writeStringField("version", Version.current());
            out.writeStringField("data", patient.data().toString());
            out.writeStringField("grade", worst.word());
            out.writeArrayFieldStart("checks");
            for (Remark remark : remarks) {
                out.writeStartObject();
                out.writeStringField("subject", remark.subject());
                out.writeStringField("grade", remark.grade().word());
                out.writeStringField("found", remark.found());
                if (!remark.advice().isEmpty()) {
                    out.writeStringField("advice", remark.advice());
                }
                for (var figure : remark.figures().entrySet()) {
                    out.writeNumberField(figure.getKey(), figure.getValue());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        }), StandardCharsets.UTF_8);
    }

    /** Says on stderr what is looked at, when it takes longer than two seconds. */
    private final class Progress {
        private final Clocks clocks;
        private final long began;
        private long said;

        Progress(Clocks clocks) {
            this.clocks = clocks;
            this.began = clocks.nanos().getAsLong();
            this.said = began + QUIET_NANOS - EVERY_NANOS;
        }

        synchronized void at(String subject, double part) {
            long now = clocks.nanos().getAsLong();
            if (now - said < EVERY_NANOS) {
                return;
            }
            said = now;
            PrintWriter err = spec.commandLine().getErr();
            err.printf(Locale.ROOT, "looking at: %s, %.0f %% done, about %.0f s left%n", subject,
                    100 * part, Math.ceil(
                            (now - began) / NANOS_PER_SECOND * (1 - part) / Math.max(part, 0.01)));
            err.flush();
        }
    }
}
