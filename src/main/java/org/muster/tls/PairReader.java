package org.muster.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads a certificate's and a key's file, goes on after a fault, and puts the two to the test. */
final class PairReader {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    /** A chain is a few kilobytes. */
    private static final long BYTES_MAX = 256 * 1024L;

    private final Path certificateFile;
    private final Path keyFile;
    private final List<Pair.Fault> faults = new ArrayList<>();

    PairReader(Path certificateFile, Path keyFile) {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
    }

    Pair.Read read() {
        List<X509Certificate> chain = chain();
        Optional<byte[]> encoded = text(keyFile, true).flatMap(this::encodedKey);
        if (!chain.isEmpty() && encoded.isPresent()) {
            match(chain.getFirst().getPublicKey(), encoded.get());
        }
        return faults.isEmpty()
                ? new Pair.Read.Good(new Pair(chain, Pem.text(KEY, encoded.orElseThrow())))
                : new Pair.Read.Faulty(faults);
    }

    static String pem(X509Certificate certificate) {
        try {
            return Pem.text(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException parsedBefore) {
            throw new IllegalStateException(parsedBefore);
        }
    }

    private List<X509Certificate> chain() {
        String text = text(certificateFile, false).orElse(null);
        if (text == null) {
            return List.of();
        }
        var chain = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (Pem block : Pem.all(text)) {
                if (block.label().equals(CERTIFICATE)) {
                    chain.add((X509Certificate) factory
                            .generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return noChain("certificate " + (chain.size() + 1) + " in it cannot be read: "
                    + broken.getMessage());
        }
        return chain.isEmpty()
                ? noChain("there is no certificate in it; it must hold the service's own, in PEM"
                        + " (-----BEGIN CERTIFICATE-----), and behind it those that signed it")
                : chain;
    }

    private List<X509Certificate> noChain(String why) {
        fault(false, why);
        return List.of();
    }

    private Optional<byte[]> encodedKey(String text) {
        List<Pem> blocks = Pem.all(text);
        for (Pem block : blocks) {
            if (block.label().equals(KEY)) {
                try {
                    return Optional.of(block.bytes());
                } catch (IllegalArgumentException broken) {
                    fault(true, "the key in it is not Base64");
                    return Optional.empty();
                }
            }
        }
        fault(true,
                blocks.stream()
                        .map(Pem::label)
                        .filter(label -> label.endsWith(KEY))
                        .findFirst()
                        .map(this::otherForm)
                        .orElse("there is no private key in it; it must be PKCS#8 in PEM"
                                + " (-----BEGIN PRIVATE KEY-----)"));
        return Optional.empty();
    }

    private String otherForm(String label) {
        String why = label.startsWith("ENCRYPTED")
                ? "the key is encrypted, and nobody is there to type its password;"
                : "the key is not in the form PKCS#8;";
        return why + " openssl pkcs8 -topk8 -nocrypt -in " + keyFile + " writes the right one";
    }

    /** What is signed with the key must be what the certificate vouches for. */
    private void match(PublicKey known, byte[] encoded) {
        String algorithm = known.getAlgorithm();
        if (!algorithm.equals("RSA") && !algorithm.equals("EC")) {
            fault(false, "its key is of the kind " + algorithm + "; use RSA or EC");
            return;
        }
        try {
            PrivateKey key = KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var signature = Signature
                    .getInstance(algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            byte[] text = "muster".getBytes(StandardCharsets.US_ASCII);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(known);
            signature.update(text);
            if (!signature.verify(signed)) {
                strange();
            }
        } catch (GeneralSecurityException broken) {
            strange();
        }
    }

    private void strange() {
        fault(true, "this is not the key of the first certificate in " + certificateFile);
    }

    private Optional<String> text(Path file, boolean ofKey) {
        String why;
        try {
            if (Files.size(file) <= BYTES_MAX) {
                return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            why = "it is too large for a PEM file";
        } catch (NoSuchFileException missing) {
            why = "there is no such file";
        } catch (AccessDeniedException denied) {
            why = "it may not be read by the user that the service runs as";
        } catch (IOException failed) {
            why = "it cannot be read: " + failed;
        }
        fault(ofKey, why);
        return Optional.empty();
    }

    private void fault(boolean ofKey, @Nullable String detail) {
        faults.add(new Pair.Fault(ofKey, ofKey ? keyFile : certificateFile,
                detail == null ? "" : detail));
    }
}
