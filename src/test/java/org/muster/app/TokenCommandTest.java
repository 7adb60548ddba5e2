package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import org.muster.access.Access;
import org.muster.access.Credential;
import org.muster.config.SignIn;
import org.muster.model.Role;

/** {@code muster token …} on a folder of its own. */
final class TokenCommandTest {
    @TempDir
    private Path folder;

    /** What a run of the command came to. */
    private record Ran(int code, String out, String err) {}

    @Test
    void create_prints_the_token_alone_on_the_last_line_of_stdout() {
        Ran ran = run("create", "--role", "field", "--name", "RT21", "--areas", "rotherham",
                "--expires", "30d", "--rate", "7");
        assertThat(ran.code).isZero();
        assertThat(ran.out).matches("muster_[A-Za-z0-9_-]{43}\\R");
        assertThat(ran.err).contains("RT21", "shown this once").doesNotContain("Warning");
        try (Access access = Access.open(data(), InstantSource.system(), SignIn.defaults())) {
            assertThat(access.known(ran.out.strip())).hasValueSatisfying(credential -> {
                assertThat(credential.name()).isEqualTo("RT21");
                assertThat(credential.role()).isEqualTo(Role.FIELD);
                assertThat(credential.areas()).containsExactly("rotherham");
                assertThat(credential.rate()).isEqualTo(7);
                assertThat(credential.expiresAt())
                        .isEqualTo(credential.createdAt().plusSeconds(30L * 24 * 3600));
            });
        }
    }

    @Test
    void the_service_may_have_the_file_open_meanwhile() throws IOException {
        Files.createDirectory(data());
        try (Access access = Access.open(data(), InstantSource.system(), SignIn.defaults())) {
            String token = run("create", "--role", "viewer", "--name", "wall").out.strip();
            assertThat(access.find(token).join()).map(Credential::name).contains("wall");
            assertThat(run("revoke", "wall").code).isZero();
            access.poll();
            assertThat(access.known(token)).isEmpty();
        }
    }

    @Test
    void list_shows_all_but_secrets() {
        String token = run("create", "--role", "field", "--name", "RT21", "--expires", "12h").out;
        run("create", "--role", "viewer", "--name", "wall", "--areas", "rotherham,barnsley");
        run("revoke", "wall");
        Ran ran = run("list");
        assertThat(ran.code).isZero();
        List<String> lines = ran.out.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("NAME +ROLE +AREAS +RATE +CREATED +EXPIRES +STATE");
        assertThat(ran.out).containsPattern("RT21 +field +all +role's .* valid")
                .containsPattern("wall +viewer +rotherham,barnsley .* never +revoked ")
                .doesNotContain(token.strip().substring(7));
    }

    @Test
    void a_name_that_is_taken_fails_and_says_how_to_go_on() {
        run("create", "--role", "field", "--name", "RT21");
        Ran again = run("create", "--role", "viewer", "--name", "RT21");
        assertThat(again.code).isEqualTo(1);
        assertThat(again.out).isEmpty();
        assertThat(again.err).contains("muster token revoke RT21");
    }

    @Test
    void areas_that_are_not_on_the_map_are_warned_of_and_taken() {
        Ran ran = run("create", "--role", "viewer", "--name", "wall", "--areas", "rotheram");
        assertThat(ran.code).isZero();
        assertThat(ran.err).contains("Warning", "no area rotheram");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"create --name RT21|--role",
                    "create --role boss --name RT21|viewer, field, controller",
                    "create --role field --name system|not \"system\"",
                    "create --role field --name RT21 --expires soon|30d, 12h, 90m",
                    "create --role field --name RT21 --rate 0|1 or more",
                    "create --role field --name RT21 --rate x|--rate",
                    "create --role viewer --name wall --areas elsewhere|cannot be granted",
                    "revoke|NAME", "destroy|destroy"})
    void wrong_arguments_end_with_2_and_say_what_would_be_right(String arguments, String words) {
        Ran ran = run(arguments.split(" "));
        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.out).isEmpty();
        assertThat(ran.err).contains(words).doesNotContain("\tat ");
    }

    @Test
    void what_cannot_be_done_ends_with_1() throws IOException {
        assertThat(run("list")).satisfies(ran -> {
            assertThat(ran.code).isEqualTo(1);
            assertThat(ran.err).contains("--data names the service's data folder");
        });
        assertThat(data()).doesNotExist();
        run("create", "--role", "field", "--name", "RT21");
        assertThat(run("revoke", "RT99").code).isEqualTo(1);
        Files.writeString(data().resolve(Access.FILE),
                "not a database at all, is it? ".repeat(100));
        assertThat(run("list").code).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "create --help"})
    void help_comes_with_examples(String arguments) {
        Ran ran = run(arguments.split(" "));
        assertThat(ran.code).isZero();
        assertThat(ran.out).contains("Examples:", "muster token create --role field");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        if (List.of("create", "list", "revoke").contains(arguments[0])) {
            all.addAll(List.of("--data", data().toString()));
        }
        int code = new CommandLine(new TokenCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }
}
