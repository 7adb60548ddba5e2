package org.muster.ingest;

import java.util.List;
import java.util.UUID;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Link;

/** Reads {@code links}. */
final class LinkFields {

    private static final Fields FIELDS = new Fields("an object with incident and relation");
    private static final Field<UUID> INCIDENT = FIELDS.required("incident", Values.ID);
    private static final Field<Link.Relation> RELATION = FIELDS.required("relation",
            Values.slug(Link.Relation.class));

    static final Value<List<Link>> LINKS = Values.list("links", Link.LINKS_MAX,
            FIELDS.made(LinkFields::link), INCIDENT, "is named by an earlier link");

    private LinkFields() {}

    private static Link link(Members said) {
        return new Link(said.get(INCIDENT), said.get(RELATION));
    }
}
