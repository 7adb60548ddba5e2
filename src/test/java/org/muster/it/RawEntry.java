package org.muster.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

/** An entry of the record with the very bytes that stand in it, cut out of what the service sent. */
record RawEntry(JsonNode json, String text) {
    private static final int PAGE = 1000;

    /** Everything in the record, oldest first, as an auditor reads it. */
    static List<RawEntry> journal(Api auditor) throws IOException, InterruptedException {
        var all = new ArrayList<RawEntry>();
        var after = "";
        while (true) {
            var page = auditor.bytes("journal?limit=" + PAGE + after);
            var entries = in(page);
            if (entries.isEmpty()) {
                return all;
            }
            all.addAll(entries);
            after = "&after=" + Api.JSON.readTree(page).path("cursor").asText();
        }
    }

    /** The entries of a body that has them in a field "entries" at its top. */
    static List<RawEntry> in(byte[] body) throws IOException {
        var found = new ArrayList<RawEntry>();
        try (var parser = Api.JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var entries = parser.currentName().equals("entries");
                if (parser.nextToken() != JsonToken.START_ARRAY || !entries) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    var from = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    var to = (int) parser.currentLocation().getByteOffset();
                    var text = new String(Arrays.copyOfRange(body, from, to),
                            StandardCharsets.UTF_8);
                    found.add(new RawEntry(Api.JSON.readTree(text), text));
                }
            }
        }
        return found;
    }

    long seq() {
        return json.path("seq").asLong();
    }

    boolean isReport() {
        return json.path("type").asText().equals("report");
    }

    /** The report as the record keeps it. */
    JsonNode report() {
        return Objects.requireNonNull(json.path("body").get("report"), text);
    }

    String reportId() {
        return report().path("id").asText();
    }

    List<String> areas() {
        return strings(json.path("areas"));
    }

    /** RFC 6962, section 2.1, computed here from the bytes. */
    String leafHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
