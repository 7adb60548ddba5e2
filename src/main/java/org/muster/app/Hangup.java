package org.muster.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGHUP, by which an operator says that files are to be read again. Java has no name for it that a strict compiler
 * takes, so that it is looked up by its name.
 */
final class Hangup {
    private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);
    private static final String SIGNAL = "HUP";

    private Hangup() {}

    /** Runs something at each one from now on, on a thread of its own. Where there are no signals it only says so. */
    static void heard(Runnable then) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle runs = MethodHandles.publicLookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo((Runnable) () -> Thread.ofPlatform().name("hangup").start(then));
            Object listener = MethodHandleProxies.asInterfaceInstance(handler,
                    MethodHandles.dropArguments(runs, 0, signal));
            var _ = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(SIGNAL),
                            listener);
        } catch (ReflectiveOperationException | RuntimeException none) {
            LOG.warn("SIG{} is not heard here ({}). The rules can be read again with"
                    + " POST /api/v1/rules/reload.", SIGNAL, none.toString());
        }
    }
}
