package org.muster.exercise;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.muster.client.Pace;

/**
 * Sends what a scenario tells through the public API when its time has come, stamped with the clock as it plays. An alert
 * that is worked on may be raised a moment later than the story wants it: the story then waits for it, and goes on from
 * there.
 * One thread; it blocks for as long as the scenario lasts.
 */
public final class ScenarioPlayer {
    private final Scenario scenario;
    private final double speed;
    private final Map<String, String> tokens;
    private final Pace pace;
    private final Consumer<String> say;
    private final Filling filling;

    /**
     * @param speed seconds of the story in a second, above 0
     * @param tokens a token for each sender
     * @param say takes the lines for people
     */
    public ScenarioPlayer(Scenario scenario, double speed, Map<String, String> tokens, Pace pace,
            Consumer<String> say) {
        if (!(speed > 0) || !tokens.keySet().containsAll(scenario.senders().keySet())) {
            throw new IllegalArgumentException("a speed above 0, and a token for each sender");
        }
        this.scenario = scenario;
        this.speed = speed;
        this.tokens = Map.copyOf(tokens);
        this.pace = pace;
        this.say = say;
        this.filling = new Filling(speed);
    }

    /**
     * Plays it from the first to the last step.
     *
     * @param service address of the service, ending in a slash
     */
    public Played play(URI service) throws InterruptedException {
        var began = pace.nanos();
        var recorded = 0;
        try (var client = new org.muster.client.Courier(service, pace, say)) {
            var courier = new Courier(client, pace);
            for (var number = 1; number <= scenario.steps().size(); number++) {
                var step = scenario.steps().get(number - 1);
                pace.pause(due(step.at()).minusNanos(pace.nanos() - began));
                announce(number, step, due(scenario.length()).minusNanos(pace.nanos() - began));
                recorded += sent(courier, step) ? 1 : 0;
                if (step.kind() == Scenario.Kind.ALERT) {
                    began = Math.max(began, pace.nanos() - due(step.at()).toNanos());
                }
            }
        }
        return new Played(recorded, scenario.steps().size() - recorded);
    }

    /** When something of the story comes, counted from the start. */
    private Duration due(Duration at) {
        return Duration.ofNanos(Math.round(at.toNanos() / speed));
    }

    private void announce(int number, Scenario.Step step, Duration left) {
        if (step.act() != null) {
            say.accept("");
            say.accept(step.act());
        }
        say.accept("  step " + number + " of " + scenario.steps().size() + ", " + Words.of(left)
                + " left · " + step.by() + ": " + Words.of(step));
    }

    private boolean sent(Courier courier, Scenario.Step step) throws InterruptedException {
        var message = filling.message(step, pace.now());
        if (message == null) {
            say.accept("    left out: something that it names was not recorded");
            return false;
        }
        return switch (courier.send(step.kind(), message, tokens.getOrDefault(step.by(), ""))) {
            case Sent.Recorded(var subject, var replayed) -> {
                if (step.key() != null) {
                    filling.recorded(step.key(), message.path("id").asText(), subject);
                }
                if (replayed) {
                    say.accept("    it had arrived already");
                }
                yield true;
            }
            case Sent.Overtaken(var words) -> {
                say.accept("    somebody was faster: " + words);
                yield true;
            }
            case Sent.Refused(var status, var words) -> {
                say.accept("    refused with " + status + ": " + words);
                yield false;
            }
            case Sent.Unanswered(var words) -> {
                say.accept("    given up: " + words);
                yield false;
            }
        };
    }
}
