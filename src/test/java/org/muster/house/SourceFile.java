package org.muster.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that people read: its path within the project, and its text. */
record SourceFile(Path path, String text) {
    private static final List<String> ROOTS = List.of("src/main", "src/test", "src/test-browser");
    private static final List<String> KINDS = List.of(".java", ".js", ".css");

    /** All of ours, in the order of their paths; what libraries ship lies under target. */
    static List<SourceFile> all() {
        return ROOTS.stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(SourceFile::under)
                .sorted()
                .filter(path -> KINDS.stream().anyMatch(path.toString()::endsWith))
                .map(SourceFile::read)
                .toList();
    }

    private static Stream<Path> under(Path root) {
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isJava() {
        return path.toString().endsWith(".java");
    }

    boolean isMain() {
        return path.startsWith("src/main/java");
    }

    boolean isTest() {
        return path.startsWith("src/test") || path.startsWith("src/test-browser");
    }

    int lineCount() {
        return (int) text.lines().count();
    }
}
