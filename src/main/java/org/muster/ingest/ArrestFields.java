package org.muster.ingest;

import java.util.List;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Glossary;

/** Reads {@code arrests}. */
final class ArrestFields {

    private static final Value<Integer> AGE = Values.whole(0, Arrest.AGE_MAX);
    private static final Fields FIELDS = new Fields("an object with offence and count");
    private static final Field<String> OFFENCE = FIELDS.required("offence",
            Values.name(Glossary.Kind.OFFENCE));
    private static final Field<Integer> COUNT = FIELDS.required("count",
            Values.whole(0, Arrest.COUNT_MAX));
    private static final Field<Integer> AGE_MIN = FIELDS.optional("ageMin", AGE);
    private static final Field<Integer> AGE_MAX = FIELDS.optional("ageMax", AGE);
    private static final Field<AgeBand> AGE_BAND = FIELDS.optional("ageBand",
            Values.slug(AgeBand.class));

    static final Value<List<Arrest>> ARRESTS = Values.list("lines of arrests", Arrest.LINES_MAX,
            FIELDS.made(ArrestFields::check, ArrestFields::arrest));

    private ArrestFields() {}

    private static void check(Members line) {
        if (line.has(AGE_MIN) != line.has(AGE_MAX)) {
            line.fault(line.has(AGE_MIN) ? AGE_MAX : AGE_MIN,
                    "is missing; a range of ages has two ends");
        }
        if (line.has(AGE_BAND) && (line.has(AGE_MIN) || line.has(AGE_MAX))) {
            line.fault(AGE_BAND, "may not stand beside a range of ages");
        }
        Integer min = line.find(AGE_MIN);
        Integer max = line.find(AGE_MAX);
        if (min != null && max != null && min > max) {
            line.fault(AGE_MIN, "must not be above ageMax");
        }
    }

    private static Arrest arrest(Members line) {
        return new Arrest(line.get(OFFENCE), line.get(COUNT), line.find(AGE_MIN),
                line.find(AGE_MAX), line.find(AGE_BAND));
    }
}
