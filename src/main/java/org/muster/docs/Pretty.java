package org.muster.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as people write it: what fits on a line stands on one. */
final class Pretty {
    private static final int LINE_CHARS = 96;
    private static final JsonMapper JSON = new JsonMapper();

    private Pretty() {}

    static String text(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(out, value, "");
        return out.toString();
    }

    private static void write(StringBuilder out, JsonNode value, String indent) {
        String flat = flat(value);
        if (indent.length() + flat.length() <= LINE_CHARS || !value.isContainerNode()) {
            out.append(flat);
            return;
        }
        String deeper = indent + "  ";
        String between = "";
        out.append(value.isObject() ? "{" : "[");
        if (value.isObject()) {
            for (var member : value.properties()) {
                out.append(between).append('\n').append(deeper);
                out.append('"').append(member.getKey()).append("\": ");
                write(out, member.getValue(), deeper);
                between = ",";
            }
        } else {
            for (JsonNode each : value) {
                out.append(between).append('\n').append(deeper);
                write(out, each, deeper);
                between = ",";
            }
        }
        out.append('\n').append(indent).append(value.isObject() ? '}' : ']');
    }

    private static String flat(JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            StringBuilder out = new StringBuilder("{");
            value.properties()
                    .forEach(member -> out.append(out.length() > 1 ? ", \"" : "\"")
                            .append(member.getKey())
                            .append("\": ")
                            .append(flat(member.getValue())));
            return out.append('}').toString();
        }
        if (value.isArray()) {
            StringBuilder out = new StringBuilder("[");
            value.forEach(each -> out.append(out.length() > 1 ? ", " : "").append(flat(each)));
            return out.append(']').toString();
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
