package org.muster.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.muster.core.Facts;

/** A message with expressions in braces: {@code {incident.crowd.high} people}; two braces open for one that is shown. */
final class Template {
    /** A queue shows one or two lines; what a fact brings may not push the rest of the desk away. */
    static final int MESSAGE_MAX = 500;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** A text as it stands, or an expression. */
    private record Part(String text, @Nullable Expression expression) {}

    /** Reads a message; what is wrong with it goes to the language's slips. */
    static Template read(String key, String text, Language language) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next != '{') {
                plain.append(next);
                at++;
            } else if (text.startsWith("{{", at)) {
                plain.append(next);
                at += 2;
            } else {
                int end = end(text, at + 1);
                String inside = text.substring(at + 1, Math.min(end, text.length()));
                Expression expression = language.inBraces(new Passage(key, inside, at + 1),
                        end < text.length());
                parts.add(new Part(plain.toString(), null));
                parts.add(new Part("", expression));
                plain.setLength(0);
                at = end + 1;
            }
        }
        parts.add(new Part(plain.toString(), null));
        return new Template(List.copyOf(parts));
    }

    /** The brace that closes, outside of quotes; the text's length when there is none. */
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return text.length();
    }

    /** The message for a subject, cut off at {@link #MESSAGE_MAX} characters. */
    String fill(Facts facts) {
        var message = new StringBuilder();
        for (Part part : parts) {
            Expression expression = part.expression();
            message.append(expression == null ? part.text() : expression.words(facts));
        }
        if (message.codePointCount(0, message.length()) <= MESSAGE_MAX) {
            return message.toString();
        }
        return message.substring(0, message.offsetByCodePoints(0, MESSAGE_MAX - 1)) + "…";
    }
}
