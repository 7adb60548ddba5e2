package org.muster.model;

/** Who does something: the credential's name (a call sign, a desk; {@code system} for the service itself) and role. */
public record Actor(String name, Role role) {

    /** The service itself. */
    public static final Actor SYSTEM = new Actor("system", Role.ADMIN);
}
