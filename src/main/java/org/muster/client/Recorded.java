package org.muster.client;

/**
 * A report or plan is in the record.
 *
 * @param subject id of the incident or protest that it opened, planned or updated; its own when it is of none
 * @param replayed whether it was there already
 */
public record Recorded(String subject, boolean replayed) {}
