package org.muster.model;

/** A partner's number for the same incident. */
public record ExternalRef(String agency, String ref) {}
