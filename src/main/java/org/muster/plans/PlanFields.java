package org.muster.plans;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Members;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Deployment;
import org.muster.model.Glossary;
import org.muster.model.Plan;
import org.muster.model.Shape;

/** Reads a plan. Whether there is such a category and such opponents, only the record knows. */
final class PlanFields {

    private final Fields fields = new Fields("an object");
    private final Field<UUID> id = fields.optional("id", Values.ID);
    private final Field<String> title;
    private final Field<String> category = fields.required("category",
            Values.name(Glossary.Kind.CATEGORY));
    private final Field<String> organisation;
    private final Field<List<UUID>> opposes = fields.optional("opposes",
            Values.list("protests", Plan.OPPOSES_MAX, Values.ID));
    private final Field<Instant> startsAt = fields.required("startsAt", Values.TIME);
    private final Field<Instant> endsAt = fields.optional("endsAt", Values.TIME);
    private final Field<Shape> place = fields.optional("place", PlaceFields.PLACE);
    private final Field<Plan.Expected> expected = fields.optional("expected",
            ExpectedFields.EXPECTED);
    private final Field<Integer> officersPlanned = fields.optional("officersPlanned",
            Values.whole(0, Deployment.OFFICERS_MAX));
    private final Field<Instant> noticeGivenAt = fields.optional("noticeGivenAt", Values.TIME);
    private final Field<String> publicMessage;

    PlanFields(int textMax) {
        this.title = fields.required("title", Values.line(textMax));
        this.organisation = fields.optional("organisation", Values.line(textMax));
        this.publicMessage = fields.optional("publicMessage", Values.text(textMax));
    }

    /**
     * What a body says.
     *
     * @param id null when it gives none
     */
    record Planned(@Nullable UUID id, Plan plan) {}

    /** Plans of a new protest. */
    Value<Planned> ofNew() {
        return fields.made(said -> check(said, said.find(id)), this::planned);
    }

    /** Plans of this one; a body may say its id again. */
    Value<Planned> of(UUID protest) {
        return fields.made(said -> {
            UUID named = said.find(id);
            if (named != null && !named.equals(protest)) {
                said.fault(id, "must be the id in the path, or left out");
            }
            check(said, protest);
        }, this::planned);
    }

    private void check(Members said, @Nullable UUID self) {
        Instant start = said.find(startsAt);
        Instant end = said.find(endsAt);
        if (start != null && end != null && !end.isAfter(start)) {
            said.fault(endsAt, "must be after startsAt");
        }
        List<UUID> against = said.get(opposes, List.of());
        if (self != null && against.contains(self)) {
            said.fault(opposes, "names the protest itself");
        }
        if (new HashSet<>(against).size() < against.size()) {
            said.fault(opposes, "names a protest twice");
        }
    }

    private Planned planned(Members said) {
        return new Planned(said.find(id),
                new Plan(said.get(title), said.get(category), said.find(organisation),
                        said.get(opposes, List.of()), said.get(startsAt), said.find(endsAt),
                        said.find(place), said.find(expected), said.find(officersPlanned),
                        said.find(noticeGivenAt), said.find(publicMessage)));
    }
}
