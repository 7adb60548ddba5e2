package org.muster.exercise;

/**
 * How a scenario went.
 *
 * @param recorded steps that the service holds now
 * @param failed steps that were refused, given up, or could not be sent because an earlier one was
 */
public record Played(int recorded, int failed) {}
