package org.muster.model;

/** How much an alert matters, worst first. As CAP 1.2 has it: Extreme, Severe, Moderate, Minor. */
public enum Severity implements Slug {
    CRITICAL, HIGH, MEDIUM, LOW
}
