package org.muster.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen makes of the bytes of a socket, however they are cut. */
final class FramesTest {
    private final List<String> texts = new ArrayList<>();
    private final List<String> pings = new ArrayList<>();
    private final Frames frames = new Frames(texts::add,
            ping -> pings.add(new String(ping, StandardCharsets.US_ASCII)));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 1000, 1_000_000})
    void messages_of_every_size_of_length_come_out_whole_when_they_arrive_in_pieces(int piece) {
        var all = new ByteArrayOutputStream();
        var sent = List.of("", "a", "b".repeat(125), "c".repeat(126), "d".repeat(65_535),
                "e".repeat(65_536));
        for (var text : sent) {
            all.writeBytes(frame(0x81, text));
            all.writeBytes(frame(0x89, "p" + text.length() % 100));
        }
        var bytes = all.toByteArray();
        for (var from = 0; from < bytes.length; from += piece) {
            frames.take(ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from)));
        }
        assertThat(texts).isEqualTo(sent);
        assertThat(pings).containsExactly("p0", "p1", "p25", "p26", "p35", "p36");
    }

    private static byte[] frame(int first, String text) {
        var length = text.length();
        var frame = ByteBuffer.allocate(length + 10).put((byte) first);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(text.getBytes(StandardCharsets.US_ASCII));
        var bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }
}
