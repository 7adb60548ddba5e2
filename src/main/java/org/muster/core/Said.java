package org.muster.core;

/** What a report said of something, with its place in the effective order. */
public record Said<T>(Moment when, T what) {}
