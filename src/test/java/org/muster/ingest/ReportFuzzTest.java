package org.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.input.Read;
import org.muster.model.Actor;
import org.muster.model.Command;
import org.muster.model.Role;

/** Whatever bytes come, a report is read or refused, and nothing is thrown. */
final class ReportFuzzTest {

    private static final List<String> REPORTS = List.of("""
            {"id":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11","category":"disturbance","title":"É 😀",
            "observedAt":"2014-09-06T21:40:00.1239+01:00","sentAt":"2014-09-06T21:40:01Z",
            "location":{"lat":53.3966,"lon":-1.2537,"accuracy":30,"place":"Ivanhoe Road"},
            "crowd":{"low":40,"best":50,"high":60,"method":"media","mood":"hostile"},
            "officers":[{"unit":"RT21","role":"psu","count":25,"state":"at-scene"},
            {"count":10,"state":"requested"}],"status":"closed","closingCategory":"assault",
            "arrests":[{"offence":"affray","count":4,"ageMin":15,"ageMax":35}],
            "text":"Around \\u0066ifty.\\n\\tSecond night.","sensitive":false,"drill":true}""", """
            {"incident":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11","observedAt":"2014-09-06T20:40:00Z",
            "reopen":true,"reason":"again","crime":"recorded","crimeRef":"14/2231",
            "injured":{"public":2,"officers":1},"emergency":true,"onBehalfOf":"RT22",
            "methane":{"major":"declared","exactLocation":"here","type":"crush","hazards":["fire"],
            "casualties":{"dead":0,"serious":1,"minor":2,"estimated":true},
            "services":[{"agency":"fire","present":1,"required":2}]},
            "links":[{"incident":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e12","relation":"follows"}],
            "externalRef":{"agency":"ambulance","ref":"A-17"}}""", """
            {"corrects":"0192f5c0-6b1e-7c3a-9d52-0f1c7a9b2e11","withdrawn":true,"reason":"wrong",
            "observedAt":"2014-09-06T20:40:00Z"}""", """
            {"observedAt":"2014-09-06T20:40:00Z","allQuiet":true,"officers":[]}""");

    private static final List<String> PIECES = List.of("{", "}", "[", "]", ",", ":", "\"", "\\",
            "null", "true", "5.0", "-1", "1e999", "\"5\"", "[]", "{}", "\\ud800", "\u202e",
            "\u0000", "99999999999999999999", "\"withdrawn\":true,", "\"protest\":null,",
            "\"sequence\":7,");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void ten_thousand_mutations_are_each_read_or_refused_and_always_alike(long seed) {
        Random chance = new Random(seed);
        Actor unit = new Actor("RT21", Role.FIELD);
        int good = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] body = bytes(REPORTS.get(chance.nextInt(REPORTS.size())));
            for (int times = chance.nextInt(4) == 0 ? 3 : 1; times > 0; times--) {
                body = mutated(body, chance);
            }
            Actor who = chance.nextBoolean() ? unit : Said.DESK;
            Read<Command.SubmitReport> read = read(body, who);
            if (read instanceof Read.Good<Command.SubmitReport>(Command.SubmitReport command)) {
                good++;
                assertThat(command.contentSha256()).hasSize(64);
            }
            assertThat(words(read(body, who))).isEqualTo(words(read));
        }
        assertThat(good).isBetween(200, 9_800);
    }

    private static Read<Command.SubmitReport> read(byte[] body, Actor who) {
        return Said.READER.read(body, 0, body.length, who);
    }

    /** Without the id, which is made anew for a report that has none. */
    private static String words(Read<Command.SubmitReport> read) {
        return switch (read) {
            case Read.Refused<Command.SubmitReport> refused -> refused.rejection().toString();
            case Read.Good<Command.SubmitReport> good -> good.value().report().observedAt()
                    + good.value().observer() + good.value().report().arrests();
        };
    }

    private static byte[] mutated(byte[] body, Random chance) {
        int from = chance.nextInt(body.length + 1);
        int to = Math.min(body.length, from + chance.nextInt(12));
        byte[] piece = switch (chance.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) chance.nextInt(256)};
            case 2 -> bytes(PIECES.get(chance.nextInt(PIECES.size())));
            case 3 -> slice(bytes(REPORTS.get(chance.nextInt(REPORTS.size()))), chance);
            case 4 -> slice(body, chance);
            default -> bytes(String.valueOf(chance.nextInt(10)));
        };
        var out = new ByteArrayOutputStream();
        out.write(body, 0, from);
        out.writeBytes(piece);
        // A byte is often put in place of one, so that many mutants are still JSON.
        int rest = piece.length == 1 ? Math.min(body.length, from + 1) : to;
        out.write(body, rest, body.length - rest);
        return out.toByteArray();
    }

    private static byte[] slice(byte[] from, Random chance) {
        if (from.length == 0) {
            return from;
        }
        int start = chance.nextInt(from.length);
        int end = Math.min(from.length, start + chance.nextInt(60));
        return Arrays.copyOfRange(from, start, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
