package org.muster.exercise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;

import org.muster.model.Fault;
import org.muster.model.Role;
import org.muster.model.Slug;

/** Reads a scenario's YAML and goes on after a fault, so that all of them are told at once. */
public final class ScenarioReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KEYS = Set.of("title", "about", "speed", "senders", "steps");

    private final List<Fault> faults = new ArrayList<>();

    private ScenarioReader() {}

    /** The scenario that comes with the program. */
    public static ScenarioRead shipped() {
        try (var in = ScenarioReader.class.getResourceAsStream("rotherham-2014.yaml")) {
            return in == null
                    ? new ScenarioRead.Faulty(
                            List.of(new Fault("", "the scenario is missing in the program")))
                    : read(in.readAllBytes());
        } catch (IOException unreadable) {
            return new ScenarioRead.Faulty(
                    List.of(new Fault("", "the scenario cannot be read: " + unreadable)));
        }
    }

    /** Reads YAML in UTF-8. */
    public static ScenarioRead read(byte[] yaml) {
        try {
            return new ScenarioReader().scenario(YAML.readTree(yaml));
        } catch (JsonProcessingException syntax) {
            var line = syntax.getLocation() == null ? 1 : syntax.getLocation().getLineNr();
            return new ScenarioRead.Faulty(List.of(new Fault("",
                    "line " + line + " is not YAML: " + firstLine(syntax.getOriginalMessage()))));
        } catch (IOException unreadable) {
            return new ScenarioRead.Faulty(
                    List.of(new Fault("", "the scenario cannot be read: " + unreadable)));
        }
    }

    private ScenarioRead scenario(JsonNode root) {
        if (!root.isObject()) {
            return new ScenarioRead.Faulty(List.of(new Fault("",
                    "a scenario holds the keys title, about, speed, senders and steps")));
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!KEYS.contains(name)) {
                fault("/" + name,
                        "is no key of a scenario; there are " + KEYS.stream().sorted().toList());
            }
        });
        var title = text(root, "title");
        var about = text(root, "about");
        var speed = speed(root.path("speed"));
        var senders = senders(root.path("senders"));
        var steps = steps(root.path("steps"), senders);
        return faults.isEmpty()
                ? new ScenarioRead.Good(new Scenario(title, about, speed, senders, steps))
                : new ScenarioRead.Faulty(faults);
    }

    private String text(JsonNode root, String key) {
        var text = root.path(key).isTextual() ? root.path(key).textValue().strip() : "";
        if (text.isEmpty()) {
            fault("/" + key, "is missing; write a few words");
        }
        return text;
    }

    private double speed(JsonNode node) {
        var speed = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(speed > 0 && Double.isFinite(speed))) {
            fault("/speed",
                    "must be a number above 0: seconds of the story in a second, such as 60");
            return 1;
        }
        return speed;
    }

    private Map<String, Role> senders(JsonNode node) {
        var senders = new LinkedHashMap<String, Role>();
        node.properties().forEach(sender -> {
            var role = Slug.find(Role.class, sender.getValue().asText());
            if (role.filter(Set.of(Role.FIELD, Role.CONTROLLER)::contains).isEmpty()) {
                fault("/senders/" + sender.getKey(), "a sender's role is field or controller");
            }
            senders.put(sender.getKey(), role.orElse(Role.FIELD));
        });
        if (senders.isEmpty()) {
            fault("/senders", "name those who report, each with its role, such as \"RT21: field\"");
        }
        return senders;
    }

    private List<Scenario.Step> steps(JsonNode node, Map<String, Role> senders) {
        var steps = new ArrayList<Scenario.Step>();
        var reader = new StepReader(senders, faults);
        var last = Duration.ZERO;
        for (var item : node) {
            var step = reader.read("/steps/" + steps.size(), item);
            if (step.at().compareTo(last) < 0) {
                fault("/steps/" + steps.size() + "/at", "lies before the step ahead of it");
            }
            last = step.at();
            steps.add(step);
        }
        if (steps.isEmpty()) {
            fault("/steps", "list at least one step with at, by, and report, plan or alert");
        }
        return steps;
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
