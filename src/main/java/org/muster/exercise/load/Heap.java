package org.muster.exercise.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Asks another Java process, by the JDK's own tool, what its heap holds. */
final class Heap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KIB_PER_MIB = 1024;
    private static final long WITHIN_SECONDS = 20;

    private Heap() {}

    /** MiB after a full collection; empty when the tool is missing or the process does not answer. */
    static OptionalDouble afterCollection(long pid) throws InterruptedException {
        return ask(pid, "GC.run").isEmpty() ? OptionalDouble.empty()
                : used(ask(pid, "GC.heap_info"));
    }

    /** The sum of what is in use, in MiB; classes are beside the heap. */
    static OptionalDouble used(String info) {
        var sum = info.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .map(USED::matcher)
                .filter(java.util.regex.Matcher::find)
                .mapToDouble(match -> Long.parseLong(match.group(1)))
                .sum();
        return sum > 0 ? OptionalDouble.of(sum / KIB_PER_MIB) : OptionalDouble.empty();
    }

    private static String ask(long pid, String question) throws InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var asked = new ProcessBuilder(tool, Long.toString(pid), question)
                    .redirectErrorStream(true)
                    .start();
            asked.getOutputStream().close();
            var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!asked.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return "";
            }
            return asked.exitValue() == 0 ? answer : "";
        } catch (IOException missing) {
            return "";
        }
    }
}
