package org.muster.model;

import java.time.Instant;
import java.util.UUID;

/**
 * Two protests that come close in place and time, seen from one of them.
 *
 * @param protest the other one
 * @param opposed whether either stands against the other
 * @param distance metres on the ground between their places, to a tenth
 * @param from when both are there or on their way: windows with the time that people take to disperse
 */
public record Clash(UUID protest, boolean opposed, double distance, Instant from, Instant to) {}
