package org.muster.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A certificate and its key in two files, made by the JDK's keytool; for 127.0.0.1 and localhost. */
public record Papers(Path certificate, Path key) {
    private static final String WORD = "nobody-keeps-this";
    private static final String NAME = "muster";
    private static final long KEYTOOL_SECONDS = 60;

    /** Writes {@code NAME.pem} and {@code NAME.key}; options of keytool may be added. */
    public static Papers make(Path folder, String name, String... options)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        var words = new ArrayList<>(List.of("-genkeypair", "-alias", NAME, "-dname", "CN=" + name,
                "-ext", "san=ip:127.0.0.1,dns:localhost"));
        words.addAll(List.of(options));
        if (!words.contains("-keyalg")) {
            words.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        if (!words.contains("-startdate")) {
            words.addAll(List.of("-startdate", "-1H"));
        }
        if (!words.contains("-validity")) {
            words.addAll(List.of("-validity", "90"));
        }
        keytool(store, words);
        return export(store, folder, name, NAME);
    }

    /** The same, signed by an authority of its own; the file of the certificate holds both. */
    public static Papers signed(Path folder, String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool(store, List.of("-genkeypair", "-alias", "authority", "-dname", "CN=authority",
                "-keyalg", "RSA", "-keysize", "2048", "-ext", "bc:c", "-validity", "60"));
        keytool(store,
                List.of("-genkeypair", "-alias", NAME, "-dname", "CN=" + name, "-signer",
                        "authority", "-keyalg", "RSA", "-keysize", "2048", "-ext",
                        "san=ip:127.0.0.1", "-validity", "90"));
        return export(store, folder, name, NAME);
    }

    /** Puts these in the place of others, the certificate first. */
    public void replace(Papers others) throws IOException {
        Files.copy(certificate, others.certificate, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(key, others.key, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The certificate in the file. */
    public X509Certificate read() {
        return switch (Pair.read(certificate, key)) {
            case Pair.Read.Good(var pair) -> pair.chain().getFirst();
            case Pair.Read.Faulty faulty -> throw new AssertionError(faulty.words());
        };
    }

    /** A client's view of the world in which this certificate alone is good. */
    public SSLContext trusted() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(NAME, read());
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return context(factory.getTrustManagers());
    }

    /** A client that takes everybody and remembers whom it saw. */
    public static SSLContext seeing(List<X509Certificate> seen) throws GeneralSecurityException {
        return context(new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type)
                    throws CertificateException {
                throw new CertificateException("no client");
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                seen.add(chain[0]);
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        });
    }

    private static SSLContext context(TrustManager... managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, new SecureRandom());
        return context;
    }

    private static Papers export(Path store, Path folder, String name, String alias)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, WORD.toCharArray());
        }
        var chain = new StringBuilder();
        for (var certificate : keys.getCertificateChain(alias)) {
            chain.append(Pem.text("CERTIFICATE", certificate.getEncoded()));
        }
        return new Papers(Files.writeString(folder.resolve(name + ".pem"), chain),
                Files.writeString(folder.resolve(name + ".key"), Pem.text("PRIVATE KEY",
                        keys.getKey(alias, WORD.toCharArray()).getEncoded())));
    }

    private static void keytool(Path store, List<String> options)
            throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(options);
        words.addAll(
                List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", WORD));
        Process process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("keytool.log").toFile())
                .start();
        if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(Files.readString(store.resolveSibling("keytool.log")));
        }
    }
}
