package org.muster.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One answer of {@code /metrics}, in Prometheus text or OpenMetrics, taken apart. Strict: what it does not know fails. */
public record Scraped(Map<String, Family> families, List<Sample> samples) {

    private static final Pattern SAMPLE = Pattern
            .compile("([a-z_0-9]+)(?:\\{(.*)})? (\\S+)(?: [0-9.]+)?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /** What is said of a metric: its kind, and its help. The name is as it is written in OpenMetrics. */
    public record Family(String name, String kind, String help) {}

    /** One line with a value. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** Takes it apart. */
    public static Scraped of(String text) {
        Map<String, String> kinds = new TreeMap<>();
        Map<String, String> helps = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        text.lines().filter(line -> !line.equals("# EOF")).forEach(line -> {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# TYPE ")) {
                kinds.put(words[2], words[3]);
            } else if (line.startsWith("# HELP ")) {
                helps.put(words[2], words[3]);
            } else {
                samples.add(sample(line));
            }
        });
        Map<String, Family> families = new TreeMap<>();
        kinds.forEach((name, kind) -> families.put(plain(name, kind),
                new Family(plain(name, kind), kind, helps.getOrDefault(name, ""))));
        return new Scraped(families, List.copyOf(samples));
    }

    /** Prometheus text names a counter with its suffix, OpenMetrics without. */
    private static String plain(String name, String kind) {
        return kind.equals("counter") && name.endsWith("_total")
                ? name.substring(0, name.length() - "_total".length())
                : name;
    }

    private static Sample sample(String line) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("no sample: " + line);
        }
        Map<String, String> labels = new TreeMap<>();
        String inBraces = matcher.group(2) == null ? "" : matcher.group(2);
        Matcher label = LABEL.matcher(inBraces);
        int end = 0;
        while (label.find() && label.start() == end) {
            labels.put(label.group(1), label.group(2));
            end = label.end();
        }
        if (end != inBraces.length()) {
            throw new AssertionError("no labels: " + line);
        }
        String value = matcher.group(3);
        return new Sample(matcher.group(1), labels,
                Double.parseDouble(value.equals("+Inf") ? "Infinity" : value));
    }

    /** The one value of a series. */
    public double value(String name, String... labels) {
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        List<Sample> found = named(name).filter(it -> it.labels().equals(wanted)).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + wanted + " is there " + found.size() + " times");
        }
        return found.getFirst().value();
    }

    /** The values of each label that the samples of a name have, in order; buckets' bounds are left out. */
    public Map<String, TreeSet<String>> labels(String name) {
        Map<String, TreeSet<String>> labels = new TreeMap<>();
        named(name).forEach(sample -> sample.labels().forEach((label, value) -> {
            if (!label.equals("le")) {
                labels.computeIfAbsent(label, key -> new TreeSet<>()).add(value);
            }
        }));
        return labels;
    }

    private Stream<Sample> named(String name) {
        return samples.stream().filter(it -> it.name().equals(name));
    }
}
