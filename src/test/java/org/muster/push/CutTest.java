package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.http.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.muster.model.Role;

final class CutTest {

    private static final String ALL = "{\"type\":\"subscribe\"}";

    @Test
    void a_client_that_answers_no_ping_is_cut_and_the_others_still_hear_that_all_is_live(
            @TempDir Path folder) {
        Server server = new Server(folder,
                Server.pinging(Duration.ofMillis(200), Duration.ofSeconds(2)));
        try (server; RawSocket silent = new RawSocket(server.port, bearer(server))) {
            silent.text(ALL);
            assertThat(silent.read().text()).startsWith("{\"type\":\"picture\"");
            // Opened later, so that the one that is cut comes before it at each beat.
            WebSocket healthy = Server
                    .await(server.connect(server.options(server.token(Role.CONTROLLER))));
            AtomicInteger lives = new AtomicInteger();
            healthy.textMessageHandler(text -> {
                if (text.startsWith("{\"type\":\"live\"")) {
                    lives.incrementAndGet();
                }
            });
            Server.await(healthy.writeTextMessage(ALL));
            silent.readToCut();
            int before = lives.get();
            Server.await(Polling.until(() -> lives.get() >= before + 2));
            assertThat(healthy.isClosed()).isFalse();
            assertThat(server.registry.get("muster.stream.clients").gauge().value()).isEqualTo(1);
        }
        assertThat(server.errors()).isEmpty();
    }

    @Test
    void a_watcher_that_fails_is_closed_and_the_others_get_everything() {
        House house = new House();
        FakeSink broken = new FakeSink();
        FakeSink other = new FakeSink();
        for (FakeSink sink : new FakeSink[] {broken, other}) {
            house.hub.open(sink, House.credential(Role.CONTROLLER)).received(ALL);
        }
        house.settle();
        broken.broken = true;
        house.record.report(FakeRecord.A1, "first");
        house.commit();
        house.settle();
        assertThat(other.types()).containsExactly("picture", "live", "entries");
        assertThat(broken.dropped).isTrue();
        house.pass(4_000);
        assertThat(other.types()).endsWith("live");
        assertThat(house.registry.get("muster.stream.clients").gauge().value()).isEqualTo(1);
    }

    private static String bearer(Server server) {
        return RawSocket.bearer(server.token(Role.SUPERVISOR));
    }
}
