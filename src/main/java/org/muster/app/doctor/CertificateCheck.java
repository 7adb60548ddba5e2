package org.muster.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

import org.muster.config.Server;
import org.muster.tls.Pair;

/** How long the configured certificate holds, and who can read its key. */
final class CertificateCheck implements Check {
    private static final long WARN_DAYS = 21;

    @Override
    public String subject() {
        return "certificate";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) throws IOException {
        Server.Tls tls = patient.server().tls();
        if (!tls.isOn()) {
            return List.of();
        }
        return List.of(switch (Pair.read(tls.certificateFile(), tls.keyFile())) {
            case Pair.Read.Faulty faulty -> Remark.fail(subject(), faulty.words(),
                    "Put a certificate and its key there. A service that runs goes on with the one"
                            + " it has.");
            case Pair.Read.Good(var pair) ->
                    dated(pair, patient.clocks().day().instant(), tls.keyFile());
        });
    }

    private Remark dated(Pair pair, Instant now, Path key) throws IOException {
        long days = Duration.between(now, pair.expiresAt()).toDays();
        String found = "for "
                + (pair.names().isEmpty() ? "no host" : String.join(", ", pair.names()))
                + ", until " + pair.expiresAt() + " (" + days + " days)";
        var figures = Map.of("daysLeft", days);
        if (!pair.holdsAt(now)) {
            return Remark
                    .fail(subject(), found,
                            "It does not hold now: browsers refuse it. Put a"
                                    + " new one there; it is taken without a restart.")
                    .with(figures);
        }
        if (pair.names().isEmpty()) {
            return Remark
                    .fail(subject(), found,
                            "Without a subjectAltName no client takes it. Have"
                                    + " one made for the name that people type.")
                    .with(figures);
        }
        if (days < WARN_DAYS) {
            return Remark
                    .warn(subject(), found, "Renew it; the new one is taken without a restart.")
                    .with(figures);
        }
        boolean open = Files.getFileStore(key).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ);
        return (open
                ? Remark.warn(subject(), found,
                        "Everybody on this machine can read its key:" + " chmod 600 " + key + ".")
                : Remark.ok(subject(), found)).with(figures);
    }
}
