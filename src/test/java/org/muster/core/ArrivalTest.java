package org.muster.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Area;
import org.muster.model.Command;
import org.muster.model.DeploymentState;
import org.muster.model.Incident;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;

/** What was seen makes the picture; in which order it came in makes none. */
class ArrivalTest {
    private static final List<List<String>> PLACES = List.of(List.of(World.THURCROFT),
            List.of(World.CENTRE), List.of(World.SHEFFIELD));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8, 9, 10})
    void the_same_reports_in_another_order_make_the_same_picture(long seed) {
        Random random = new Random(seed);
        List<Command> openings = new ArrayList<>();
        World first = new World();
        first.itIs(1_000);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Say say = Say.at(World.minute(i)).opens("assault");
            openings.add(place(say, random).command(first.entries.size()));
            ids.add(idOf(first, openings.getLast()));
        }
        List<Command> rest = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rest.add(report(random, ids, i).command(1_000 + i));
        }
        rest.forEach(first::record);
        World second = new World();
        second.itIs(1_000);
        openings.forEach(second::record);
        Collections.shuffle(rest, random);
        rest.forEach(second::record);
        assertThat(second.incidents).isEqualTo(first.incidents);
        assertThat(second.units).isEqualTo(first.units);
        assertThat(withoutReports(second)).isEqualTo(withoutReports(first));
    }

    /** No two at one moment: those are ordered by their arrival. */
    private static Say report(Random random, List<UUID> ids, int number) {
        Say say = Say.at(World.minute(10 + (number * 7_919L % 600) * 1.5))
                .by("RT" + random.nextInt(6))
                .about(ids.get(random.nextInt(ids.size())));
        int low = random.nextInt(500);
        return switch (random.nextInt(6)) {
            case 0 -> place(say, random);
            case 1 -> say.unit("U" + random.nextInt(9), random.nextInt(30),
                    random.nextBoolean() ? DeploymentState.AT_SCENE : DeploymentState.EN_ROUTE);
            case 2 -> say.titled("t" + number)
                    .status(random.nextBoolean() ? IncidentStatus.ONGOING
                            : IncidentStatus.CONTAINED);
            case 3 -> say.asksFor(random.nextInt(30), "psu");
            default -> say.crowd(low, low + random.nextInt(200));
        };
    }

    private static Say place(Say say, Random random) {
        int place = random.nextInt(PLACES.size());
        return say.at(new Location(53 + place, -1.3, null, "place " + place), PLACES.get(place));
    }

    private static UUID idOf(World world, Command opening) {
        world.record(opening);
        return world.incidents.values()
                .stream()
                .max((one, other) -> Long.compare(one.openedSeq(), other.openedSeq()))
                .map(Incident::id)
                .orElseThrow();
    }

    private static Map<String, List<Object>> withoutReports(World world) {
        Map<String, List<Object>> figures = new HashMap<>();
        for (Area area : world.areas.values()) {
            figures.put(area.id(),
                    List.of(area.incidents().open(), area.incidents().openedLast24h(),
                            String.valueOf(area.crowd()), area.officers(),
                            String.valueOf(area.peoplePerOfficer())));
        }
        return figures;
    }
}
