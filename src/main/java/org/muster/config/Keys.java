package org.muster.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Every key of {@code muster.yaml}, as the code knows them. */
public final class Keys {

    private Keys() {}

    /**
     * One key.
     *
     * @param path sections and name, joined by dots
     * @param variable the environment variable that overrides it
     * @param shipped its value when nobody sets it, as written in the file
     * @param doc what it does
     */
    public record Key(String path, String variable, String shipped, String doc) {}

    /** All keys, in the order of the sections. */
    public static List<Key> all() {
        var keys = new ArrayList<Key>();
        collect(Sections.class, "", keys);
        return List.copyOf(keys);
    }

    private static void collect(Class<?> section, String prefix, List<Key> keys) {
        for (RecordComponent component : section.getRecordComponents()) {
            String path = prefix + component.getName();
            Setting setting = component.getAnnotation(Setting.class);
            if (setting == null) {
                collect(component.getType(), path + ".", keys);
            } else {
                keys.add(new Key(path, variable(path), setting.value(), setting.doc()));
            }
        }
    }

    /** The environment variable of a key or section: {@code signIn.ticketFor} is MUSTER_SIGN_IN_TICKET_FOR. */
    static String variable(String path) {
        return "MUSTER_" + path.replaceAll("([a-z])([A-Z])", "$1_$2")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }

    static Setting setting(RecordComponent component) {
        return Objects.requireNonNull(component.getAnnotation(Setting.class));
    }
}
