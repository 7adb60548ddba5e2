package org.muster.ingest;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.input.Words;
import org.muster.model.ExternalRef;

/** Reads {@code externalRef}. */
final class ExternalRefFields {

    private static final Value<String> NAME = Values.line(Words.NAME_MAX);
    private static final Fields FIELDS = new Fields("an object with agency and ref");
    private static final Field<String> AGENCY = FIELDS.required("agency", NAME);
    private static final Field<String> REF = FIELDS.required("ref", NAME);

    static final Value<ExternalRef> EXTERNAL_REF = FIELDS.made(ExternalRefFields::ref);

    private ExternalRefFields() {}

    private static ExternalRef ref(Members said) {
        return new ExternalRef(said.get(AGENCY), said.get(REF));
    }
}
