package org.muster.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Leaf hashes of RFC 6962, section 2.1: SHA-256 over a zero byte and the entry's stored bytes. */
public final class Leaf {

    private static final byte PREFIX = 0x00;

    private Leaf() {}

    /** The leaf hash, 32 bytes. */
    public static byte[] hash(byte[] entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PREFIX);
            return digest.digest(entry);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
