package org.muster.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a credential. Never holds a secret.
 *
 * @param areas the areas it may read; empty for all
 */
public record CredentialChange(Kind kind, String credential, String name, Role role,
        List<String> areas, @Nullable Instant expiresAt) {

    public CredentialChange {
        areas = List.copyOf(areas);
    }

    /** Made or revoked. */
    public enum Kind implements Slug {
        CREATED, REVOKED
    }
}
