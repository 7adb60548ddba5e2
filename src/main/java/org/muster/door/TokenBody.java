package org.muster.door;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

import org.muster.model.Fault;
import org.muster.model.Rejection;
import org.muster.model.Rejection.Code;

/** Reads <code>{"token": "…"}</code>, and nothing else. */
final class TokenBody {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private TokenBody() {}

    /** What the body says. */
    sealed interface Read {

        record Token(String token) implements Read {}

        record Refused(Rejection rejection) implements Read {}
    }

    static Read read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            boolean right = parser.nextToken() == JsonToken.START_OBJECT
                    && "token".equals(parser.nextFieldName())
                    && parser.nextToken() == JsonToken.VALUE_STRING;
            String token = right ? parser.getText() : "";
            right &= parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return right ? new Read.Token(token)
                    : new Read.Refused(new Rejection(Code.INVALID,
                            "The body is an object with \"token\", a string, and no more.",
                            List.of(new Fault("/token", "must be there, and be a string"))));
        } catch (IOException wrong) {
            return new Read.Refused(new Rejection(Code.MALFORMED, "The body is not JSON."));
        }
    }
}
