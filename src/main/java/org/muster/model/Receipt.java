package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Our answer to an accepted report; when it is sent, the report and its effect are on disk.
 *
 * @param id the report's id
 * @param incident what it opened or updated; null for a unit report
 * @param leafHash RFC 6962 leaf hash of the entry's stored bytes, in hex
 */
public record Receipt(UUID id, long seq, Cursor cursor, Instant receivedAt, @Nullable UUID incident,
        List<String> areas, String leafHash, List<Warning> warnings) {

    public Receipt {
        areas = List.copyOf(areas);
        warnings = List.copyOf(warnings);
    }
}
