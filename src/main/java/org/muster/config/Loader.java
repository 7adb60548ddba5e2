package org.muster.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.muster.geo.AreaMap;
import org.muster.geo.GroundMap;
import org.muster.model.Settings;
import org.muster.tls.Pair;

/** Reads all files of the folder and goes on after a fault, so that all are told at once. */
final class Loader {
    private final Path folder;
    private final Map<String, String> environment;
    private final List<ConfigFault> faults = new ArrayList<>();

    Loader(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    Loaded load() {
        if (!Files.isDirectory(folder)) {
            return new Loaded.Faulty(List.of(new ConfigFault(folder.toString(), "",
                    "there is no such folder; --config names the folder with "
                            + Config.MUSTER_FILE)));
        }
        Node.Fields root = new YamlFile(Config.MUSTER_FILE, faults::add).read(folder);
        Sections sections = new Binder(environment, faults::add)
                .bind(root == null ? Node.Fields.EMPTY : root);
        new Checks(faults::add).check(sections);
        Server server = sections.server().in(folder);
        certificate(server.tls());
        var catalogue = new Catalogue(new CategoriesFile(faults::add).read(folder),
                new OffencesFile(faults::add).read(folder));
        AreaMap areaMap = areaMap();
        GroundMap groundMap = groundMap();
        RulesFile.Read rules = new RulesFile(faults::add).read(folder, names(areaMap));
        return areaMap == null || !faults.isEmpty() ? new Loaded.Faulty(faults)
                : new Loaded.Ready(new Config(server, sections.limits(), sections.windows(),
                        sections.alerts(), sections.units(), sections.stream(),
                        sections.snapshots(), sections.signIn(), sections.alertmanager().in(folder),
                        sections.tiles(), catalogue, areaMap, groundMap, rules.schedules(),
                        rules.rules()));
    }

    /** Other rules for a configuration that was read already. */
    Loaded rules(String file, Config inForce) {
        RulesFile.Read rules = new RulesFile(file, faults::add).read(folder,
                names(inForce.areaMap()));
        return faults.isEmpty() ? new Loaded.Ready(inForce.with(rules.schedules(), rules.rules()))
                : new Loaded.Faulty(faults);
    }

    /** The areas that rules may name; none when these are not known. */
    private static List<String> names(@Nullable AreaMap map) {
        return map == null ? List.of()
                : map.definitions().stream().map(Settings.AreaDefinition::id).toList();
    }

    private void certificate(Server.Tls tls) {
        boolean whole = !tls.certificate().isEmpty() && !tls.key().isEmpty();
        if (whole && Pair.read(tls.certificateFile(),
                tls.keyFile()) instanceof Pair.Read.Faulty(var wrong)) {
            wrong.forEach(fault -> faults.add(new ConfigFault(Config.MUSTER_FILE,
                    fault.ofKey() ? "server.tls.key" : "server.tls.certificate",
                    fault.file() + ": " + fault.detail())));
        }
    }

    private GroundMap groundMap() {
        String file = Config.GROUND_FILE;
        try {
            switch (GroundMap.read(Files.readAllBytes(folder.resolve(file)))) {
                case GroundMap.Read.Good(GroundMap ground) -> {
                    return ground;
                }
                case GroundMap.Read.Faulty(var wrong) -> wrong.forEach(fault -> faults
                        .add(new ConfigFault(file, fault.pointer(), fault.detail())));
            }
        } catch (NoSuchFileException missing) {
            return GroundMap.NONE;
        } catch (IOException unreadable) {
            faults.add(new ConfigFault(file, "", "the file cannot be read: " + unreadable));
        }
        return GroundMap.NONE;
    }

    private @Nullable AreaMap areaMap() {
        String file = Config.AREAS_FILE;
        try {
            return switch (AreaMap.read(Files.readAllBytes(folder.resolve(file)))) {
                case AreaMap.Read.Good(AreaMap map) -> map;
                case AreaMap.Read.Faulty(var wrong) -> {
                    wrong.forEach(fault -> faults
                            .add(new ConfigFault(file, fault.pointer(), fault.detail())));
                    yield null;
                }
            };
        } catch (NoSuchFileException missing) {
            faults.add(new ConfigFault(file, "", "the file is missing; it belongs into " + folder));
        } catch (IOException unreadable) {
            faults.add(new ConfigFault(file, "", "the file cannot be read: " + unreadable));
        }
        return null;
    }
}
