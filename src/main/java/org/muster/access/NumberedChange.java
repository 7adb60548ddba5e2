package org.muster.access;

import org.muster.model.CredentialChange;

/**
 * Something that happened to a credential, to be written into the record.
 *
 * @param number from 1, without gaps
 * @param by who did it
 */
public record NumberedChange(long number, CredentialChange change, String by) {}
