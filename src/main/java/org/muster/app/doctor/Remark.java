package org.muster.app.doctor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of what the doctor says.
 *
 * @param subject what was looked at, in a word or two
 * @param found what is so
 * @param advice what to do; empty when nothing is
 * @param figures the numbers in it, by name, for programs
 */
public record Remark(String subject, Grade grade, String found, String advice,
        Map<String, Long> figures) {

    public Remark {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    static Remark ok(String subject, String found) {
        return new Remark(subject, Grade.OK, found, "", Map.of());
    }

    static Remark warn(String subject, String found, String advice) {
        return new Remark(subject, Grade.WARN, found, advice, Map.of());
    }

    static Remark fail(String subject, String found, String advice) {
        return new Remark(subject, Grade.FAIL, found, advice, Map.of());
    }

    Remark with(Map<String, Long> numbers) {
        return new Remark(subject, grade, found, advice, numbers);
    }
}
