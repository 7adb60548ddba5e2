package org.muster.access;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.model.Actor;
import org.muster.model.Role;

/**
 * Somebody or something that may come in. Holds no secret.
 *
 * @param id made by us, never used again
 * @param name call sign or desk; unique among those not revoked
 * @param areas the areas it may read, with their descendants; empty for all
 * @param rate single requests a second, or null for what its role has
 * @param expiresAt when it ends by itself, or null for never
 * @param revokedAt when somebody ended it, or null
 */
public record Credential(String id, String name, Role role, List<String> areas,
        @Nullable Integer rate, Instant createdAt, @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public Credential {
        areas = List.copyOf(areas);
        if (rate != null && rate < 1) {
            throw new IllegalArgumentException("a rate is 1 or more");
        }
    }

    /** Who it stands for in the record. */
    public Actor actor() {
        return new Actor(name, role, areas);
    }

    /** Whether it opens a door at this moment. */
    public boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
