package org.muster.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.muster.app.Clocks;
import org.muster.config.Config;
import org.muster.journal.sqlite.SqliteJournal;
import org.muster.tls.Papers;

/** What the doctor says of folders and ports that are ill in one way each. */
final class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void of_a_healthy_folder_it_says_that_all_of_it_is_well() throws Exception {
        Path data = folder("data");
        new SqliteJournal(data.resolve("journal.db"), "first").close();
        for (String subject : List.of("versions", "configuration", "data folder", "record",
                "port")) {
            assertThat(one(subject, data, Map.of())).as(subject).satisfies(remark -> {
                assertThat(remark.grade()).as(remark.found()).isEqualTo(Grade.OK);
                assertThat(remark.advice()).isEmpty();
            });
        }
        assertThat(one("record", data, Map.of()).found()).contains("epoch first", "empty",
                "no service runs on it");
        assertThat(one("versions", data, Map.of()).found()).contains("Muster ", "Java 25",
                "SQLite 3.");
    }

    @Test
    void it_leaves_nothing_behind() throws Exception {
        Path data = folder("data");
        assertThat(
                new Doctor().look(patient(data, Map.of(), Clocks.system()), (subject, part) -> {}))
                .extracting(Remark::subject)
                .startsWith("versions", "configuration")
                .endsWith("clock");
        try (var left = Files.list(data)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_flush_is_measured_on_the_folders_own_disk() throws Exception {
        Remark flush = one("disk flush", folder("data"), Map.of());
        assertThat(flush.figures()).containsKeys("p50Micros", "p99Micros", "maxMicros", "flushes",
                "commitsPerSecond");
        assertThat(flush.figures().get("flushes")).isBetween(3L, 1_000L);
        assertThat(flush.found()).contains("commits a second");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"1000|ext4|OK|", "30|ext4|OK|", "8|ext4|WARN|too quick to be true",
                    "60000|xfs|WARN|power-loss protection", "1000|tmpfs|WARN|memory and no disk",
                    "1000|nfs4|WARN|disk of this machine"})
    void a_flush_is_judged_by_how_long_it_takes_and_where(long micros, String kind, Grade grade,
            String advice) {
        long[] nanos = new long[200];
        Arrays.fill(nanos, micros * 1_000);
        Remark remark = FlushCheck.judge(nanos, kind);
        assertThat(remark.grade()).isEqualTo(grade);
        assertThat(remark.advice()).contains(advice == null ? "" : advice);
        assertThat(remark.figures()).containsEntry("p50Micros", micros)
                .containsEntry("commitsPerSecond", Math.round(1e6 / micros));
    }

    @Test
    void a_few_flushes_that_stall_are_told() {
        long[] nanos = new long[100];
        Arrays.fill(nanos, 1_000_000L);
        Arrays.fill(nanos, 95, 100, 900_000_000L);
        assertThat(FlushCheck.judge(nanos, "ext4").grade()).isEqualTo(Grade.WARN);
    }

    @Test
    void a_full_disk_fails_and_says_what_to_do() throws Exception {
        try (var disk = Mount.of(folder.resolve("full"), 2)) {
            fill(disk.path().resolve("ballast"));
            Remark space = one("disk space", disk.path(), Map.of());
            assertThat(space.grade()).isEqualTo(Grade.FAIL);
            assertThat(space.advice()).contains("Free some space", "resumes by itself");
            Remark flush = one("disk flush", disk.path(), Map.of());
            assertThat(flush.grade()).isEqualTo(Grade.FAIL);
            assertThat(flush.found()).contains("No space left");
        }
    }

    @Test
    void a_read_only_folder_fails() throws Exception {
        try (var disk = Mount.of(folder.resolve("ro"), 2)) {
            disk.makeReadOnly();
            assertThat(one("data folder", disk.path(), Map.of())).satisfies(remark -> {
                assertThat(remark.grade()).isEqualTo(Grade.FAIL);
                assertThat(remark.found()).contains("read-only");
            });
            assertThat(one("disk flush", disk.path(), Map.of()).grade()).isEqualTo(Grade.FAIL);
        }
    }

    @Test
    void a_folder_that_others_can_read_is_told() throws Exception {
        Path data = folder("data");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Remark remark = one("data folder", data, Map.of());
        assertThat(remark.grade()).isEqualTo(Grade.WARN);
        assertThat(remark.advice()).contains("chmod 700 " + data);
    }

    @Test
    void a_file_where_the_folder_should_be_fails() throws Exception {
        Path file = Files.writeString(folder.resolve("data"), "");
        assertThat(one("data folder", file, Map.of()).grade()).isEqualTo(Grade.FAIL);
    }

    @Test
    void what_is_no_record_is_told_and_not_touched() throws Exception {
        Path data = folder("data");
        Path file = Files.writeString(data.resolve("journal.db"), "nothing of the kind".repeat(99));
        Remark remark = one("record", data, Map.of());
        assertThat(remark.grade()).isEqualTo(Grade.FAIL);
        assertThat(remark.advice()).contains("Change nothing");
        assertThat(file).hasContent("nothing of the kind".repeat(99));
    }

    @Test
    void a_port_that_somebody_else_has_fails() throws Exception {
        try (var taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangUp(taken));
            Remark remark = one("port", folder("data"),
                    Map.of("MUSTER_SERVER_PORT", Integer.toString(taken.getLocalPort())));
            assertThat(remark.grade()).isEqualTo(Grade.FAIL);
            assertThat(remark.found()).contains("is taken");
            assertThat(remark.advice()).contains("--port", "ss -ltnp");
        }
    }

    @Test
    void an_address_that_this_machine_does_not_have_fails() throws Exception {
        Remark remark = one("port", folder("data"), Map.of("MUSTER_SERVER_PORT", "8080",
                "MUSTER_SERVER_HOST", "192.0.2.7", "MUSTER_SERVER_BEHIND_PROXY", "192.0.2.1"));
        assertThat(remark.grade()).isEqualTo(Grade.FAIL);
        assertThat(remark.advice()).contains("an address of this machine");
    }

    @Test
    void every_fault_of_the_configuration_is_a_line() throws Exception {
        List<Remark> faults = all("configuration", folder("data"),
                Map.of("MUSTER_SERVER_PORT", "x", "MUSTER_SERVER_HOST", "0.0.0.0"));
        assertThat(faults).hasSize(2)
                .allSatisfy(remark -> assertThat(remark.grade()).isEqualTo(Grade.FAIL));
    }

    @Test
    void a_certificate_is_judged_by_the_days_that_are_left() throws Exception {
        assertThat(all("certificate", folder("data"), Map.of())).isEmpty();
        assertThat(certificate("60").grade()).isEqualTo(Grade.OK);
        assertThat(certificate("10")).satisfies(remark -> {
            assertThat(remark.grade()).isEqualTo(Grade.WARN);
            assertThat(remark.figures()).containsEntry("daysLeft", 9L);
            assertThat(remark.found()).contains("127.0.0.1, localhost");
        });
    }

    @Test
    void an_expired_certificate_fails() throws Exception {
        assertThat(certificate("10", "-startdate", "-20d").grade()).isEqualTo(Grade.FAIL);
    }

    @Test
    void a_clock_that_jumps_while_it_looks_is_told() throws Exception {
        var day = new AtomicLong(Instant.now().toEpochMilli());
        var clocks = new Clocks(
                () -> Instant.ofEpochMilli(day.addAndGet(Duration.ofSeconds(7).toMillis())),
                System::nanoTime);
        Remark clock = new ClockCheck().look(patient(folder("data"), Map.of(), clocks), part -> {})
                .getFirst();
        assertThat(clock.grade()).isEqualTo(Grade.WARN);
        assertThat(clock.found()).contains("it jumped by");
    }

    @Test
    void the_clock_is_asked_of_the_kernel() throws Exception {
        Remark clock = one("clock", folder("data"), Map.of());
        assertThat(clock.found()).contains("time zone");
        assertThat(clock.grade()).isIn(Grade.OK, Grade.WARN);
        assertThat(KernelClock.read()).isPresent();
    }

    @Test
    void what_never_comes_back_is_told_after_a_while_and_the_rest_goes_on() throws Exception {
        var never = new CountDownLatch(1);
        var asked = new ArrayList<String>();
        Clocks clocks = new Clocks(Instant::now, () -> {
            // The measurement of the disk alone asks for this clock on a thread of the doctor's.
            if (Thread.currentThread().getName().equals("doctor")) {
                wait(never);
            }
            return System.nanoTime();
        });
        List<Remark> remarks = new Doctor(1).look(patient(folder("data"), Map.of(), clocks),
                (subject, part) -> asked.add(subject));
        never.countDown();
        assertThat(remarks).filteredOn(remark -> remark.found().contains("within 1 s"))
                .extracting(Remark::subject)
                .contains("disk flush");
        assertThat(asked).contains("port", "clock");
    }

    private Remark certificate(String days, String... options) throws Exception {
        var words = new ArrayList<>(List.of("-validity", days));
        words.addAll(List.of(options));
        Papers papers = Papers.make(folder, "papers" + days + options.length,
                words.toArray(String[]::new));
        Files.setPosixFilePermissions(papers.key(), PosixFilePermissions.fromString("rw-------"));
        return one("certificate", folder("data"), Map.of("MUSTER_SERVER_TLS_CERTIFICATE",
                papers.certificate().toString(), "MUSTER_SERVER_TLS_KEY", papers.key().toString()));
    }

    private Path folder(String name) throws IOException {
        Path made = folder.resolve(name);
        return Files.isDirectory(made) ? made
                : Files.createDirectory(made, PosixFilePermissions
                        .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Remark one(String subject, Path data, Map<String, String> settings)
            throws Exception {
        List<Remark> all = all(subject, data, settings);
        assertThat(all).as(subject).hasSize(1);
        return all.getFirst();
    }

    private static List<Remark> all(String subject, Path data, Map<String, String> settings)
            throws Exception {
        Check asked = Doctor.CHECKS.stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        return asked.look(patient(data, settings, Clocks.system()), part -> {});
    }

    private static Patient patient(Path data, Map<String, String> settings, Clocks clocks) {
        var environment = new HashMap<>(Map.of("MUSTER_SERVER_PORT", "0"));
        environment.putAll(settings);
        return new Patient(data, Path.of("config"), Config.load(Path.of("config"), environment),
                clocks);
    }

    private static void fill(Path file) throws IOException {
        byte[] much = new byte[64 * 1024];
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 1_000; i++) {
                out.write(much);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static void hangUp(ServerSocket taken) {
        try {
            while (!taken.isClosed()) {
                taken.accept().close();
            }
        } catch (IOException over) {
            assertThat(taken.isClosed()).isTrue();
        }
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
