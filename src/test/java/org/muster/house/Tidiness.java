package org.muster.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** What each detector finds wrong in a set of files, one line for each find. */
final class Tidiness {
    static final int LINES_MAX = 400;
    static final int METHOD_LINES_MAX = 60;

    // Written in pieces, so that this file does not find itself.
    private static final Pattern MARK = Pattern
            .compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern DATE = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b");
    private static final Pattern AUTHOR = Pattern.compile("@auth" + "or\\b");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sl" + "eep\\b");
    private static final Pattern DISABLED = Pattern.compile("@Dis" + "abled\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FETCHED = Pattern.compile("\\bimport\\('(\\.[^']+)'\\)");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*.*\\w.*\\..*?\\*/.*",
            Pattern.DOTALL);

    private Tidiness() {}

    static List<String> longFiles(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lineCount() > LINES_MAX)
                .map(file -> file.path() + " has " + file.lineCount() + " lines")
                .toList();
    }

    /** Scripts that are fetched later and do not say that the page's beginning is there already. */
    static List<String> scattered(List<SourceFile> files) {
        var found = new ArrayList<String>();
        var texts = new TreeMap<Path, String>();
        files.stream()
                .filter(file -> file.path().toString().endsWith(".js"))
                .forEach(file -> texts.put(file.path(), file.text()));
        texts.forEach((path, text) -> COMMENT.matcher(text)
                .replaceAll("")
                .lines()
                .flatMap(line -> FETCHED.matcher(line).results())
                .map(fetched -> path.resolveSibling(fetched.group(1)).normalize())
                .filter(later -> !texts.getOrDefault(later, "").contains("page.js';"))
                .forEach(
                        later -> found.add(later + ", which " + path + " fetches, lacks page.js")));
        return found;
    }

    /** Lines from the first modifier (or annotation) to the closing brace, exactly as the compiler counts. */
    static List<String> longMethods(List<SourceFile> files) {
        var sources = files.stream()
                .filter(SourceFile::isJava)
                .<JavaFileObject>map(Text::new)
                .toList();
        var found = new ArrayList<String>();
        if (sources.isEmpty()) {
            return found;
        }
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, ignored -> {}, List.of("-proc:none"), null, sources);
        try {
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                var lines = unit.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        var from = lines.getLineNumber(positions.getStartPosition(unit, method));
                        var to = lines.getLineNumber(positions.getEndPosition(unit, method));
                        if (to - from + 1 > METHOD_LINES_MAX) {
                            found.add(unit.getSourceFile().getName() + " " + method.getName()
                                    + " has " + (to - from + 1) + " lines");
                        }
                        return super.visitMethod(method, null);
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** A mark for later is fine as long as its line says by when. */
    static List<String> undatedMarks(List<SourceFile> files) {
        return linesWith(files, MARK).stream().filter(line -> !DATE.matcher(line).find()).toList();
    }

    static List<String> authors(List<SourceFile> files) {
        return linesWith(files, AUTHOR);
    }

    static List<String> sleepsInTests(List<SourceFile> files) {
        return linesWith(files.stream().filter(SourceFile::isTest).toList(), SLEEP);
    }

    static List<String> disabledTests(List<SourceFile> files) {
        return linesWith(files, DISABLED);
    }

    /** Every package of main says in a sentence what it is for, and is @NullMarked. */
    static List<String> undescribedPackages(List<SourceFile> files) {
        var infos = new TreeMap<Path, String>();
        for (var file : files) {
            var folder = file.path().getParent();
            if (!file.isMain() || !file.isJava() || folder == null) {
                continue;
            }
            if (file.path().endsWith("package-info.java")) {
                infos.put(folder, file.text());
            } else {
                infos.putIfAbsent(folder, "");
            }
        }
        return infos.entrySet()
                .stream()
                .filter(info -> !describes(info.getValue()))
                .map(Map.Entry::getKey)
                .map(folder -> folder + " lacks a described, @NullMarked package-info")
                .toList();
    }

    private static boolean describes(String info) {
        return SENTENCE.matcher(info).matches() && info.contains("\n@NullMarked\n");
    }

    /** The value that a share of all files does not exceed; 0 without files. */
    static int lineCountAt(double share, List<SourceFile> files) {
        var counts = files.stream().mapToInt(SourceFile::lineCount).sorted().toArray();
        return counts.length == 0 ? 0 : counts[(int) Math.ceil(share * counts.length) - 1];
    }

    private static List<String> linesWith(List<SourceFile> files, Pattern pattern) {
        var found = new ArrayList<String>();
        for (var file : files) {
            var number = 0;
            for (var line : file.text().lines().toList()) {
                number++;
                if (pattern.matcher(line).find()) {
                    found.add(file.path() + ":" + number + " " + line.strip());
                }
            }
        }
        return found;
    }

    /** A source file as the compiler reads it. */
    private static final class Text extends SimpleJavaFileObject {
        private final SourceFile file;

        Text(SourceFile file) {
            super(URI.create("text:///" + file.path().toString().replace('\\', '/')), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
