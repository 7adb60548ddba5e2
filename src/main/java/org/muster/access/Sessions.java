package org.muster.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Sessions of browsers: in memory to be asked, in the file to survive a restart. Only the service has any. */
final class Sessions {
    /** More browsers of one credential than this are forgotten ones; the session that ends first goes. */
    private static final int PER_CREDENTIAL_MAX = 20;

    private final AccessDb db;
    private final InstantSource time;
    private final Duration validFor;
    private final Consumer<String> ended;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    /** A session as it is kept. */
    record Session(String hash, String credential, Instant expiresAt) {}

    /** @param ended hears the hash of each session that is no more */
    Sessions(AccessDb db, InstantSource time, Duration validFor, Consumer<String> ended) {
        this.db = db;
        this.time = time;
        this.validFor = validFor;
        this.ended = ended;
        db.sessions().forEach(session -> open.put(session.hash(), session));
    }

    /** A new session's secret. Blocks. */
    String open(String credential) {
        String secret = Secrets.fresh(Secrets.SESSION);
        var session = new Session(Secrets.hash(secret), credential, time.instant().plus(validFor));
        db.keep(session);
        open.put(session.hash(), session);
        long mine = open.values().stream().filter(it -> it.credential().equals(credential)).count();
        open.values()
                .stream()
                .filter(it -> it.credential().equals(credential))
                .sorted(Comparator.comparing(Session::expiresAt))
                .limit(Math.max(0, mine - PER_CREDENTIAL_MAX))
                .toList()
                .forEach(this::drop);
        return secret;
    }

    /** The credential's id of a session that has not expired. */
    Optional<String> credential(String secret) {
        if (!Secrets.isSecret(Secrets.SESSION, secret)) {
            return Optional.empty();
        }
        return Optional.ofNullable(open.get(Secrets.hash(secret)))
                .filter(session -> time.instant().isBefore(session.expiresAt()))
                .map(Session::credential);
    }

    /** Whether the session of this hash is open. */
    boolean isOpen(String hash) {
        Session session = open.get(hash);
        return session != null && time.instant().isBefore(session.expiresAt());
    }

    /** Blocks. */
    void close(String secret) {
        Session session = open.get(Secrets.hash(secret));
        if (session != null) {
            drop(session);
        }
    }

    /** Blocks when there are any. */
    void dropExpired() {
        Instant now = time.instant();
        open.values()
                .stream()
                .filter(session -> !now.isBefore(session.expiresAt()))
                .toList()
                .forEach(this::drop);
    }

    private void drop(Session session) {
        open.remove(session.hash());
        db.forget(session.hash());
        ended.accept(session.hash());
    }
}
