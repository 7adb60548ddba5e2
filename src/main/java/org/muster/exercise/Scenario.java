package org.muster.exercise;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.muster.model.Role;

/**
 * Timed reports, plans and work on alerts that tell a story.
 *
 * @param about what it shows and what in it is made up, for people
 * @param speed seconds of the story in a second of the player, when nobody says otherwise
 * @param senders who reports, plans and works on alerts, by call sign or desk, in the file's order
 * @param steps in the order of their time
 */
public record Scenario(String title, String about, double speed, Map<String, Role> senders,
        List<Step> steps) {

    public Scenario {
        senders = Collections.unmodifiableMap(new LinkedHashMap<>(senders));
        steps = List.copyOf(steps);
    }

    /** From the first step to the last, at speed 1. */
    public Duration length() {
        return steps.isEmpty() ? Duration.ZERO : steps.getLast().at();
    }

    /** What a step sends. */
    public enum Kind {
        /** A report. */
        REPORT,
        /** A protest that is planned. */
        PLAN,
        /** Work on an alert that the story raised. */
        ALERT
    }

    /**
     * One report or plan, or one thing done with an alert.
     *
     * @param at from the start, at speed 1
     * @param by one of the senders
     * @param key what later steps call it, and the incident or protest that it opens
     * @param act heading of the part of the story that begins with it
     * @param says its fields as the API has them, with keys in place of ids, and in a plan spans in place of times; of
     *        an alert its rule, what it is about and the action beside them; {@link Filling} makes of it what is sent
     */
    public record Step(Duration at, String by, @Nullable String key, @Nullable String act,
            Kind kind, ObjectNode says) {

        public Step {
            says = says.deepCopy();
        }

        /** A copy of its own for each caller. */
        @Override
        public ObjectNode says() {
            return says.deepCopy();
        }
    }
}
