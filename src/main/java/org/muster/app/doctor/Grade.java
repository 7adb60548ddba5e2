package org.muster.app.doctor;

import java.util.Locale;

/** How grave a remark is; later is graver. */
public enum Grade {
    OK(0), WARN(1), FAIL(2);

    private final int exitCode;

    Grade(int exitCode) {
        this.exitCode = exitCode;
    }

    /** How the command ends when nothing is graver. */
    public int exitCode() {
        return exitCode;
    }

    /** As printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
