package org.muster.door;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Good input with something wrong in it, the same for the same chance. */
public final class Mutations {

    private static final List<String> AWKWARD = List.of("", "\0", "\"", "\\", "\\ud800", "{", "]",
            "[[[[[[[[[[[[[[[[[[[[", "9".repeat(40), "-0", "1e999", "null", "%zz", ".", ",", ";",
            "\r\n", "\u202e", "😀", "z".repeat(70), "Bearer ", "ticket.");
    private static final int STEPS_MAX = 4;

    private Mutations() {}

    /** A few bytes flipped, cut out, doubled, or awkward ones put in. */
    public static byte[] of(String good, Random chance) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int step = 0; step <= chance.nextInt(STEPS_MAX); step++) {
            bytes = step(bytes, chance);
        }
        return bytes;
    }

    private static byte[] step(byte[] bytes, Random chance) {
        int from = chance.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + chance.nextInt(8));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (chance.nextInt(4)) {
            case 0 -> out.write(chance.nextInt(256));
            case 1 -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, to - from);
            }
            case 2 -> out.writeBytes(
                    AWKWARD.get(chance.nextInt(AWKWARD.size())).getBytes(StandardCharsets.UTF_8));
            default -> {
                // Cut out.
            }
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
