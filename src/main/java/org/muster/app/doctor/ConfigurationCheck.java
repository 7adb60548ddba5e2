package org.muster.app.doctor;

import java.util.List;
import java.util.function.DoubleConsumer;

import org.muster.config.Loaded;

/** Whether the configuration could be used by a start. */
final class ConfigurationCheck implements Check {

    @Override
    public String subject() {
        return "configuration";
    }

    @Override
    public List<Remark> look(Patient patient, DoubleConsumer progress) {
        return switch (patient.configuration()) {
            case Loaded.Ready(var config) -> List.of(Remark.ok(subject(),
                    patient.configFolder() + ": " + config.areaMap().definitions().size()
                            + " areas, " + config.rules().size() + " rules, listens on "
                            + config.server().host() + " port " + config.server().port()));
            case Loaded.Faulty(var faults) -> faults.stream()
                    .map(fault -> Remark.fail(subject(), fault.text(),
                            "Mend it: no service starts with it. One that runs goes on."))
                    .toList();
        };
    }
}
