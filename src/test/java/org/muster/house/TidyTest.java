package org.muster.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house is tidy; and each detector finds the mess it is there for. */
final class TidyTest {
    private static final List<SourceFile> ALL = SourceFile.all();

    @Test
    void the_sources_are_found() {
        assertThat(ALL).extracting(file -> file.path().toString().replace('\\', '/'))
                .contains("src/main/java/org/muster/Muster.java", "src/main/web/main.js",
                        "src/test/java/org/muster/house/TidyTest.java");
        System.out.printf("files: %d, lines: median %d, nine in ten up to %d, longest %d%n",
                ALL.size(), Tidiness.lineCountAt(0.5, ALL), Tidiness.lineCountAt(0.9, ALL),
                Tidiness.lineCountAt(1, ALL));
    }

    @Test
    void no_file_is_longer_than_400_lines() {
        assertThat(Tidiness.longFiles(ALL)).isEmpty();
    }

    @Test
    void no_method_is_longer_than_60_lines() {
        assertThat(Tidiness.longMethods(ALL)).isEmpty();
    }

    @Test
    void nothing_is_left_for_later_without_a_date() {
        assertThat(Tidiness.undatedMarks(ALL)).isEmpty();
    }

    @Test
    void no_file_names_an_author() {
        assertThat(Tidiness.authors(ALL)).isEmpty();
    }

    @Test
    void no_test_sleeps() {
        assertThat(Tidiness.sleepsInTests(ALL)).isEmpty();
    }

    @Test
    void no_test_is_switched_off() {
        assertThat(Tidiness.disabledTests(ALL)).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        assertThat(Tidiness.undescribedPackages(ALL)).isEmpty();
    }

    @Test
    void what_the_page_begins_with_stays_in_one_piece() {
        assertThat(Tidiness.scattered(ALL)).isEmpty();
    }

    // From here on: the detectors detect.

    @ParameterizedTest
    @ValueSource(strings = {"A.java", "a.js", "a.css"})
    void a_file_of_401_lines_is_found_and_one_of_400_is_not(String name) {
        assertThat(Tidiness.longFiles(file("src/main/" + name, "x\n".repeat(401)))).hasSize(1);
        assertThat(Tidiness.longFiles(file("src/main/" + name, "x\n".repeat(400)))).isEmpty();
    }

    @Test
    void a_script_that_comes_later_and_lacks_the_beginning_is_found() {
        var given = file("src/main/web/parts/a.js", "/** @type {import('./b.js').B} */ let b;\n"
                + "import('../c.js');\nimport('./d.js');");
        var files = List.of(given.getFirst(),
                file("src/main/web/c.js", "import './page.js';").getFirst(),
                file("src/main/web/parts/d.js", "import './e.js';").getFirst());
        assertThat(Tidiness.scattered(files)).containsExactly(
                "src/main/web/parts/d.js, which src/main/web/parts/a.js fetches, lacks page.js");
    }

    @Test
    void a_method_of_61_lines_is_found_and_one_of_60_is_not() {
        assertThat(Tidiness.longMethods(file("src/main/java/A.java", method(61)))).hasSize(1);
        assertThat(Tidiness.longMethods(file("src/main/java/A.java", method(60)))).isEmpty();
    }

    @Test
    void a_long_method_is_found_in_a_record_in_a_lambda_and_despite_braces_in_strings() {
        var nested = "class B { Object o = (Runnable) () -> { new Object() { " + method("m", 61)
                + " }; }; String s = \"}}\"; }";
        assertThat(Tidiness.longMethods(file("src/main/java/B.java", nested))).hasSize(1);
        var compact = "record C(int x) { C {" + "\n".repeat(60) + "} }";
        assertThat(Tidiness.longMethods(file("src/main/java/C.java", compact))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO", "FIX"})
    void a_mark_without_a_date_is_found_and_one_with_a_date_is_not(String start) {
        var mark = "// " + (start.equals("TO") ? "TO" + "DO" : "FIX" + "ME") + " later";
        assertThat(Tidiness.undatedMarks(file("src/main/web/a.js", mark))).hasSize(1);
        assertThat(Tidiness.undatedMarks(file("src/main/web/a.js", mark + " 2027-01-31")))
                .isEmpty();
    }

    @Test
    void an_author_is_found() {
        assertThat(Tidiness.authors(file("src/main/java/A.java", "/** @auth" + "or me */")))
                .hasSize(1);
    }

    @Test
    void a_sleep_is_found_in_a_test_only() {
        var sleep = "Thread.sl" + "eep(10);";
        assertThat(Tidiness.sleepsInTests(file("src/test/java/A.java", sleep))).hasSize(1);
        assertThat(Tidiness.sleepsInTests(file("src/test-browser/java/A.java", sleep))).hasSize(1);
        assertThat(Tidiness.sleepsInTests(file("src/main/java/A.java", sleep))).isEmpty();
    }

    @Test
    void a_test_that_is_switched_off_is_found() {
        var off = "@Dis" + "abled void x() {}";
        assertThat(Tidiness.disabledTests(file("src/test/java/A.java", off))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@NullMarked\npackage a;", "/** Says. */\npackage a;",
            "/** */\n@NullMarked\npackage a;", "/** no end */\n@NullMarked\npackage a;"})
    void a_package_that_says_too_little_is_found(String info) {
        assertThat(Tidiness
                .undescribedPackages(file("src/main/java/org/muster/a/package-info.java", info)))
                .hasSize(1);
    }

    @Test
    void a_package_without_package_info_is_found_and_a_described_one_is_not() {
        assertThat(Tidiness
                .undescribedPackages(file("src/main/java/org/muster/a/A.java", "package a;")))
                .hasSize(1);
        assertThat(Tidiness.undescribedPackages(file("src/main/java/org/muster/a/package-info.java",
                "/** Says what it is. */\n@NullMarked\npackage a;\n"))).isEmpty();
    }

    @Test
    void median_and_nine_in_ten_are_counted() {
        var files = List.of(new SourceFile(Path.of("a.js"), "x\n"),
                new SourceFile(Path.of("b.js"), "x\n".repeat(5)),
                new SourceFile(Path.of("c.js"), "x\n".repeat(9)));
        assertThat(Tidiness.lineCountAt(0.5, files)).isEqualTo(5);
        assertThat(Tidiness.lineCountAt(0.9, files)).isEqualTo(9);
    }

    private static List<SourceFile> file(String path, String text) {
        return List.of(new SourceFile(Path.of(path), text));
    }

    private static String method(int lines) {
        return "class A { " + method("m", lines) + " }";
    }

    private static String method(String name, int lines) {
        return "void " + name + "() {" + "\n".repeat(lines - 1) + "}";
    }
}
