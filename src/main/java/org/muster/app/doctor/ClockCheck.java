package org.muster.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

import org.muster.app.Clocks;

/** Whether something keeps the clock right, and whether it jumped while the doctor looked. */
final class ClockCheck implements Check {
    private static final Duration JUMP_MAX = Duration.ofMillis(50);
    /** A clock that may be further off than this dates reports wrong enough to matter to people. */
    private static final long ERROR_MICROS_MAX = 1_000_000;
    private static final long ASK_SECONDS = 2;
    private static final double MICROS_PER_MILLI = 1_000;

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Clocks clocks = patient.clocks();
        String zone = ", time zone " + ZoneId.systemDefault() + " (the record is in UTC)";
        Duration jump = patient.jump();
        if (jump.abs().compareTo(JUMP_MAX) > 0) {
            return List.of(Remark.warn(subject(),
                    "it jumped by " + jump.toMillis() + " ms while this was looked at" + zone,
                    "Something sets it instead of steering it: let chrony or ntpd slew, and let"
                            + " the host of a virtual machine leave it alone."));
        }
        Instant now = clocks.day().instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<KernelClock> kernel = KernelClock.read();
        if (kernel.isEmpty()) {
            return List.of(byName(now + zone));
        }
        KernelClock clock = kernel.get();
        String found = String.format(Locale.ROOT, "%s, %s%s", now,
                clock.synchronised()
                        ? String.format(Locale.ROOT, "kept right within %.1f ms",
                                clock.errorMicros() / MICROS_PER_MILLI)
                        : "kept right by nobody as far as the kernel knows",
                zone);
        boolean right = clock.synchronised() && clock.errorMicros() <= ERROR_MICROS_MAX;
        return List.of((right ? Remark.ok(subject(), found) : unkept(found))
                .with(Map.of("maxErrorMicros", clock.errorMicros())));
    }

    private Remark unkept(String found) {
        return Remark.warn(subject(), found,
                "Reports are dated by this clock. Run chrony or systemd-timesyncd (timedatectl"
                        + " set-ntp true); in a container look on its host.");
    }

    /** Where the kernel does not say, systemd may. */
    private Remark byName(String found) throws IOException, InterruptedException {
        try {
            Process asked = new ProcessBuilder("timedatectl", "show", "-p", "NTPSynchronized",
                    "--value").redirectErrorStream(true).start();
            boolean ended = asked.waitFor(ASK_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                asked.destroyForcibly();
            } else if (new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .equals("yes")) {
                return Remark.ok(subject(), found + ", kept right");
            }
            return unkept(found);
        } catch (IOException noSuchProgram) {
            return Remark.warn(subject(), found + "; whether anything keeps it right is not known",
                    "Neither the kernel nor timedatectl says. Compare it with another clock.");
        }
    }
}
