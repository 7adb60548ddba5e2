package org.muster.model;

/** One thing wrong with an input: where (RFC 6901 pointer; empty for the whole) and what would be right. */
public record Fault(String pointer, String detail) {}
