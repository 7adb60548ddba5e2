package org.muster.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a certificate and its key. */
final class PairTest {
    private static Papers ec;
    private static Papers signed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make(@TempDir Path shared) throws Exception {
        ec = Papers.make(shared, "ec");
        signed = Papers.signed(shared, "signed");
    }

    @Test
    void a_certificate_and_its_key_are_read_with_what_they_say() {
        Pair pair = good(ec.certificate(), ec.key());
        assertThat(pair.chain()).hasSize(1);
        assertThat(pair.names()).containsExactlyInAnyOrder("127.0.0.1", "localhost");
        assertThat(Duration.between(Instant.now(), pair.expiresAt()).toDays()).isBetween(88L, 90L);
        assertThat(pair.holdsAt(Instant.now())).isTrue();
        assertThat(pair.holdsAt(pair.expiresAt())).isFalse();
        assertThat(pair.holdsAt(Instant.EPOCH)).isFalse();
        assertThat(pair.toString()).doesNotContain(pair.keyPem().lines().toList().get(1));
    }

    @Test
    void a_chain_is_read_whole_and_lasts_as_long_as_its_shortest_part() {
        Pair pair = good(signed.certificate(), signed.key());
        assertThat(pair.chain()).hasSize(2);
        assertThat(Duration.between(Instant.now(), pair.expiresAt()).toDays()).isBetween(58L, 60L);
    }

    @Test
    void what_is_written_out_reads_back_the_same() throws Exception {
        Pair pair = good(signed.certificate(), signed.key());
        Path chain = Files.writeString(folder.resolve("c"), "a comment\n" + pair.chainPem());
        assertThat(good(chain, Files.writeString(folder.resolve("k"), pair.keyPem())))
                .isEqualTo(pair);
    }

    @Test
    void both_may_stand_in_one_file() throws Exception {
        Path both = Files.writeString(folder.resolve("both.pem"),
                Files.readString(ec.key()) + Files.readString(ec.certificate()));
        assertThat(good(both, both)).isEqualTo(good(ec.certificate(), ec.key()));
    }

    @Test
    void a_key_of_another_certificate_is_found_out() throws Exception {
        Papers other = Papers.make(folder, "other");
        assertThat(words(ec.certificate(), other.key()))
                .contains("not the key of the first certificate in " + ec.certificate());
        assertThat(words(ec.certificate(), signed.key())).contains("not the key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"ENCRYPTED PRIVATE KEY|nobody is there to type",
                    "RSA PRIVATE KEY|openssl pkcs8 -topk8 -nocrypt",
                    "EC PRIVATE KEY|openssl pkcs8 -topk8 -nocrypt",
                    "CERTIFICATE|there is no private key in it"})
    void a_key_in_another_form_is_refused_with_what_to_do(String label, String words)
            throws Exception {
        Path key = Files.writeString(folder.resolve("k"),
                Files.readString(ec.key()).replace("PRIVATE KEY", label));
        assertThat(words(ec.certificate(), key)).contains(words);
    }

    @Test
    void a_kind_of_key_that_few_clients_speak_is_refused() throws Exception {
        Papers edwards = Papers.make(folder, "edwards", "-keyalg", "Ed25519");
        assertThat(words(edwards.certificate(), edwards.key())).contains("use RSA or EC");
    }

    @Test
    void missing_empty_and_huge_files_are_told_together() throws Exception {
        Path none = folder.resolve("none");
        assertThat(words(none, none)).contains(none + ": there is no such file; " + none);
        Path empty = Files.writeString(folder.resolve("empty"), "");
        assertThat(words(empty, empty)).contains("no certificate in it", "no private key in it");
        Path huge = Files.writeString(folder.resolve("huge"), "x".repeat(300_000));
        assertThat(words(huge, huge)).contains("too large");
        assertThat(words(folder, folder)).contains("cannot be read");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_is_broken_in_a_file_is_a_fault_and_no_failure(long seed) throws Exception {
        var random = new Random(seed);
        String certificate = Files.readString(ec.certificate());
        String key = Files.readString(ec.key());
        for (int i = 0; i < 100; i++) {
            Path bent = Files.writeString(folder.resolve("c"), bent(certificate, random));
            Path bentKey = Files.writeString(folder.resolve("k"), bent(key, random));
            assertThat(Pair.read(bent, bentKey)).isNotNull();
        }
    }

    private static String bent(String text, Random random) {
        var bent = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bent.length());
            if (random.nextBoolean()) {
                bent.setCharAt(at, (char) (' ' + random.nextInt(95)));
            } else {
                bent.delete(at, Math.min(bent.length(), at + random.nextInt(30)));
            }
        }
        return bent.toString();
    }

    private static Pair good(Path certificate, Path key) {
        return switch (Pair.read(certificate, key)) {
            case Pair.Read.Good(var pair) -> pair;
            case Pair.Read.Faulty faulty -> throw new AssertionError(faulty.words());
        };
    }

    private static String words(Path certificate, Path key) {
        return switch (Pair.read(certificate, key)) {
            case Pair.Read.Good(var pair) -> throw new AssertionError(pair);
            case Pair.Read.Faulty faulty -> faulty.words();
        };
    }
}
