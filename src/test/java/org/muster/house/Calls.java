package org.muster.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

/** The calls of the JDK that a pure program leaves alone. */
final class Calls {
    private static final Set<String> CHANCE = Set.of("java.util.UUID.randomUUID",
            "java.lang.Math.random", "java.lang.StrictMath.random", "java.util.Collections.shuffle",
            "java.lang.Object.hashCode");

    private static final Set<String> MACHINE = Set.of("java.lang.System", "java.lang.Runtime",
            "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.ProcessHandle");

    private Calls() {}

    /** Reads the time of the machine, by call or by method reference. */
    static DescribedPredicate<JavaAccess<?>> clock() {
        return describe("the machine's clock", access -> {
            var owner = access.getTargetOwner().getFullName();
            var name = access.getTarget().getName();
            return switch (owner) {
                case "java.lang.System" ->
                        name.equals("currentTimeMillis") || name.equals("nanoTime");
                // tick(Clock, Duration) rounds a clock that was handed in; tickSeconds(ZoneId) and its like read ours.
                case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system")
                        || (name.startsWith("tick") && !name.equals("tick"));
                case "java.util.Date" -> name.equals("<init>")
                        && access.getTarget().getFullName().endsWith("<init>()");
                case "java.util.Calendar" -> name.equals("getInstance");
                default -> owner.startsWith("java.time.") && name.equals("now");
            };
        });
    }

    static DescribedPredicate<JavaAccess<?>> chanceOrMachine() {
        return describe("chance, the clock or the machine", access -> {
            var owner = access.getTargetOwner().getFullName();
            // System.arraycopy is a loop, not the machine.
            return (MACHINE.contains(owner) && !access.getTarget().getName().equals("arraycopy"))
                    || CHANCE.contains(owner + "." + access.getTarget().getName())
                    || clock().test(access);
        });
    }

    static DescribedPredicate<JavaClass> threadsOrChance() {
        return describe("threads or chance",
                type -> type.isAssignableTo(Thread.class)
                        || type.isAssignableTo(java.util.random.RandomGenerator.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.isAssignableTo(java.util.Timer.class)
                        || type.isAssignableTo(java.util.concurrent.Executor.class));
    }
}
