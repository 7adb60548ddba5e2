package org.muster.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.muster.config.Limits;
import org.muster.model.StoredEntry;

final class PartsTest {

    private static final byte[] TEXT = "Straße \uD83D\uDC6E".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_message_cut_inside_a_code_point_is_joined() {
        Fragments fragments = new Fragments(Limits.defaults().stream());
        for (int i = 0; i < TEXT.length - 1; i++) {
            assertThat(fragments.text(new byte[] {TEXT[i]}, false))
                    .isEqualTo(new Fragments.Step.Part());
        }
        assertThat(fragments.text(new byte[] {TEXT[TEXT.length - 1]}, true))
                .isEqualTo(new Fragments.Step.Text("Straße \uD83D\uDC6E"));
        assertThat(fragments.text(TEXT, true)).isInstanceOf(Fragments.Step.Text.class);
    }

    @Test
    void what_is_not_utf8_or_too_long_or_in_too_many_pieces_is_a_fault() {
        assertThat(fault(fragments().text(new byte[] {(byte) 0xC3}, true)))
                .isEqualTo(Close.NOT_UTF8);
        assertThat(
                fault(fragments().text(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, true)))
                .isEqualTo(Close.NOT_UTF8);
        assertThat(fault(fragments().text(new byte[64 * 1024 + 1], true))).isEqualTo(Close.TOO_BIG);
        Fragments many = fragments();
        for (int i = 0; i < 16; i++) {
            assertThat(many.text(new byte[0], false)).isEqualTo(new Fragments.Step.Part());
        }
        assertThat(fault(many.text(new byte[0], true))).isEqualTo(Close.TOO_BIG);
        assertThat(fault(fragments().binary())).isEqualTo(Close.NOT_TEXT);
    }

    @Test
    void a_ring_holds_the_newest_entries_within_its_bounds() {
        List<StoredEntry> entries = entries(100);
        Ring byNumber = new Ring(0, 10, Long.MAX_VALUE);
        entries.forEach(entry -> byNumber.add(List.of(entry)));
        assertThat(held(byNumber)).containsExactly(91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L,
                100L);
        long each = entries.getLast().bytes().length;
        Ring byBytes = new Ring(0, 64, 3 * each);
        byBytes.add(entries);
        assertThat(held(byBytes)).containsExactly(98L, 99L, 100L);
        assertThat(byBytes.head()).isEqualTo(100);
    }

    @Test
    void a_ring_that_missed_entries_does_not_make_them_up() {
        List<StoredEntry> entries = entries(20);
        Ring ring = new Ring(0, 16, Long.MAX_VALUE);
        ring.add(entries.subList(0, 5));
        ring.add(entries.subList(10, 15));
        assertThat(held(ring)).containsExactly(1L, 2L, 3L, 4L, 5L, 11L, 12L, 13L, 14L, 15L);
    }

    @Test
    void seats_are_bounded_by_credential_address_and_in_all_and_given_back() {
        Seats seats = new Seats(new Limits.Connections(2, 3, 4));
        assertThat(seats.take("one", "x")).isEmpty();
        assertThat(seats.take("one", "x")).isEmpty();
        assertThat(seats.take("one", "y").orElseThrow().code().status()).isEqualTo(429);
        assertThat(seats.refusal("one", "y")).isEqualTo(seats.take("one", "y"));
        assertThat(seats.refusal("two", "x")).as("asking takes none").isEmpty();
        assertThat(seats.refusal("two", "x")).isEmpty();
        assertThat(seats.take("two", "x")).isEmpty();
        assertThat(seats.take("three", "x").orElseThrow().code().status()).isEqualTo(429);
        assertThat(seats.take("three", "y")).isEmpty();
        assertThat(seats.take("four", "z").orElseThrow().code().status()).isEqualTo(503);
        seats.free("one", "x");
        assertThat(seats.take("one", "z")).isEmpty();
    }

    private static Fragments fragments() {
        return new Fragments(Limits.defaults().stream());
    }

    private static Close fault(Fragments.Step step) {
        return ((Fragments.Step.Fault) step).close();
    }

    private static List<StoredEntry> entries(int count) {
        FakeRecord record = new FakeRecord("e");
        for (int i = 0; i < count; i++) {
            record.report(FakeRecord.A1, "r");
        }
        record.commit();
        return record.entries;
    }

    private static List<Long> held(Ring ring) {
        return LongStream.rangeClosed(1, ring.head())
                .boxed()
                .filter(seq -> ring.get(seq) != null)
                .toList();
    }
}
