package org.muster.access;

/** What making a credential came to. */
public sealed interface Creation {

    /** It is in the file; the token is nowhere else and cannot be had again. */
    record Created(Credential credential, String token) implements Creation {}

    /** A credential of this name is not revoked yet. */
    record NameTaken(Credential holder) implements Creation {}
}
