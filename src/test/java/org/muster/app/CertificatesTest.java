package org.muster.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.muster.config.Server;
import org.muster.metrics.TlsMeters;
import org.muster.tls.Pair;
import org.muster.tls.Papers;

/** What is shown under TLS follows the files. */
final class CertificatesTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Certificates.class);

    @TempDir
    private Path folder;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Pair> shown = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Instant now = Instant.now();
    private Papers files;
    private Certificates certificates;

    @BeforeEach
    void start() throws Exception {
        log.start();
        LOG.addAppender(log);
        files = Papers.make(folder, "first");
        certificates = new Certificates(
                new Server.Tls(files.certificate().toString(), files.key().toString()), () -> now,
                new TlsMeters(registry));
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(log);
        certificates.close();
    }

    @Test
    void the_same_files_change_nothing() {
        look(3);
        assertThat(shown).isEmpty();
        assertThat(log.list).isEmpty();
        assertThat(expiry()).isEqualTo(files.read().getNotAfter().toInstant().getEpochSecond());
        assertThat(refused()).isZero();
    }

    @Test
    void a_new_pair_is_shown_once_it_has_been_seen_twice() throws Exception {
        Papers next = Papers.make(folder, "next", "-validity", "200");
        next.replace(files);
        look(1);
        assertThat(shown).isEmpty();
        look(5);
        assertThat(shown).extracting(pair -> pair.chain().getFirst()).containsExactly(next.read());
        assertThat(expiry()).isEqualTo(next.read().getNotAfter().toInstant().getEpochSecond());
    }

    @Test
    void a_pair_that_is_half_written_for_one_look_is_no_alarm() throws Exception {
        Papers next = Papers.make(folder, "next");
        Files.copy(next.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        look(1);
        next.replace(files);
        look(2);
        assertThat(shown).hasSize(1);
        assertThat(log.list).extracting(event -> event.getLevel().toString())
                .containsExactly("INFO");
    }

    @Test
    void a_broken_pair_is_refused_once_and_loudly_until_it_is_mended() throws Exception {
        String before = Files.readString(files.key());
        Files.writeString(files.key(), "no key");
        look(5);
        assertThat(shown).isEmpty();
        assertThat(refused()).isEqualTo(1);
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel().toString()).isEqualTo("ERROR");
            assertThat(event.getFormattedMessage()).contains("refused", "stays in use until",
                    files.key().toString(), "no private key");
        });
        Files.writeString(files.key(), before);
        look(2);
        assertThat(refused()).isZero();
    }

    @Test
    void a_new_pair_whose_time_is_over_or_to_come_is_refused_and_taken_when_it_comes()
            throws Exception {
        Papers.make(folder, "over", "-startdate", "-20d", "-validity", "10").replace(files);
        look(3);
        assertThat(shown).isEmpty();
        assertThat(refused()).isEqualTo(1);
        Papers.make(folder, "tomorrow", "-startdate", "+1d").replace(files);
        look(3);
        assertThat(shown).isEmpty();
        now = now.plus(Duration.ofDays(2));
        look(1);
        assertThat(shown).hasSize(1);
        assertThat(refused()).isZero();
    }

    @Test
    void a_pair_that_the_server_does_not_take_is_refused() throws Exception {
        Papers.make(folder, "next").replace(files);
        certificates.look(pair -> Future.failedFuture("will not"));
        certificates.look(pair -> Future.failedFuture("will not"));
        assertThat(refused()).isEqualTo(1);
        assertThat(log.list.getLast().getFormattedMessage()).contains("will not");
    }

    @Test
    void it_warns_from_21_days_ahead_once_a_day() {
        now = now.plus(Duration.ofDays(60));
        look(2);
        assertThat(log.list).isEmpty();
        now = now.plus(Duration.ofDays(10));
        look(3);
        assertThat(log.list).singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).contains("expires on",
                        "in 19 days", files.certificate().toString()));
        now = now.plus(Duration.ofDays(1));
        look(3);
        assertThat(log.list).hasSize(2);
    }

    @Test
    void files_that_cannot_be_used_start_nothing() throws Exception {
        Files.delete(files.key());
        assertThatThrownBy(() -> new Certificates(
                new Server.Tls(files.certificate().toString(), files.key().toString()), () -> now,
                new TlsMeters(registry))).isInstanceOf(StartFailed.class)
                .hasMessageContaining("no such file");
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            certificates.look(pair -> {
                shown.add(pair);
                return Future.succeededFuture(true);
            });
        }
    }

    private long expiry() {
        return (long) registry.get("muster.tls.certificate.expiry.timestamp.seconds")
                .gauge()
                .value();
    }

    private double refused() {
        return registry.get("muster.tls.certificate.refused").gauge().value();
    }
}
