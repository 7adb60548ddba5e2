package org.muster.wire;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;

import org.muster.model.Report;

/** The canonical form of a report: what "the same content" means when an id comes a second time. */
public final class ReportJson {

    private ReportJson() {}

    /** Equal reports give equal bytes, whatever the order or spelling they came in. */
    public static byte[] canonical(Report report) {
        try {
            return Mapper.RECORDS.writeValueAsBytes(report);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** SHA-256 of {@link #canonical}, in hex. */
    public static String contentSha256(Report report) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical(report));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
