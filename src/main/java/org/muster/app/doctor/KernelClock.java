package org.muster.app.doctor;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What the Linux kernel knows of its clock, asked by adjtimex(2) without changing anything, which everybody may.
 *
 * @param synchronised whether something keeps it right
 * @param errorMicros how far off it may be at most
 */
record KernelClock(boolean synchronised, long errorMicros) {
    /** struct timex on 64-bit machines; {@code modes} is 0: only read. */
    private static final long BYTES = 208;
    private static final long MAX_ERROR = 24;
    private static final long STATUS = 40;
    private static final int UNSYNCHRONISED = 0x0040;
    private static final int TIME_ERROR = 5;

    /** Empty where the kernel has no such call. */
    @SuppressWarnings("restricted") // the one call into the C library
    static Optional<KernelClock> read() {
        var linker = Linker.nativeLinker();
        var found = linker.defaultLookup().find("adjtimex");
        if (found.isEmpty() || ValueLayout.ADDRESS.byteSize() != Long.BYTES) {
            return Optional.empty();
        }
        var call = linker.downcallHandle(found.get(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (var arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(BYTES, Long.BYTES);
            int state = (int) call.invokeExact(timex);
            int status = timex.get(ValueLayout.JAVA_INT, STATUS);
            return state < 0 ? Optional.empty()
                    : Optional.of(
                            new KernelClock(state != TIME_ERROR && (status & UNSYNCHRONISED) == 0,
                                    timex.get(ValueLayout.JAVA_LONG, MAX_ERROR)));
        } catch (Throwable refused) {
            return Optional.empty();
        }
    }
}
