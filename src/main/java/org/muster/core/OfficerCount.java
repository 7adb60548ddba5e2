package org.muster.core;

import org.muster.model.DeploymentState;
import org.muster.model.Strength;

/** Officers by where they stand, as running sums. */
final class OfficerCount {

    private long atScene;
    private long enRoute;
    private long requested;

    /** Adds {@code count} officers in a state; released ones are nowhere. A negative count takes them away. */
    void add(DeploymentState state, long count) {
        switch (state) {
            case AT_SCENE -> atScene += count;
            case COMMITTED, EN_ROUTE -> enRoute += count;
            case REQUESTED -> requested += count;
            case RELEASED -> {
            }
        }
    }

    void add(OfficerCount other) {
        atScene += other.atScene;
        enRoute += other.enRoute;
        requested += other.requested;
    }

    void subtract(OfficerCount other) {
        atScene -= other.atScene;
        enRoute -= other.enRoute;
        requested -= other.requested;
    }

    long atScene() {
        return atScene;
    }

    long enRoute() {
        return enRoute;
    }

    long requested() {
        return requested;
    }

    /** As it is shown; what is more than an int can hold is shown as the most it can. */
    Strength strength() {
        return strength(0);
    }

    /** As it is shown, with officers that are planned. */
    Strength strength(long planned) {
        return new Strength(shown(atScene), shown(enRoute), shown(requested), shown(planned));
    }

    static int shown(long people) {
        return (int) Math.min(people, Integer.MAX_VALUE);
    }
}
