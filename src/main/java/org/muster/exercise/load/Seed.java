package org.muster.exercise.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.muster.client.Pace;

/**
 * What the service knows before it is put under load: some open incidents and what was said of them. It also tells how
 * much the service says to a report.
 *
 * @param reports how many were accepted by then
 */
record Seed(List<String> incidents, BareServer.Sizes sizes, long reports) {
    /** Incidents that are open all the time. */
    static final int INCIDENTS = 200;

    private static final int EACH_WAY = 100;
    private static final int CREATED = 201;
    private static final int GOOD = 200;
    private static final Pattern INCIDENT = Pattern.compile("\"incident\":\"([0-9a-f-]{36})\"");

    Seed {
        incidents = List.copyOf(incidents);
    }

    /** Sends it. Blocks. */
    static Seed plant(Server muster, Pace pace) throws BenchFailed {
        try (var wire = new Wire(muster.address(), muster.token())) {
            var incidents = new ArrayList<String>();
            var openings = new Night(0, List.of());
            for (var i = 0; i < INCIDENTS; i++) {
                var receipt = single(wire, openings.opening(pace.now(), i));
                var found = INCIDENT.matcher(receipt);
                if (!found.find()) {
                    throw new BenchFailed("A receipt names no incident: " + receipt);
                }
                incidents.add(found.group(1));
            }
            var night = new Night(1, incidents);
            var receipts = 0;
            for (var i = 0; i < EACH_WAY; i++) {
                receipts += single(wire, night.next(pace.now(), i)).length();
            }
            var lines = new ByteArrayOutputStream();
            for (var i = 0; i < EACH_WAY; i++) {
                lines.writeBytes(night.next(pace.now(), i));
                lines.write('\n');
            }
            var answer = wire.post(IngestLoad.PATH, BatchLoad.LINES, lines.toByteArray());
            if (answer.status() != GOOD) {
                throw new BenchFailed(
                        "A batch was answered with " + answer.status() + ": " + answer.text());
            }
            var entries = Stored.entryBytes(muster);
            return new Seed(incidents,
                    new BareServer.Sizes(receipts / EACH_WAY, answer.length() / EACH_WAY, entries),
                    INCIDENTS + 2L * EACH_WAY);
        } catch (IOException broken) {
            muster.child().check();
            throw new BenchFailed(
                    "The service did not take the first reports: " + broken.getMessage());
        }
    }

    private static String single(Wire wire, byte[] report) throws IOException, BenchFailed {
        var answer = wire.post(IngestLoad.PATH, IngestLoad.JSON, report);
        if (answer.status() != CREATED) {
            throw new BenchFailed(
                    "A report was answered with " + answer.status() + ": " + answer.text());
        }
        return answer.text();
    }
}
