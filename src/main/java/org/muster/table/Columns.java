package org.muster.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.muster.model.Crowd;
import org.muster.model.ExternalRef;
import org.muster.model.Figures;
import org.muster.model.Incident;
import org.muster.model.Location;
import org.muster.model.Plan;
import org.muster.model.Position;
import org.muster.model.Protest;
import org.muster.model.Shape;
import org.muster.model.Slug;

/** Which columns there are. New ones go to the end: people build on the order. */
final class Columns {

    static final List<Column<Incident>> INCIDENT = Stream
            .of(List.<Column<Incident>>of(of("id", incident -> incident.id().toString()),
                    of("status", incident -> incident.status().slug()),
                    of("category", Incident::category),
                    of("closingCategory", Incident::closingCategory), of("title", Incident::title),
                    of("place", incident -> inWords(incident.location())),
                    of("accuracy", incident -> accuracy(incident.location())),
                    of("areas", incident -> String.join(" ", incident.areas())),
                    of("openedAt", Incident::openedAt), of("lastReportAt", Incident::lastReportAt),
                    of("closedAt", Incident::closedAt)), figures(Incident::figures),
                    List.<Column<Incident>>of(of("crime", incident -> slug(incident.crime())),
                            of("crimeRef", Incident::crimeRef),
                            of("sensitive", Incident::sensitive), of("drill", Incident::drill),
                            of("alerts", incident -> incident.alerts().size()),
                            of("externalRef", incident -> ref(incident.externalRef()))))
            .flatMap(List::stream)
            .toList();

    static final List<Column<Protest>> PROTEST = Stream
            .of(List.<Column<Protest>>of(of("id", protest -> protest.id().toString()),
                    of("status", protest -> protest.status().slug()),
                    of("planned", Protest::planned), of("title", Protest::title),
                    of("category", protest -> protest.plan().category()),
                    of("organisation", protest -> protest.plan().organisation()),
                    of("areas", protest -> String.join(" ", protest.areas())),
                    of("startsAt", protest -> protest.plan().startsAt()),
                    of("endsAt", protest -> protest.plan().end()),
                    of("startedAt", Protest::startedAt), of("endedAt", Protest::endedAt),
                    of("cancelledAt", Protest::cancelledAt),
                    of("expectedLow", protest -> expected(protest, Plan.Expected::low)),
                    of("expectedHigh", protest -> expected(protest, Plan.Expected::high)),
                    of("officersPlanned", protest -> protest.plan().officersPlanned()),
                    of("noticeGivenAt", protest -> protest.plan().noticeGivenAt()),
                    of("publicMessage", protest -> protest.plan().publicMessage()),
                    of("lastReportAt", protest -> protest.figures().lastReportAt())),
                    figures(Protest::figures),
                    List.<Column<Protest>>of(of("clashes", protest -> protest.clashes().size()),
                            of("sensitive", Protest::sensitive), of("drill", Protest::drill),
                            of("alerts", protest -> protest.alerts().size()),
                            of("externalRef", protest -> ref(protest.externalRef()))))
            .flatMap(List::stream)
            .toList();

    private Columns() {}

    private static <T> Column<T> of(String name, Function<T, @Nullable Object> cell) {
        return new Column<>(name, cell);
    }

    private static <T> List<Column<T>> figures(Function<T, Figures> its) {
        return List.of(of("crowdLow", row -> present(its.apply(row), Crowd.Range::low)),
                of("crowdBest", row -> present(its.apply(row), Crowd.Range::best)),
                of("crowdHigh", row -> present(its.apply(row), Crowd.Range::high)),
                of("crowdPeak", row -> crowd(its.apply(row), Crowd::peak)),
                of("crowdAsOf", row -> crowd(its.apply(row), Crowd::asOf)),
                of("officersAtScene", row -> its.apply(row).officers().atScene()),
                of("officersEnRoute", row -> its.apply(row).officers().enRoute()),
                of("officersRequested", row -> its.apply(row).officers().requested()),
                of("arrests", row -> its.apply(row).arrests().total()),
                of("injuredPublic", row -> its.apply(row).injured().people()),
                of("injuredOfficers", row -> its.apply(row).injured().officers()),
                of("reports", row -> its.apply(row).reports()));
    }

    /** A place as a point. */
    static @Nullable Shape point(@Nullable Location location) {
        return location == null ? null
                : new Shape.Point(new Position(location.lat(), location.lon()));
    }

    private static @Nullable String inWords(@Nullable Location location) {
        return location == null ? null : location.place();
    }

    private static @Nullable Double accuracy(@Nullable Location location) {
        return location == null ? null : location.accuracy();
    }

    private static @Nullable Object crowd(Figures figures, Function<Crowd, Object> told) {
        return figures.crowd() == null ? null : told.apply(figures.crowd());
    }

    private static @Nullable Object present(Figures figures, Function<Crowd.Range, Object> bound) {
        Crowd crowd = figures.crowd();
        return crowd == null || crowd.present() == null ? null : bound.apply(crowd.present());
    }

    private static @Nullable Object expected(Protest protest,
            Function<Plan.Expected, Object> bound) {
        Plan.Expected expected = protest.plan().expected();
        return expected == null ? null : bound.apply(expected);
    }

    private static @Nullable String slug(@Nullable Slug value) {
        return value == null ? null : value.slug();
    }

    private static @Nullable String ref(@Nullable ExternalRef ref) {
        return ref == null ? null : ref.agency() + " " + ref.ref();
    }
}
