package org.muster.door;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Compares what a body is said to be: its Content-Type, without or with the one charset that JSON has. */
public final class MediaTypes {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private MediaTypes() {}

    /** A JSON text. */
    public static boolean isJson(@Nullable String header) {
        return is(header, JSON);
    }

    /** JSON texts, one a line. */
    public static boolean isLines(@Nullable String header) {
        return is(header, LINES);
    }

    /** Whether a Content-Encoding header leaves the body as it is. */
    public static boolean isIdentity(@Nullable String header) {
        return header == null || header.equalsIgnoreCase("identity");
    }

    private static boolean is(@Nullable String header, String type) {
        if (header == null || header.equals(type)) {
            return header != null;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals(type)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
