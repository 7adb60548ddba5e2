package org.muster.config;

/** Where the service listens. */
public record Server(@Setting(value = "127.0.0.1",
        doc = "Address to listen on; loopback only in this version, which has no TLS") String host,
        @Setting(value = "8080", min = "0", max = "65535",
                doc = "Port to listen on; 0 takes a free one") int port) {

    /** As shipped. */
    public static Server defaults() {
        return Binder.defaults(Server.class);
    }
}
