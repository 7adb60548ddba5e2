package org.muster.view;

/** Where the newest view is read. */
@FunctionalInterface
public interface Views {

    /** The view after the newest commit: one volatile read, from any thread. */
    View now();
}
