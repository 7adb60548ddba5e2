package org.muster.ingest;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Injured;

/** Reads {@code injured}; who is not mentioned is not hurt. */
final class InjuredFields {

    private static final Value<Integer> PEOPLE = Values.whole(0, Injured.COUNT_MAX);
    private static final Fields FIELDS = new Fields("an object with public and officers");
    private static final Field<Integer> PUBLIC = FIELDS.optional("public", PEOPLE);
    private static final Field<Integer> OFFICERS = FIELDS.optional("officers", PEOPLE);

    static final Value<Injured> INJURED = FIELDS.made(InjuredFields::injured);

    private InjuredFields() {}

    private static Injured injured(Members said) {
        return new Injured(said.get(PUBLIC, 0), said.get(OFFICERS, 0));
    }
}
