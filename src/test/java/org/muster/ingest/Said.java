package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.muster.config.Limits;
import org.muster.input.Read;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Fault;
import org.muster.model.Glossary;
import org.muster.model.PlacesByPoint;
import org.muster.model.Rejection;
import org.muster.model.Report;
import org.muster.model.Role;

/** What becomes of a report that somebody says, written with single quotes. */
final class Said {

    static final Actor DESK = new Actor("desk-1", Role.CONTROLLER);
    static final Glossary WORDS = new Glossary(Set.of("disturbance", "assault", "march"),
            Set.of("psu", "dog"), Set.of("theft", "breach-of-the-peace", "not-stated"));
    static final ReportReader READER = new ReportReader(WORDS,
            (PlacesByPoint) (lat, lon) -> List.of("town", "county"), Limits.defaults().json());

    private static final String NOW = "'observedAt':'2014-09-06T20:40:00Z'";

    private Said() {}

    /** A whole report with these fields and a time. */
    static String at(String fields) {
        return "{" + NOW + (fields.isEmpty() ? "" : ",") + fields + "}";
    }

    /** The same, of a new incident. */
    static String opening(String fields) {
        return at("'category':'disturbance','location':{'lat':53.4,'lon':-1.2}"
                + (fields.isEmpty() ? "" : ",") + fields);
    }

    static Read<Command.SubmitReport> by(Actor who, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return READER.read(bytes, 0, bytes.length, who);
    }

    static Command.SubmitReport command(Actor who, String body) {
        Read<Command.SubmitReport> read = by(who, body);
        assertThat(read).as(body).isInstanceOf(Read.Good.class);
        return ((Read.Good<Command.SubmitReport>) read).value();
    }

    static Report good(String body) {
        return command(DESK, body).report();
    }

    static Rejection refused(Actor who, String body) {
        Read<Command.SubmitReport> read = by(who, body);
        assertThat(read).as(body).isInstanceOf(Read.Refused.class);
        return ((Read.Refused<Command.SubmitReport>) read).rejection();
    }

    /** Where the faults are, in the order they are told. */
    static List<String> faults(String body) {
        Rejection rejection = refused(DESK, body);
        assertThat(rejection.code()).as(rejection.detail()).isEqualTo(Rejection.Code.INVALID);
        return rejection.faults().stream().map(Fault::pointer).toList();
    }

    /** A field of a body is gone. */
    static String without(String body, String pointer) throws JsonProcessingException {
        var root = ReportsServer.JSON.readTree(body.replace('\'', '"'));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) root.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        return root.toString();
    }
}
