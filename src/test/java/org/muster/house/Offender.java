package org.muster.house;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Compiles a class that breaks a rule, so that the rule can be seen to bite. */
final class Offender {
    private Offender() {}

    /** The classes of one source text whose package and name are given; {@code dir} takes the files. */
    static JavaClasses compiled(Path dir, String packageName, String body) {
        var folder = dir.resolve(packageName.replace('.', '/'));
        var source = folder.resolve("Offender.java");
        try {
            Files.createDirectories(folder);
            Files.writeString(source,
                    "package " + packageName + "; public class Offender { " + body + " }");
            run(dir, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassFileImporter().importPath(dir);
    }

    private static void run(Path dir, Path source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-d", dir.toString(), "-proc:none", "-cp",
                    dir + java.io.File.pathSeparator + System.getProperty("java.class.path"));
            var task = compiler.getTask(said, files, null, options, null,
                    files.getJavaFileObjects(source));
            if (!task.call()) {
                throw new IllegalArgumentException("the offender does not compile: " + said);
            }
        }
    }
}
