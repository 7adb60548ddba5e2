package org.muster.exercise.load;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;

/**
 * Where it was measured, without names.
 *
 * @param load processes that wanted to run in the minute before; negative when the system does not say
 */
public record Machine(int cores, long memoryMiB, String system, String java, double load) {
    private static final long MIB = 1024 * 1024;

    /** This one, now. */
    static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / MIB,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                system.getSystemLoadAverage());
    }

    /** Files and sockets that this process, and each one that it starts, may have open. */
    public static long descriptorsMax() {
        return ManagementFactory
                .getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? unix.getMaxFileDescriptorCount()
                        : Long.MAX_VALUE;
    }
}
