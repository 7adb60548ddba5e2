package org.muster.tls;

import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A certificate with its chain, and the key that belongs to it. One that exists fits together.
 *
 * @param chain the service's own certificate first
 * @param keyPem the private key, PKCS#8 in PEM
 */
public record Pair(List<X509Certificate> chain, String keyPem) {
    /** A name in a certificate: of a host, or an address. */
    private static final List<Integer> NAMES = List.of(2, 7);

    public Pair {
        chain = List.copyOf(chain);
    }

    /** What reading two files came to. */
    public sealed interface Read {
        /** They can be used. */
        record Good(Pair pair) implements Read {}

        /** Why they cannot. */
        record Faulty(List<Fault> faults) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
            }

            /** All of it in one sentence. */
            public String words() {
                return String.join("; ",
                        faults.stream()
                                .map(fault -> fault.file() + ": " + fault.detail())
                                .toList());
            }
        }
    }

    /**
     * What is wrong with one of the files.
     *
     * @param ofKey it is that of the key
     */
    public record Fault(boolean ofKey, Path file, String detail) {}

    /** Reads both files and makes sure that they belong together. Blocks; never throws. */
    public static Read read(Path certificate, Path key) {
        return new PairReader(certificate, key).read();
    }

    /** The first moment at which one of the chain holds no longer. */
    public Instant expiresAt() {
        return chain.stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether a client would take it at that moment. */
    public boolean holdsAt(Instant now) {
        return !chain.getFirst().getNotBefore().toInstant().isAfter(now)
                && expiresAt().isAfter(now);
    }

    /** The hosts and addresses it is for, for people to read. */
    public List<String> names() {
        try {
            Collection<List<?>> names = chain.getFirst().getSubjectAlternativeNames();
            return names == null ? List.of()
                    : names.stream()
                            .filter(name -> NAMES.contains(name.getFirst()))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** The chain in PEM. */
    public String chainPem() {
        return String.join("", chain.stream().map(PairReader::pem).toList());
    }

    /** Says nothing of the key: this may end up in a log. */
    @Override
    public String toString() {
        return "certificate " + chain.getFirst().getSerialNumber().toString(16) + " until "
                + expiresAt();
    }
}
