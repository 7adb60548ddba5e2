package org.muster.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Cursor;
import org.muster.model.Rejection.Code;

/** Whatever comes, the doors' decoders say yes or no and never fail. */
final class FuzzTest {

    private static final int CASES = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_sign_in_is_a_token_or_a_refusal_seed(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] body = Mutations.of("{\"token\":\"muster_jJhcxFZgMYBbyE4u\"}", chance);
            switch (TokenBody.read(body)) {
                case TokenBody.Read.Token token -> assertThat(token.token()).isNotNull();
                case TokenBody.Read.Refused refused ->
                        assertThat(refused.rejection().code()).isIn(Code.MALFORMED, Code.INVALID);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_media_type_or_a_cursor_is_one_or_none_seed(long seed) {
        Random chance = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String type = text("application/json; charset=\"utf-8\"", chance);
            assertThat(MediaTypes.isJson(type) && MediaTypes.isLines(type)).isFalse();
            String cursor = text("0cf0fa492397.3z", chance);
            Cursor.parse(cursor)
                    .ifPresent(read -> assertThat(Cursor.parse(read.text())).contains(read));
        }
    }

    private static String text(String good, Random chance) {
        return new String(Mutations.of(good, chance), StandardCharsets.UTF_8);
    }
}
