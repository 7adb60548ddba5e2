package org.muster.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the field page consists of: the page and every file that it names, or that one of these names. A phone keeps
 * exactly these, so that the page opens without a network; the version changes with any of them.
 */
final class FieldFiles {
    /** What the list is served as. */
    static final String NAME = "field-files.js";

    private static final String PATH = "/field";
    private static final String PAGE = "field.html";
    private static final int VERSION_BYTES = 8;
    /** A file of ours, as pages, scripts and manifests name one; scripts name theirs with a dot and a slash. */
    private static final Pattern NAMED = Pattern.compile("(?:(?:href|src)=|\"src\":\\s*|from\\s*|"
            + "import\\s*\\(?\\s*)\"(?:\\./)?([\\w-]+\\.(?:js|css|svg|png|webmanifest))\"");

    private final Map<String, byte[]> all;

    /** Those among all files that are served, by name. */
    FieldFiles(Map<String, byte[]> all) {
        this.all = all;
    }

    /** A script that tells the page's worker: {@code self.fieldFiles = {version, files: {path: integrity}}}. */
    byte[] script() {
        String files = files().entrySet()
                .stream()
                .map(file -> "\"" + file.getKey() + "\":\"" + file.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String version = HexFormat.of()
                .formatHex(sha256(files.getBytes(StandardCharsets.UTF_8)), 0, VERSION_BYTES);
        return ("self.fieldFiles={\"version\":\"" + version + "\",\"files\":" + files + "};\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Each path with the hash of what is served there, as {@code integrity} has it. */
    Map<String, String> files() {
        Map<String, String> found = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>();
        waiting.add(PAGE);
        for (String name = waiting.poll(); name != null; name = waiting.poll()) {
            byte[] bytes = read(name);
            String path = name.equals(PAGE) ? PATH : "/" + name;
            boolean isNew = found.put(path,
                    "sha256-" + Base64.getEncoder().encodeToString(sha256(bytes))) == null;
            if (isNew && name.matches(".*\\.(html|js|webmanifest)")) {
                Matcher named = NAMED.matcher(new String(bytes, StandardCharsets.UTF_8));
                while (named.find()) {
                    waiting.add(named.group(1));
                }
            }
        }
        return found;
    }

    private byte[] read(String name) {
        byte[] found = all.get(name);
        if (found == null) {
            throw new IllegalStateException(
                    "the field page names a file that there is not: " + name);
        }
        return found;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
