package org.muster.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Tokens, session secrets and tickets: 32 random bytes behind a prefix that says what it is. With so much chance in
 * them a plain SHA-256 is enough to keep; nobody can try them all.
 */
final class Secrets {
    static final String TOKEN = "muster_";
    static final String SESSION = "musters_";
    static final String TICKET = "mustert_";

    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_CHARS = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String fresh(String prefix) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text can be one of ours; what cannot is never looked for. */
    static boolean isSecret(String prefix, String text) {
        return text.length() == prefix.length() + RANDOM_CHARS && text.startsWith(prefix);
    }

    /** The one form in which a secret is kept. */
    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
