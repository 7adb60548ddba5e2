package org.muster.model;

import java.util.List;

/**
 * Who does something: the credential's name (a call sign, a desk; {@code system} for the service itself) and role.
 *
 * @param areas what it is bound to; none for everything
 */
public record Actor(String name, Role role, List<String> areas) {

    /** The service itself. */
    public static final Actor SYSTEM = new Actor("system", Role.ADMIN);

    public Actor {
        areas = List.copyOf(areas);
    }

    /** Somebody who is bound to no areas. */
    public Actor(String name, Role role) {
        this(name, role, List.of());
    }
}
