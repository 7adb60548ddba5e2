package org.muster.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label what it says it is, such as {@code CERTIFICATE}
 * @param body Base64 with line ends
 */
record Pem(String label, String body) {
    private static final Pattern BLOCK = Pattern
            .compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final int LINE = 64;

    /** All blocks of a text, in order; what stands between them is a comment. */
    static List<Pem> all(String text) {
        var blocks = new ArrayList<Pem>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Pem(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    /**
     * The bytes it holds.
     *
     * @throws IllegalArgumentException when it is not Base64
     */
    byte[] bytes() {
        return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    }

    /** A block as text. */
    static String text(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }
}
