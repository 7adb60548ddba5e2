package org.muster.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.access.Credential;

/** Shows credentials as a table, its columns as wide as what stands in them. */
final class TokenTable {
    private final Instant now;

    TokenTable(Instant now) {
        this.now = now;
    }

    void print(List<Credential> credentials, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("NAME", "ROLE", "AREAS", "RATE", "CREATED", "EXPIRES", "STATE"));
        credentials.forEach(credential -> rows.add(cells(credential)));
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    private List<String> cells(Credential credential) {
        Integer rate = credential.rate();
        return List.of(credential.name(), credential.role().slug(),
                credential.areas().isEmpty() ? "all" : String.join(",", credential.areas()),
                rate == null ? "role's" : rate.toString(), time(credential.createdAt(), ""),
                time(credential.expiresAt(), "never"), state(credential));
    }

    private String state(Credential credential) {
        if (credential.revokedAt() != null) {
            return "revoked " + time(credential.revokedAt(), "");
        }
        return credential.isValidAt(now) ? "valid" : "expired";
    }

    private static String time(@Nullable Instant instant, String otherwise) {
        return instant == null ? otherwise : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
