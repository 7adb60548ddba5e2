package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.muster.model.CrowdMethod;
import org.muster.model.DeploymentState;
import org.muster.model.IncidentStatus;
import org.muster.model.Location;

/** Reports as they might come on wild days, from one seed: late, contradicting, tied, on closed incidents, elsewhere. */
final class Riot {
    private static final List<List<String>> PLACES = List.of(List.of(World.THURCROFT),
            List.of(World.CENTRE), List.of(World.SHEFFIELD),
            List.of("rotherham", "south-yorkshire"), List.of("south-yorkshire"),
            List.of("elsewhere"));

    private static final CrowdMethod[] METHODS = CrowdMethod.values();

    private static final DeploymentState[] STATES = DeploymentState.values();

    private static final IncidentStatus[] OPEN = {IncidentStatus.REPORTED, IncidentStatus.ONGOING,
            IncidentStatus.CONTAINED};

    private final Random random;

    private final World world;

    private final List<UUID> known = new ArrayList<>();

    private int shift;

    Riot(long seed, World world) {
        this.random = new Random(seed);
        this.world = world;
    }

    void go(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
    }

    private void step() {
        if (chance(3)) {
            world.later(Duration.ofMillis(random.nextInt(60_000)));
        } else if (chance(300)) {
            world.later(Duration.ofMinutes(random.nextInt(180)));
        }
        if (chance(1_000)) {
            redraw();
            world.settings(World.settings(10 + random.nextInt(60), 30 + random.nextInt(90)),
                    (lat, lon) -> areasOf(lat));
        }
        Say say = Say.at(observedAt()).by("RT" + random.nextInt(8));
        if (known.isEmpty() || chance(60)) {
            say.opens(chance(2) ? "disturbance" : "assault");
            somewhere(say);
            fill(say);
            known.add(world.opened(say));
        } else if (chance(8)) {
            if (!chance(4)) {
                somewhere(say);
            }
            officers(say, 3);
            world.report(say);
        } else {
            UUID id = known.get(Math.max(0, known.size() - 1 - random.nextInt(25)));
            say.about(id);
            if (chance(10)) {
                somewhere(say);
            }
            fill(say);
            if (chance(80)) {
                say.closes(chance(2) ? "assault" : null);
            }
            world.report(say);
        }
    }

    private void fill(Say say) {
        if (!chance(3)) {
            int low = chance(50) ? random.nextInt(2_000_000) : random.nextInt(300);
            int high = low + random.nextInt(low + 2);
            say.crowd(low, high, chance(10) ? pick(List.of(METHODS)) : CrowdMethod.ESTIMATE);
        }
        if (chance(5)) {
            say.titled("title " + random.nextInt(1_000));
        }
        if (chance(6)) {
            say.status(OPEN[random.nextInt(OPEN.length)]);
        }
        if (chance(2)) {
            officers(say, random.nextInt(4));
        }
    }

    private void officers(Say say, int lines) {
        for (int i = 0; i < lines; i++) {
            if (chance(6)) {
                say.asksFor(random.nextInt(40), chance(3) ? "dogs" : "psu");
            } else {
                say.unit("U" + random.nextInt(20), random.nextInt(30), pick(List.of(STATES)));
            }
        }
    }

    private Instant observedAt() {
        Instant at = world.now().minusMillis(switch (random.nextInt(10)) {
            case 0 -> random.nextInt(120 * 60_000);
            case 1 -> -random.nextInt(10_000);
            case 2 -> random.nextInt(30 * 60_000);
            default -> random.nextInt(90_000);
        });
        Instant seen = chance(500) ? at.minus(Duration.ofDays(random.nextInt(50))) : at;
        // Whole minutes make ties.
        return chance(2) ? Instant.ofEpochSecond(seen.getEpochSecond() / 60 * 60) : seen;
    }

    /** Another map: every place lies where another did before. */
    private void redraw() {
        shift = random.nextInt(PLACES.size());
    }

    private void somewhere(Say say) {
        int place = random.nextInt(PLACES.size());
        Location there = new Location(53 + place / 10.0, -1.3, null, "place " + place);
        say.at(there, areasOf(there.lat()));
    }

    private List<String> areasOf(double lat) {
        return PLACES.get(((int) Math.round((lat - 53) * 10) + shift) % PLACES.size());
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
