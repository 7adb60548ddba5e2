package org.muster.config;

import java.time.Duration;

/** Every bound on what comes in or piles up. At each of them something stated happens. */
public record Limits(Http http, Json json, Stream stream, Connections connections, Rates rates,
        Recorder recorder, Disk disk) {

    /** As shipped. */
    public static Limits defaults() {
        return Binder.defaults(Limits.class);
    }

    /** Bounds of one request. */
    public record Http(
            @Setting(value = "4KiB", min = "256", max = "64KiB",
                    doc = "Longest request line; beyond it 431") int requestLineBytes,
            @Setting(value = "8KiB", min = "512", max = "256KiB",
                    doc = "All header fields of a request; beyond it 431") int headersBytes,
            @Setting(value = "64KiB", min = "1KiB", max = "16MiB",
                    doc = "Body of a single report, and each line of a batch; beyond it 413") int bodyBytes,
            @Setting(value = "10s", min = "100ms", max = "5m",
                    doc = "From the first byte to the end of the header; then the connection is closed") Duration headerWithin,
            @Setting(value = "10s", min = "100ms", max = "5m",
                    doc = "For the body of a request that is not a batch; then 408") Duration bodyWithin,
            @Setting(value = "10s", min = "100ms", max = "5m",
                    doc = "A batch that brings no whole line for this long ends with 408") Duration lineWithin,
            @Setting(value = "75s", min = "1s", max = "1h",
                    doc = "A connection without a request for this long is closed") Duration idleWithin,
            @Setting(value = "2000", min = "1", max = "100000",
                    doc = "Lines of one batch under way in the recorder; more of it is not read until some are done") int batchLinesMax) {}

    /** Bounds of a JSON text. */
    public record Json(
            @Setting(value = "16", min = "4", max = "1000",
                    doc = "Deepest nesting; beyond it 400") int depthMax,
            @Setting(value = "2000", min = "50", max = "1000000",
                    doc = "Most tokens; beyond it 400") int tokensMax,
            @Setting(value = "32", min = "8", max = "1000",
                    doc = "Longest number in characters; beyond it 400") int numberMax,
            @Setting(value = "64", min = "32", max = "10000",
                    doc = "Longest name of a member in characters; beyond it 400") int nameMax,
            @Setting(value = "8192", min = "128", max = "1000000",
                    doc = "Longest string in characters; beyond it 400") int stringMax,
            @Setting(value = "2000", min = "16", max = "100000",
                    doc = "Longest free text in code points; beyond it 422") int textMax) {}

    /** Bounds of one stream connection. */
    public record Stream(@Setting(value = "64KiB", min = "1KiB", max = "16MiB",
            doc = "Largest frame and message from a client; beyond it close 1009") int messageBytes,
            @Setting(value = "16", min = "1", max = "1000",
                    doc = "Most fragments of a message from a client; beyond it close 1009") int fragmentsMax,
            @Setting(value = "10s", min = "100ms", max = "5m",
                    doc = "A client must subscribe within this time; then close 4400") Duration subscribeWithin,
            @Setting(value = "20s", min = "100ms", max = "10m",
                    doc = "A ping is sent this often") Duration pingEvery,
            @Setting(value = "10s", min = "50ms", max = "5m",
                    doc = "A ping unanswered for this long ends the connection") Duration pongWithin,
            @Setting(value = "2s", min = "50ms", max = "1m",
                    doc = "How long a closing handshake may take") Duration closeWithin,
            @Setting(value = "10s", min = "100ms", max = "10m",
                    doc = "A socket that drains nothing for this long is closed 4408; the client resumes") Duration drainWithin) {}

    /** How many connections may be open. */
    public record Connections(
            @Setting(value = "8", min = "1", max = "100000",
                    doc = "Streams of one credential; beyond it 429") int perUserMax,
            @Setting(value = "64", min = "1", max = "100000",
                    doc = "Connections from one address; beyond it the new one is closed") int perAddressMax,
            @Setting(value = "5000", min = "1", max = "1000000",
                    doc = "Connections in all; beyond it the new one is closed") int totalMax) {}

    /** Single requests a second; beyond them 429. Batches are bound by back-pressure instead. */
    public record Rates(@Setting(value = "20", min = "1", max = "1000000",
            doc = "Single reports a second of a field unit, and as many other requests, unless its token has a rate of its own") int unitPerSecond,
            @Setting(value = "100", min = "1", max = "1000000",
                    doc = "Single reports a field unit may send at once after a pause, and as many other requests") int unitBurst,
            @Setting(value = "50", min = "1", max = "1000000",
                    doc = "Single reports a second of any other credential, and as many other requests, unless its token has a rate of its own") int deskPerSecond,
            @Setting(value = "100", min = "1", max = "1000000",
                    doc = "Single reports any other credential may send at once after a pause, and as many other requests") int deskBurst,
            @Setting(value = "5", min = "1", max = "1000000",
                    doc = "Requests a second without a valid credential, from one address; pages and health are free") int addressPerSecond,
            @Setting(value = "10", min = "1", max = "1000000",
                    doc = "Requests without a valid credential at once, from one address") int addressBurst) {}

    /** What may wait to be recorded. */
    public record Recorder(
            @Setting(value = "8192", min = "16", max = "1000000",
                    doc = "Reports waiting to be recorded; beyond it 503") int queueReportsMax,
            @Setting(value = "16MiB", min = "64KiB", max = "1GiB",
                    doc = "Bytes waiting to be recorded; beyond it 503") int queueBytes,
            @Setting(value = "4096", min = "1", max = "100000",
                    doc = "Most entries of one commit") int commitEntriesMax) {}

    /** Free space on the data folder's disk. */
    public record Disk(
            @Setting(value = "2GiB", min = "0",
                    doc = "Below this the service warns") long warnBytes,
            @Setting(value = "512MiB", min = "0",
                    doc = "Below this, or the share below if that is smaller, nothing is recorded: 503") long refuseBytes,
            @Setting(value = "5", min = "0", max = "50",
                    doc = "The share of the disk, in per cent") int refusePercent) {

        /** The floor for a disk of this size. */
        public long floorBytes(long diskBytes) {
            return Math.min(refuseBytes, diskBytes / 100 * refusePercent);
        }
    }
}
