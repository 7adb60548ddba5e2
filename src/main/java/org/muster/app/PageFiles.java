package org.muster.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.MimeMapping;

/** The files of the dashboard and of the field page as they lie in the program: read and packed once, kept in memory. */
final class PageFiles {
    private static final String INDEX = "/web/index.html";
    /** So many bytes of a digest tell versions apart. */
    private static final int TAG_BYTES = 8;

    private final Map<String, Kept> all;

    /**
     * @param gzipped what goes out to whoever takes it; empty where it saves nothing
     * @param tag changes when the file does; weak, because both forms share it
     */
    record Kept(Buffer plain, Optional<Buffer> gzipped, String type, String tag) {

        /** The same with something else about it that makes another version. */
        Kept tagged(String more) {
            return new Kept(plain, gzipped, type,
                    tag.substring(0, tag.length() - 1) + '-' + more + '"');
        }
    }

    private PageFiles(Map<String, Kept> all) {
        this.all = Map.copyOf(all);
    }

    /** Those of this program, which never change while it runs. */
    private static final class OfProgram {
        private static final PageFiles READ = read();
    }

    /** All of them. Fails when the program was built without. */
    static PageFiles ofProgram() {
        return OfProgram.READ;
    }

    private static PageFiles read() {
        var index = PageFiles.class.getResource(INDEX);
        if (index == null) {
            throw new IllegalStateException("the program holds no " + INDEX);
        }
        try {
            var place = index.toURI();
            if (!place.getScheme().equals("jar")) {
                return new PageFiles(kept(Path.of(place).resolveSibling("")));
            }
            try (var jar = FileSystems.newFileSystem(Path.of(jarOf(place)))) {
                return new PageFiles(kept(jar.getPath(INDEX).resolveSibling("")));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code jar:file:/a/muster.jar!/web/index.html} lies in {@code file:/a/muster.jar}. */
    private static URI jarOf(URI place) {
        var inside = place.getRawSchemeSpecificPart();
        return URI.create(inside.substring(0, inside.lastIndexOf("!/")));
    }

    /** Those of a folder, by name. */
    private static Map<String, Kept> kept(Path folder) throws IOException {
        var found = new HashMap<String, byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        found.put(FieldFiles.NAME, new FieldFiles(found).script());
        var all = new HashMap<String, Kept>();
        for (var file : found.entrySet()) {
            all.put(file.getKey(), kept(file.getKey(), file.getValue()));
        }
        return all;
    }

    private static Kept kept(String name, byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return new Kept(Buffer.buffer(content),
                packed.size() < content.length ? Optional.of(Buffer.buffer(packed.toByteArray()))
                        : Optional.empty(),
                type(name), tag(content));
    }

    private static String type(String name) {
        var type = MimeMapping.mimeTypeForFilename(name);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }

    private static String tag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The one of this name. */
    Optional<Kept> find(String name) {
        return Optional.ofNullable(all.get(name));
    }
}
