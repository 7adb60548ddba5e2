package org.muster.ingest;

import java.util.List;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.Methane;

/** Reads {@code methane}; casualties and services that are not counted are none. */
final class MethaneFields {

    private static final Value<Integer> COUNT = Values.whole(0, Methane.COUNT_MAX);

    private static final Fields CASUALTIES = new Fields("an object with dead, serious and minor");
    private static final Field<Integer> DEAD = CASUALTIES.optional("dead", COUNT);
    private static final Field<Integer> SERIOUS = CASUALTIES.optional("serious", COUNT);
    private static final Field<Integer> MINOR = CASUALTIES.optional("minor", COUNT);
    private static final Field<Boolean> ESTIMATED = CASUALTIES.optional("estimated", Values.FLAG);

    private static final Fields SERVICE = new Fields("an object with agency");
    private static final Field<String> AGENCY = SERVICE.required("agency",
            Values.line(Words.NAME_MAX));
    private static final Field<Integer> PRESENT = SERVICE.optional("present", COUNT);
    private static final Field<Integer> REQUIRED = SERVICE.optional("required", COUNT);

    private final Fields fields = new Fields("an object with major");
    private final Field<Methane.Major> major = fields.required("major",
            Values.slug(Methane.Major.class));
    private final Field<String> exactLocation;
    private final Field<String> type;
    private final Field<List<String>> hazards;
    private final Field<String> access;
    private final Field<Methane.Casualties> casualties = fields.optional("casualties",
            CASUALTIES.made(MethaneFields::casualties));
    private final Field<List<Methane.Service>> services = fields.optional("services",
            Values.list("services", Methane.LINES_MAX, SERVICE.made(MethaneFields::service)));

    private MethaneFields(int textMax) {
        Value<String> words = Values.line(textMax);
        exactLocation = fields.optional("exactLocation", words);
        type = fields.optional("type", words);
        hazards = fields.optional("hazards", Values.list("hazards", Methane.LINES_MAX, words));
        access = fields.optional("access", words);
    }

    static Value<Methane> within(int textMax) {
        MethaneFields read = new MethaneFields(textMax);
        return read.fields.made(read::methane);
    }

    private Methane methane(Members said) {
        return new Methane(said.get(major), said.find(exactLocation), said.find(type),
                said.get(hazards, List.of()), said.find(access), said.find(casualties),
                said.get(services, List.of()));
    }

    private static Methane.Casualties casualties(Members said) {
        return new Methane.Casualties(said.get(DEAD, 0), said.get(SERIOUS, 0), said.get(MINOR, 0),
                said.get(ESTIMATED, false));
    }

    private static Methane.Service service(Members said) {
        return new Methane.Service(said.get(AGENCY), said.get(PRESENT, 0), said.get(REQUIRED, 0));
    }
}
