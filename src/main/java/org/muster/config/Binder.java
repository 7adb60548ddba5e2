package org.muster.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.muster.config.Values.Unreadable;
import org.muster.model.Nearest;

/** Makes the sections' records of the file, the environment and the shipped values. */
final class Binder {
    private static final String ENVIRONMENT = "environment";

    private final Map<String, String> environment;
    private final Consumer<ConfigFault> faults;

    Binder(Map<String, String> environment, Consumer<ConfigFault> faults) {
        this.environment = environment;
        this.faults = faults;
    }

    /** A section with every key as shipped. */
    static <R extends Record> R defaults(Class<R> section) {
        var binder = new Binder(Map.of(), fault -> {
            throw new IllegalStateException("a shipped value is at fault: " + fault.text());
        });
        return binder.bind(section, "", Node.Fields.EMPTY);
    }

    /** All sections. A key at fault has its shipped value, so that the rest can be checked too. */
    Sections bind(Node.Fields root) {
        unknownVariables();
        return bind(Sections.class, "", root);
    }

    private <R extends Record> R bind(Class<R> section, String prefix, Node.Fields fields) {
        RecordComponent[] components = section.getRecordComponents();
        unknownKeys(prefix, fields,
                Arrays.stream(components).map(RecordComponent::getName).toList());
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            String path = prefix + component.getName();
            Node node = fields.fields().get(component.getName());
            values[i] = component.isAnnotationPresent(Setting.class) ? value(component, path, node)
                    : bind(component.getType().asSubclass(Record.class), path + ".",
                            mapping(path, node));
        }
        try {
            Constructor<R> constructor = section.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException ours) {
            throw new IllegalStateException("section " + section.getSimpleName(), ours);
        }
    }

    private Node.Fields mapping(String path, @Nullable Node node) {
        return switch (node) {
            case null -> Node.Fields.EMPTY;
            case Node.Fields fields -> fields;
            case Node.Scalar empty when empty.text().isEmpty() -> Node.Fields.EMPTY;
            case Node.Scalar other -> notSection(path, other);
            case Node.Items other -> notSection(path, other);
        };
    }

    private Node.Fields notSection(String path, Node node) {
        fileFault(path, node.line(), "this is a section; indent its keys below it");
        return Node.Fields.EMPTY;
    }

    private Object value(RecordComponent component, String path, @Nullable Node node) {
        Setting setting = Keys.setting(component);
        try {
            String override = environment.get(Keys.variable(path));
            if (override != null) {
                return read(component, setting, Values.parts(override), override);
            }
        } catch (Unreadable wrong) {
            faults.accept(new ConfigFault(ENVIRONMENT, Keys.variable(path), wrong.detail()));
        }
        try {
            switch (node) {
                case null -> {
                }
                case Node.Scalar scalar -> {
                    return read(component, setting, List.of(scalar.text()), scalar.text());
                }
                case Node.Items items -> {
                    return read(component, setting, texts(items), null);
                }
                case Node.Fields pairs when component.getType() == Map.class -> {
                    return read(component, setting, texts(pairs), null);
                }
                case Node.Fields fields -> throw new Unreadable("takes a single value, not keys");
            }
        } catch (Unreadable wrong) {
            fileFault(path, node == null ? 1 : node.line(), wrong.detail());
        }
        return shipped(component, setting);
    }

    private static List<String> texts(Node.Items items) throws Unreadable {
        var texts = new ArrayList<String>();
        for (Node item : items.items()) {
            if (!(item instanceof Node.Scalar scalar)) {
                throw new Unreadable("is a list of single values");
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    private static List<String> texts(Node.Fields pairs) throws Unreadable {
        var texts = new ArrayList<String>();
        for (var pair : pairs.fields().entrySet()) {
            if (!(pair.getValue() instanceof Node.Scalar scalar)) {
                throw new Unreadable(pair.getKey() + " takes a single value");
            }
            texts.add(pair.getKey() + ": " + scalar.text());
        }
        return texts;
    }

    private static Object shipped(RecordComponent component, Setting setting) {
        try {
            return read(component, setting, Values.parts(setting.value()), setting.value());
        } catch (Unreadable ours) {
            throw new IllegalStateException("shipped " + component.getName(), ours);
        }
    }

    /** @param text the single value; null when the file holds a list */
    private static Object read(RecordComponent component, Setting setting, List<String> texts,
            @Nullable String text) throws Unreadable {
        Class<?> type = component.getType();
        if (type == List.class) {
            return isOfNetworks(component) ? Values.networks(texts) : Values.slugs(texts);
        }
        if (type == Map.class) {
            Map<String, Duration> spans = Values.spans(texts);
            for (Duration span : spans.values()) {
                between(setting, span);
            }
            return spans;
        }
        if (text == null) {
            throw new Unreadable("takes a single value, not a list");
        }
        if (text.isBlank() && !setting.value().isEmpty()) {
            throw new Unreadable("has no value; write one such as " + setting.value());
        }
        if (type == Duration.class) {
            Duration span = Values.span(text);
            between(setting, span);
            return span;
        }
        if (type == String.class) {
            return text.strip();
        }
        if (type == boolean.class) {
            return Values.flag(text);
        }
        if (type == TileAddress.class) {
            return TileAddress.of(text.strip());
        }
        String name = component.getName();
        Long whole = Values.whole(name, text);
        between(setting, whole, setting.min().isEmpty() ? whole : Values.whole(name, setting.min()),
                setting.max().isEmpty() ? whole : Values.whole(name, setting.max()), text);
        if (type == long.class) {
            return whole;
        }
        return Math.toIntExact(whole);
    }

    private static void between(Setting setting, Duration span) throws Unreadable {
        between(setting, span, setting.min().isEmpty() ? span : Values.span(setting.min()),
                setting.max().isEmpty() ? span : Values.span(setting.max()), Values.text(span));
    }

    private static boolean isOfNetworks(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == Network.class;
    }

    private static <T extends Comparable<T>> void between(Setting setting, T value, T min, T max,
            String text) throws Unreadable {
        if (value.compareTo(min) < 0) {
            throw new Unreadable(text + " is too little; the least is " + setting.min());
        }
        if (value.compareTo(max) > 0) {
            throw new Unreadable(text + " is too much; the most is " + setting.max());
        }
    }

    private void unknownKeys(String prefix, Node.Fields fields, List<String> known) {
        fields.fields().forEach((name, node) -> {
            if (!known.contains(name)) {
                fileFault(prefix + name, node.line(),
                        "there is no such key; " + suggestion(name, prefix, known));
            }
        });
    }

    private static String suggestion(String name, String prefix, List<String> known) {
        Optional<String> elsewhere = Keys.all()
                .stream()
                .map(Keys.Key::path)
                .filter(path -> path.endsWith("." + name))
                .findFirst();
        return elsewhere.or(() -> Nearest.of(name, known).map(near -> prefix + near))
                .map(near -> "did you mean " + near + "?")
                .orElse("here belong " + String.join(", ", known));
    }

    private void unknownVariables() {
        List<String> variables = Keys.all().stream().map(Keys.Key::variable).toList();
        List<String> sections = Arrays.stream(Sections.class.getRecordComponents())
                .map(section -> Keys.variable(section.getName()) + "_")
                .toList();
        environment.keySet()
                .stream()
                .sorted()
                .filter(name -> !variables.contains(name))
                .filter(name -> sections.stream().anyMatch(name::startsWith))
                .forEach(name -> faults.accept(new ConfigFault(ENVIRONMENT, name,
                        "there is no such setting" + Nearest.of(name, variables)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""))));
    }

    private void fileFault(String path, int line, String detail) {
        faults.accept(new ConfigFault(Config.MUSTER_FILE, path + " (line " + line + ")", detail));
    }
}
