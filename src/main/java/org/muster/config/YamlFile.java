package org.muster.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import org.jspecify.annotations.Nullable;

/** Reads one YAML file into nodes that know their lines. */
final class YamlFile {
    private final String name;
    private final Consumer<ConfigFault> faults;
    private String text = "";
    private int told;

    YamlFile(String name, Consumer<ConfigFault> faults) {
        this.name = name;
        this.faults = faults;
    }

    /** The file's mapping; null after a fault of the file as a whole. */
    Node.@Nullable Fields read(Path folder) {
        int before = told;
        Node root = parse(folder);
        if (root instanceof Node.Fields fields) {
            return fields;
        }
        if (told == before) {
            fault(1, "", "the file must hold keys with values, such as \"key: value\"");
        }
        return null;
    }

    /** A fault at a very word. */
    void fault(Spot at, String key, String detail) {
        String place = "line " + at.line() + ", column " + at.column();
        tell(key.isEmpty() ? place : key + " (" + place + ")", detail);
    }

    void fault(int line, String key, String detail) {
        String where = key.isEmpty() ? "line " + line : key + " (line " + line + ")";
        tell(where, detail);
    }

    private void tell(String where, String detail) {
        told++;
        faults.accept(new ConfigFault(name, where, detail));
    }

    private @Nullable Node parse(Path folder) {
        try {
            text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
            try (YAMLParser parser = new YAMLFactory().createParser(text)) {
                Node root = parser.nextToken() == null ? null : node(parser, "");
                if (root != null && parser.nextToken() != null) {
                    fault(line(parser), "", "only one document is read; take the second one away");
                }
                return root;
            }
        } catch (NoSuchFileException missing) {
            tell("", "the file is missing; it belongs into " + folder);
        } catch (CharacterCodingException notUtf8) {
            tell("", "the file is not UTF-8; save it as UTF-8");
        } catch (JsonProcessingException syntax) {
            int line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
            fault(line, "", "this is not YAML: " + firstLine(syntax.getOriginalMessage()));
        } catch (IOException unreadable) {
            tell("", "the file cannot be read: " + unreadable);
        }
        return null;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    private Node node(YAMLParser parser, String path) throws IOException {
        Spot at = spot(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(parser, path, at);
        }
        if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<Node>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, path + "[" + items.size() + "]"));
            }
            return new Node.Items(items, at);
        }
        return new Node.Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getText(), at, text,
                (int) parser.currentTokenLocation().getCharOffset());
    }

    private Node.Fields fields(YAMLParser parser, String path, Spot at) throws IOException {
        var fields = new LinkedHashMap<String, Node>();
        var keys = new HashMap<String, Spot>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String full = path.isEmpty() ? key : path + "." + key;
            Spot keyAt = spot(parser);
            parser.nextToken();
            if (fields.put(key, node(parser, full)) != null) {
                fault(keyAt.line(), full, "stands here for the second time; keep one of the two");
            }
            keys.put(key, keyAt);
        }
        return new Node.Fields(fields, keys, at);
    }

    private static Spot spot(YAMLParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Spot(at.getLineNr(), at.getColumnNr());
    }

    private static int line(YAMLParser parser) {
        return spot(parser).line();
    }
}
