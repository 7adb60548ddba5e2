package org.muster.model;

import java.util.Locale;
import java.util.Optional;

/** A member of a closed set that has a stable name for the outside: {@code AT_SCENE} is {@code at-scene}. */
public interface Slug {

    /** The constant's Java name; every enum has it. */
    String name();

    /** The name that the outside sees: lower case, words joined by hyphens. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of {@code type} with this slug, if there is one. */
    static <E extends Enum<E> & Slug> Optional<E> find(Class<E> type, String slug) {
        for (E constant : type.getEnumConstants()) {
            if (constant.slug().equals(slug)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
