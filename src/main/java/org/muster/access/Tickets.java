package org.muster.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** One-time tickets, in memory only: a restart ends them, and they would not outlive it by much. */
final class Tickets {
    /** Far more than all screens need in the life of a ticket; beyond it the oldest goes. */
    private static final int TICKETS_MAX = 10_000;

    private final InstantSource time;
    private final Duration validFor;
    private final Map<String, Ticket> open = new LinkedHashMap<>();

    /** @param session hash of the session it was asked for in, if any */
    record Ticket(String credential, @Nullable String session, Instant expiresAt) {}

    Tickets(InstantSource time, Duration validFor) {
        this.time = time;
        this.validFor = validFor;
    }

    String issue(String credential, @Nullable String session) {
        String ticket = Secrets.fresh(Secrets.TICKET);
        Instant now = time.instant();
        synchronized (open) {
            open.values().removeIf(old -> !now.isBefore(old.expiresAt()));
            if (open.size() >= TICKETS_MAX) {
                open.remove(open.keySet().iterator().next());
            }
            open.put(Secrets.hash(ticket), new Ticket(credential, session, now.plus(validFor)));
        }
        return ticket;
    }

    /** What it stands for, the first time and in time. */
    Optional<Ticket> redeem(String ticket) {
        if (!Secrets.isSecret(Secrets.TICKET, ticket)) {
            return Optional.empty();
        }
        synchronized (open) {
            return Optional.ofNullable(open.remove(Secrets.hash(ticket)))
                    .filter(found -> time.instant().isBefore(found.expiresAt()));
        }
    }
}
