package org.muster.config;

/**
 * One thing wrong in what an operator set.
 *
 * @param file the file's name, or {@code environment}
 * @param where key or pointer, with the line if there is one; empty for the whole file
 * @param detail what is wrong and what would be right
 */
public record ConfigFault(String file, String where, String detail) {

    /** One line for a person. */
    public String text() {
        return where.isEmpty() ? file + ": " + detail : file + ": " + where + ": " + detail;
    }
}
