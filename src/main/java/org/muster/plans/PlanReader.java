package org.muster.plans;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.muster.access.Scope;
import org.muster.config.Limits;
import org.muster.input.Field;
import org.muster.input.Fields;
import org.muster.input.Read;
import org.muster.input.StrictJson;
import org.muster.input.Value;
import org.muster.input.Values;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Glossary;
import org.muster.model.Places;
import org.muster.model.Rejection;
import org.muster.model.Settings;
import org.muster.model.Shape;
import org.muster.wire.PlanJson;

/** Makes a wish of a body, or says everything that is wrong with it. Safe for all threads, keeps nothing. */
final class PlanReader {

    /** What a plan takes beside its bytes until it is recorded, roughly. */
    private static final int OVERHEAD_BYTES = 1024;
    /** Brackets and numbers of a position. */
    private static final int POSITION_TOKENS = 5;

    private final StrictJson.Texts texts;
    private final PlanFields fields;
    private final Value<Reason> reason;
    private final Places places;

    PlanReader(Glossary glossary, Places places, Limits.Json limits) {
        this.texts = new StrictJson.Texts(withRoomToDraw(limits), glossary);
        this.fields = new PlanFields(limits.textMax());
        this.reason = reason(limits.textMax());
        this.places = places;
    }

    /** What somebody wants of a protest. */
    record Wish(UUID protest, Command command) {}

    /** Why a protest is called off, if somebody says so. */
    private record Reason(@Nullable String words) {}

    /** A new protest; without an id of its sender's it gets one of ours. */
    Read<Wish> plan(byte[] body, Scope scope, Actor by) {
        return read(body, fields.ofNew(), said -> {
            List<String> areas = areas(said.plan().place());
            UUID given = said.id();
            // Ids that grow with time keep the journal's index quick.
            UUID id = given == null ? UuidCreator.getTimeOrderedEpoch() : given;
            return within(scope, areas, new Wish(id, new Command.PlanProtest(id, said.plan(), by,
                    areas, PlanJson.contentSha256(said.plan()), size(body))));
        });
    }

    /** Another plan of this protest. */
    Read<Wish> change(byte[] body, Scope scope, Actor by, UUID protest, @Nullable Long version) {
        return read(body, fields.of(protest), said -> {
            List<String> areas = areas(said.plan().place());
            return within(scope, areas, new Wish(protest, new Command.ChangeProtest(protest,
                    said.plan(), version, by, areas, size(body))));
        });
    }

    /** This protest is called off. */
    Read<Wish> cancel(byte[] body, Actor by, UUID protest) {
        return body.length == 0 ? cancel(protest, null, by)
                : read(body, reason, said -> cancel(protest, said.words(), by));
    }

    private static Read<Wish> cancel(UUID protest, @Nullable String reason, Actor by) {
        return new Read.Good<>(new Wish(protest, new Command.CancelProtest(protest, reason, by)));
    }

    private <T> Read<Wish> read(byte[] body, Value<T> value, Function<T, Read<Wish>> command) {
        return switch (texts.read(body, value)) {
            case Read.Refused<T> refused -> new Read.Refused<>(refused.rejection());
            case Read.Good<T> good -> command.apply(good.value());
        };
    }

    private static Read<Wish> within(Scope scope, List<String> areas, Wish wish) {
        return scope.mayPlanIn(areas) ? new Read.Good<>(wish)
                : new Read.Refused<>(new Rejection(Rejection.Code.FORBIDDEN,
                        "The place touches none of the areas that this credential is bound to."));
    }

    private List<String> areas(@Nullable Shape place) {
        return place == null ? List.of(Settings.ELSEWHERE) : places.areasOf(place);
    }

    private static int size(byte[] body) {
        return body.length + OVERHEAD_BYTES;
    }

    /** A drawing of the greatest length is refused for its positions, not for its tokens. */
    private static Limits.Json withRoomToDraw(Limits.Json limits) {
        return new Limits.Json(limits.depthMax(),
                limits.tokensMax() + POSITION_TOKENS * Shape.POSITIONS_MAX, limits.numberMax(),
                limits.nameMax(), limits.stringMax(), limits.textMax());
    }

    private static Value<Reason> reason(int textMax) {
        Fields cancel = new Fields("an object with a reason, or nothing");
        Field<String> words = cancel.optional("reason", Values.text(textMax));
        return cancel.made(said -> new Reason(said.find(words)));
    }
}
