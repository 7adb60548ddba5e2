package org.muster.app.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

import com.sun.management.UnixOperatingSystemMXBean;

/** How many files and connections the service may have open: that of the running one, else that of one started here. */
final class FilesCheck implements Check {
    /** Databases, jars, event loops. */
    private static final long BESIDE_CONNECTIONS = 512;
    private static final String LINE = "Max open files";

    @Override
    public String subject() {
        return "open files";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) {
        OptionalLong service = patient.service();
        OptionalLong running = service.isPresent() ? limitOf(service.getAsLong()) : service;
        long limit = running.orElseGet(FilesCheck::ours);
        long wanted = patient.limits().connections().totalMax() + BESIDE_CONNECTIONS;
        String found = "at most " + limit
                + (running.isPresent() ? " in the running service" : " for a service started here")
                + "; " + wanted + " are wanted for limits.connections.totalMax";
        return List
                .of(limit < wanted
                        ? Remark.warn(subject(), found,
                                "Raise it: LimitNOFILE=" + wanted + " in the unit, or ulimit -n "
                                        + wanted + "; or lower totalMax.")
                        : Remark.ok(subject(), found));
    }

    private static long ours() {
        return ManagementFactory.getPlatformMXBean(
                java.lang.management.OperatingSystemMXBean.class) instanceof UnixOperatingSystemMXBean unix
                        ? unix.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE;
    }

    private static OptionalLong limitOf(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/limits"))
                    .stream()
                    .filter(line -> line.startsWith(LINE))
                    .map(line -> line.substring(LINE.length()).strip().split("\\s+", -1)[0])
                    .mapToLong(soft -> soft.equals("unlimited") ? Long.MAX_VALUE
                            : Long.parseLong(soft))
                    .findFirst();
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }
}
