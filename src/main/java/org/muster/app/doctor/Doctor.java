package org.muster.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;

/** Does all checks, one after the other and each for a bounded time. */
public final class Doctor {
    /** A disk or a port that takes longer is ill. */
    private static final long CHECK_SECONDS_MAX = 5;

    static final List<Check> CHECKS = List.of(new VersionsCheck(), new ConfigurationCheck(),
            new FolderCheck(), new RecordCheck(), new SpaceCheck(), new FlushCheck(),
            new MemoryCheck(), new FilesCheck(), new PortCheck(), new CertificateCheck(),
            new ClockCheck());

    private final long checkSeconds;

    public Doctor() {
        this(CHECK_SECONDS_MAX);
    }

    Doctor(long checkSeconds) {
        this.checkSeconds = checkSeconds;
    }

    /** Hears how far it is, on any thread. */
    @FunctionalInterface
    public interface Progress {
        /** Looks at this subject now, with that part of everything done, from 0 to 1. */
        void at(String subject, double part);
    }

    /** All remarks, in the order of the checks. */
    public List<Remark> look(Patient patient, Progress progress) throws InterruptedException {
        var remarks = new ArrayList<Remark>();
        for (int i = 0; i < CHECKS.size(); i++) {
            Check check = CHECKS.get(i);
            int before = i;
            progress.at(check.subject(), (double) before / CHECKS.size());
            remarks.addAll(within(check, patient,
                    part -> progress.at(check.subject(), (before + part) / CHECKS.size())));
        }
        return remarks;
    }

    private List<Remark> within(Check check, Patient patient, DoubleConsumer progress)
            throws InterruptedException {
        var task = new FutureTask<List<Remark>>(() -> check.look(patient, progress));
        // A write that never comes back must not keep the process from ending.
        Thread.ofPlatform().daemon().name("doctor").start(task);
        try {
            return task.get(checkSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException hung) {
            return List.of(Remark.fail(check.subject(),
                    "nothing came back within " + checkSeconds + " s",
                    "Look at the kernel's log (dmesg): a disk or a mount that hangs looks like this."));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return List.of(Remark.fail(check.subject(), String.valueOf(cause),
                    "This could not be looked at; see what the message names."));
        }
    }
}
