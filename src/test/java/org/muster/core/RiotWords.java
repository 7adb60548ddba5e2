package org.muster.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.muster.model.AgeBand;
import org.muster.model.Arrest;
import org.muster.model.Crime;
import org.muster.model.CrowdMethod;
import org.muster.model.DeploymentState;
import org.muster.model.ExternalRef;
import org.muster.model.IncidentStatus;
import org.muster.model.Injured;
import org.muster.model.Methane;

/** What reports say, by chance. */
final class RiotWords {

    private static final CrowdMethod[] METHODS = CrowdMethod.values();
    private static final DeploymentState[] STATES = DeploymentState.values();
    private static final AgeBand[] BANDS = AgeBand.values();
    private static final Methane.Major[] MAJORS = Methane.Major.values();
    /** Allegations as often as all that is decided. */
    private static final Crime[] CRIMES = {Crime.RECORDED, Crime.NOT_A_CRIME, Crime.ALLEGED,
            Crime.ALLEGED};
    private static final IncidentStatus[] OPEN = {IncidentStatus.REPORTED, IncidentStatus.ONGOING,
            IncidentStatus.CONTAINED};

    private final Random random;

    RiotWords(Random random) {
        this.random = random;
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T pick(T[] some) {
        return some[random.nextInt(some.length)];
    }

    /** When something was seen that is reported now: mostly just so, at times long ago or by a clock that is fast. */
    Instant observedAt(Instant now) {
        Instant at = now.minusMillis(switch (random.nextInt(10)) {
            case 0 -> random.nextInt(120 * 60_000);
            case 1 -> -random.nextInt(10_000);
            case 2 -> random.nextInt(30 * 60_000);
            default -> random.nextInt(90_000);
        });
        Instant seen = chance(500) ? at.minus(Duration.ofDays(random.nextInt(50))) : at;
        // Whole minutes make ties.
        return chance(2) ? Instant.ofEpochSecond(seen.getEpochSecond() / 60 * 60) : seen;
    }

    /** What may be said of an incident or protest. */
    void fill(Say say) {
        if (!chance(3)) {
            int low = chance(50) ? random.nextInt(2_000_000) : random.nextInt(300);
            low = chance(8) ? 0 : low;
            int high = chance(30) ? low : low + random.nextInt(low + 2);
            say.crowd(low, high, chance(10) ? pick(METHODS) : CrowdMethod.ESTIMATE);
        }
        if (chance(5)) {
            say.titled("title " + random.nextInt(1_000));
        }
        if (chance(6)) {
            say.status(pick(OPEN));
        } else if (chance(20)) {
            say.closes(chance(2) ? "assault" : null);
        } else if (chance(10)) {
            say.reopens();
        }
        if (chance(2)) {
            officers(say, random.nextInt(4));
        }
        if (chance(20)) {
            say.and(report -> report.methane(new Methane(pick(MAJORS), "by the mill", "fire",
                    List.of("smoke"), "from the north", null,
                    List.of(new Methane.Service("fire", 1, random.nextInt(5))))));
        }
        if (chance(20)) {
            Crime crime = pick(CRIMES);
            say.and(report -> {
                String ref = crime == Crime.ALLEGED ? null : "C/" + random.nextInt(99);
                report.crime(crime).crimeRef(crime == Crime.RECORDED ? ref : null);
            });
        }
    }

    /** What may be said by unit reports too. */
    void more(Say say, Instant effectiveAt) {
        if (chance(5)) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                arrest(say, effectiveAt);
            }
        }
        if (chance(8)) {
            Injured injured = new Injured(random.nextInt(5), 1 + random.nextInt(2));
            say.and(report -> report.injured(injured));
        }
        if (chance(15)) {
            ExternalRef ref = new ExternalRef("fire", "F" + random.nextInt(99));
            say.and(report -> report.externalRef(ref));
        }
        if (chance(20)) {
            say.and(report -> report.emergency(true));
        }
        if (chance(12)) {
            say.sensitive(true);
        }
    }

    private void arrest(Say say, Instant effectiveAt) {
        String day = effectiveAt.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        boolean hats = day.compareTo("2014-09-01") >= 0 && day.compareTo("2014-09-07") <= 0;
        String offence = pick(List.of("affray", "not-stated", hats ? "wearing-a-hat" : "affray"));
        int count = 1 + random.nextInt(9);
        int youngest = random.nextInt(60);
        int oldest = youngest + random.nextInt(8);
        say.arrests(switch (random.nextInt(3)) {
            case 0 -> new Arrest(offence, count, null, null, null);
            case 1 -> new Arrest(offence, count, youngest, oldest, null);
            default -> new Arrest(offence, count, null, null, pick(BANDS));
        });
    }

    /** Lines of units, each in one line only. */
    void officers(Say say, int lines) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < lines; i++) {
            int number = random.nextInt(20);
            // Some of them report themselves.
            String unit = number < 4 ? "RT" + number : "U" + number;
            if (chance(6)) {
                say.asksFor(random.nextInt(40), chance(3) ? "dogs" : "psu");
            } else if (named.add(unit)) {
                say.unit(unit, random.nextInt(30), pick(STATES));
            }
        }
    }

    /** One of the last few; null when there are none. */
    <T> @Nullable T recent(List<T> all, int few) {
        return all.isEmpty() ? null : all.get(Math.max(0, all.size() - 1 - random.nextInt(few)));
    }

    /** Some of these, none twice. */
    <T> List<T> some(List<T> all, int most) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < most && !all.isEmpty(); i++) {
            T one = pick(all);
            if (!some.contains(one)) {
                some.add(one);
            }
        }
        return some;
    }
}
