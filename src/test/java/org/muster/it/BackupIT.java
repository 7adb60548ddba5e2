package org.muster.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is taken beside a service that writes, and what is made of it is that record up to there. */
final class BackupIT {
    private static final int SENDERS = 20;

    @TempDir
    private Path folder;

    private final Queue<Sender.Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void under_twenty_senders_all_acknowledged_before_it_is_in_it_and_the_restored_figures_are_those_of_then()
            throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup");
        List<Sender.Acknowledged> before;
        JsonNode then;
        try (var service = ServiceProcess.start(data);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var auditor = service.token("auditor", "audit");
            var revoked = service.token("controller", "gone");
            run("token", "revoke", "gone", "--data", data.toString());
            var senders = send(service, threads);
            Eventually.until("600 reports", () -> acknowledged.size() >= 600,
                    service.output()::toString);
            before = List.copyOf(acknowledged);
            var made = run("backup", "--data", data.toString(), "--to", backup.toString());
            var after = acknowledged.size();
            stop.set(true);
            for (var sender : senders) {
                sender.get();
            }
            var words = String.join("\n", made.output().out());
            assertThat(words).contains("Backed up", "entries", "MiB", backup.toString());
            checkModes(backup);
            var api = new Api(service::url, auditor);
            var manifest = manifest(backup);
            then = then(api, manifest);
            System.out.println(before.size() + " reports before the backup, " + after
                    + " when it was done, entries in it: " + manifest.path("head"));
            restoreAndCompare(backup, before, then, auditor, revoked, service);
        } finally {
            stop.set(true);
        }
    }

    /** The picture at the backup's head; a millisecond earlier when later entries have the moment of the head. */
    private static JsonNode then(Api api, JsonNode manifest) throws Exception {
        var newest = manifest.path("newestAt").asText();
        var picture = api.get("picture?at=" + newest);
        var seq = picture.path("cursor").asText().replaceAll(".*\\.", "");
        return Long.parseLong(seq, Character.MAX_RADIX) == manifest.path("head").asLong() ? picture
                : api.get("picture?at=" + Instant.parse(newest).minusMillis(1));
    }

    private List<Future<?>> send(ServiceProcess service, ExecutorService threads) throws Exception {
        var desk = service.token("controller", "desk-1", "--rate", "100000");
        var senders = new ArrayList<Future<?>>();
        for (var i = 0; i < SENDERS; i++) {
            senders.add(threads.submit(new Sender("RT" + (20 + i), new Api(service::url, desk),
                    99 + i, acknowledged::add, stop)));
        }
        return senders;
    }

    private void restoreAndCompare(Path backup, List<Sender.Acknowledged> before, JsonNode then,
            String auditor, String revoked, ServiceProcess old) throws Exception {
        var restored = folder.resolve("restored");
        var done = run("restore", backup.toString(), "--data", restored.toString());
        assertThat(String.join("\n", done.output().out())).contains("Restored",
                manifest(backup).path("newestAt").asText(), "Not in it", "revoked");
        var address = new AtomicReference<>(old.url());
        try (var watcher = new StreamWatcher(address::get, auditor)) {
            Eventually.until("the watcher has its picture", watcher::hasPicture,
                    watcher.problems()::toString);
            old.kill9();
            try (var service = ServiceProcess.start(restored)) {
                address.set(service.url());
                var api = new Api(service::url, auditor);
                checkRecord(api, before, manifest(backup));
                assertThat(api.get("picture?at=" + then.path("at").asText()))
                        .isEqualTo(without(then, "cursor", api));
                assertThat(new Api(service::url, revoked).status("picture")).isEqualTo(401);
                assertThat(api.status("journal?after=" + then.path("cursor").asText()))
                        .isEqualTo(410);
                Eventually.until("the watcher was told to begin anew",
                        () -> watcher.problems().stream().anyMatch(it -> it.contains("cursor")),
                        watcher.problems()::toString);
                assertThat(watcher.closes()).contains(4410);
                Eventually.until("it begins with the picture", watcher::hasPicture,
                        watcher.problems()::toString);
            }
        }
    }

    /** The same picture, at the same place of the record's new life. */
    private static JsonNode without(JsonNode then, String field, Api restored) throws Exception {
        ObjectNode due = then.deepCopy();
        var epoch = restored.get("picture").path(field).asText().replaceAll("\\..*", "");
        due.put(field, epoch + "." + then.path(field).asText().replaceAll(".*\\.", ""));
        assertThat(epoch).isNotEqualTo(then.path(field).asText().replaceAll("\\..*", ""));
        return due;
    }

    private static void checkRecord(Api auditor, List<Sender.Acknowledged> before,
            JsonNode manifest) throws Exception {
        var journal = RawEntry.journal(auditor);
        assertThat((long) journal.size()).isGreaterThanOrEqualTo(manifest.path("head").asLong());
        var byId = journal.stream()
                .filter(RawEntry::isReport)
                .collect(Collectors.toMap(RawEntry::reportId, Function.identity()));
        for (var one : before) {
            var entry = byId.get(one.report().path("id").asText());
            assertThat(entry).as("the entry of %s", one).isNotNull();
            assertThat(entry.seq()).isEqualTo(one.receipt().path("seq").asLong());
            assertThat(entry.leafHash()).isEqualTo(one.receipt().path("leafHash").asText());
        }
    }

    @Test
    void a_byte_that_was_changed_is_found_named_and_nothing_is_restored() throws Exception {
        var backup = small();
        var file = backup.resolve("journal.db");
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("says №1".replace("№", "\u00e2\u0084\u0096")) + 1] ^= 1;
        Files.write(file, bytes);
        var target = folder.resolve("restored");
        var ended = command("restore", backup.toString(), "--data", target.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(String.join("\n", ended.output().err())).contains("journal.db", "SHA-256",
                "entry", "leaf hash", "Nothing was restored");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_folder_that_holds_anything_is_not_restored_into_and_a_backup_not_overwritten()
            throws Exception {
        var backup = small();
        var target = folder.resolve("restored");
        run("restore", backup.toString(), "--data", target.toString());
        var twice = command("restore", backup.toString(), "--data", target.toString());
        assertThat(twice.code()).isEqualTo(1);
        assertThat(String.join("\n", twice.output().err())).contains("not empty", "journal.db",
                "nothing was changed");
        try (var service = ServiceProcess.start(target)) {
            var beside = command("restore", backup.toString(), "--data", target.toString());
            assertThat(beside.code()).isEqualTo(1);
            assertThat(String.join("\n", beside.output().err())).contains("service runs on it");
            assertThat(service.isAlive()).isTrue();
        }
        var again = command("backup", "--data", target.toString(), "--to", backup.toString());
        assertThat(again.code()).isEqualTo(1);
        assertThat(String.join("\n", again.output().err())).contains("there already");
    }

    @Test
    void one_that_is_killed_or_runs_out_of_disk_leaves_nothing_that_looks_like_one()
            throws Exception {
        var data = folder.resolve("data");
        fill(data);
        var to = Files.createDirectory(folder.resolve("backups"));
        var command = MusterJar.command(folder.resolve("scratch"),
                List.of("backup", "--data", data.toString(), "--to", to.resolve("one").toString()));
        var process = MusterJar.start(command);
        var output = new Output(process);
        Eventually.until("it has begun", () -> !process.isAlive() || !names(to).isEmpty(),
                output::toString);
        process.destroyForcibly();
        MusterJar.codeOf(process, output);
        assertThat(names(to)).allMatch(
                name -> name.startsWith(".muster-backup-unfinished-") || name.equals("one"));
        if (names(to).contains("one")) {
            run("restore", to.resolve("one").toString(), "--data", folder.resolve("r").toString());
        }
        var full = new ArrayList<>(List.of("bash", "-c", "ulimit -f 64 && exec \"$@\"", "bash"));
        full.addAll(MusterJar.command(folder.resolve("scratch"), List.of("backup", "--data",
                data.toString(), "--to", to.resolve("two").toString())));
        var small = MusterJar.start(full);
        var said = new Output(small);
        assertThat(MusterJar.codeOf(small, said)).as("%s", said).isEqualTo(1);
        assertThat(String.join("\n", said.err())).contains("No backup was made", "space");
        assertThat(names(to)).noneMatch(name -> name.startsWith(".") || name.equals("two"));
    }

    private Path small() throws Exception {
        var data = folder.resolve("data");
        fill(data);
        var backup = folder.resolve("backup");
        run("backup", "--data", data.toString(), "--to", backup.toString());
        return backup;
    }

    /** Some reports, and a service that has ended in order. */
    private void fill(Path data) throws Exception {
        try (var service = ServiceProcess.start(data);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = send(service, threads);
            Eventually.until("some reports", () -> acknowledged.size() >= 300,
                    service.output()::toString);
            stop.set(true);
            for (var sender : senders) {
                sender.get();
            }
            assertThat(service.stop()).isZero();
        }
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void checkModes(Path backup) throws IOException {
        assertThat(names(backup)).containsExactlyInAnyOrder("journal.db", "access.db",
                "manifest.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        for (var name : names(backup)) {
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(backup.resolve(name)))).as(name)
                    .isEqualTo("rw-------");
        }
    }

    private static JsonNode manifest(Path backup) throws IOException {
        return Api.JSON.readTree(backup.resolve("manifest.json").toFile());
    }

    private MusterJar.Ended command(String... words) throws Exception {
        return MusterJar.run(folder.resolve("scratch"), words);
    }

    private MusterJar.Ended run(String... words) throws Exception {
        var ended = command(words);
        assertThat(ended.code()).as("%s", ended.output()).isZero();
        return ended;
    }
}
