package org.muster.config;

import java.nio.file.Path;
import java.util.List;

/** Where the service listens, and how it may be reached from outside of this machine. */
public record Server(@Setting(value = "127.0.0.1",
        doc = "Address to listen on, 0.0.0.0 for all; beyond loopback only with tls or behindProxy") String host,
        @Setting(value = "8080", min = "0", max = "65535",
                doc = "Port to listen on; 0 takes a free one") int port,
        @Setting(value = "",
                doc = "Addresses or networks (`192.0.2.7`, `10.1.0.0/16`) of the proxies whose X-Forwarded-For, -Proto and -Host are believed; nobody else's are") List<Network> behindProxy,
        Tls tls) {

    public Server {
        behindProxy = List.copyOf(behindProxy);
    }

    /** As shipped. */
    public static Server defaults() {
        return Binder.defaults(Server.class);
    }

    /** Whether it is made to be reached from outside of this machine. */
    public boolean leavesLoopback() {
        return tls.isOn() || !behindProxy.isEmpty();
    }

    /** The files of the certificate and its key; without them plain HTTP. */
    public record Tls(@Setting(value = "",
            doc = "PEM file of the service's certificate and, behind it, those that signed it; relative to this folder, looked at again every few seconds") String certificate,
            @Setting(value = "",
                    doc = "PEM file of the certificate's key, PKCS#8 without a password") String key) {

        /** Whether HTTPS is spoken. */
        public boolean isOn() {
            return !certificate.isEmpty() || !key.isEmpty();
        }

        /** The certificate's file. */
        public Path certificateFile() {
            return Path.of(certificate);
        }

        /** The key's file. */
        public Path keyFile() {
            return Path.of(key);
        }

        Tls in(Path folder) {
            return new Tls(in(folder, certificate), in(folder, key));
        }

        private static String in(Path folder, String file) {
            return file.isEmpty() ? file : folder.resolve(file).toString();
        }
    }

    Server in(Path folder) {
        return new Server(host, port, behindProxy, tls.in(folder));
    }
}
