package org.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Our answer to an accepted report; when it is sent, the report and its effect are on disk.
 *
 * @param id the report's id
 * @param incident the incident it opened or updated; null when it is of none
 * @param protest the protest it opened or updated; null when it is of none
 * @param leafHash RFC 6962 leaf hash of the entry's stored bytes, in hex
 * @param similar at most five open incidents near in place and time, nearest first
 */
public record Receipt(UUID id, long seq, Cursor cursor, Instant receivedAt, @Nullable UUID incident,
        @Nullable UUID protest, List<String> areas, String leafHash, List<UUID> similar,
        List<Warning> warnings) {

    public Receipt {
        areas = List.copyOf(areas);
        similar = List.copyOf(similar);
        warnings = List.copyOf(warnings);
    }
}
