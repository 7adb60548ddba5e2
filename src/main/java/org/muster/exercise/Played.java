package org.muster.exercise;

/**
 * How a scenario went.
 *
 * @param recorded steps that the service holds now, done by the player or by somebody who was faster with an alert
 * @param failed steps that were refused, given up, or could not be sent because an earlier one was
 */
public record Played(int recorded, int failed) {}
