package org.muster.web;

import java.time.Instant;
import java.util.List;

/** Messages of the stream, as the contract words them, for the scripted service. */
final class Said {
    /** A page of a list on which there is nothing. */
    static final String NO_ITEMS = "{\"items\":[],\"next\":null}";

    /** A time axis of a record that has just begun. */
    static final String NOTHING_HAPPENED = """
            {"from":"2014-09-06T20:00:00.000Z","to":"2014-09-07T02:00:00.000Z","begun":null,"protests":[],"incidents":[],"alerts":[],
            "floods":[],"more":{"protests":0,"incidents":0,"alerts":0}}""";

    private Said() {}

    static String picture(String cursor, String... incidents) {
        return picture(cursor, List.of("areas", "incidents", "protests", "units"), incidents);
    }

    static String picture(String cursor, List<String> topics, String... incidents) {
        String listed = "\"" + String.join("\",\"", topics) + "\"";
        return """
                {"type":"picture","cursor":"%s","at":"%s","topics":[%s],"areas":[%s],
                 "incidents":[%s],"protests":[],"alerts":[],"units":[]}""".formatted(cursor,
                Instant.now(), listed, areas(0), String.join(",", incidents));
    }

    /** A picture with protests and nothing else. */
    static String protests(List<String> topics, String... protests) {
        return picture("c0", topics).replace("\"protests\":[]",
                "\"protests\":[" + String.join(",", protests) + "]");
    }

    static String changedProtests(String... protests) {
        return "{\"type\":\"protests\",\"protests\":[" + String.join(",", protests)
                + "],\"left\":[]}";
    }

    static String live(String cursor) {
        return "{\"type\":\"live\",\"cursor\":\"" + cursor + "\"}";
    }

    static String incidents(String... incidents) {
        return "{\"type\":\"incidents\",\"incidents\":[" + String.join(",", incidents)
                + "],\"left\":[]}";
    }

    static String changedAreas(int atScene) {
        return "{\"type\":\"areas\",\"areas\":[" + areas(atScene) + "],\"left\":[]}";
    }

    static String entries(long seq, String cursor) {
        return """
                {"type":"entries","cursor":"%s","entries":[{"seq":%d,"at":"%s","type":"report",
                 "actor":"RT21","areas":["rotherham"],"body":{}}]}""".formatted(cursor, seq,
                Instant.now());
    }

    static String open(String id, String title) {
        return incident(id, title, "ongoing");
    }

    /** An incident seen by two observers, of which one is an outlier. */
    static String incident(String id, String title, String status) {
        boolean closed = status.equals("closed");
        String now = Instant.now().toString();
        return """
                {"id":"%s","status":"%s","category":"disturbance","closingCategory":null,
                 "title":"%s","location":{"lat":53.3966,"lon":-1.2537},"areas":["rotherham"],
                 "openedAt":"%s","lastReportAt":"%s","closedAt":%s,%s,"links":[],"methane":null,
                 "crime":null,"crimeRef":null,"sensitive":false,"drill":false,"alerts":[],
                 "externalRef":null}""".formatted(id, status, title, now, now,
                closed ? "\"" + now + "\"" : "null", figures(closed));
    }

    /** A protest of one hour in Rotherham, with the crowd of an incident unless it is planned. */
    static String protest(String id, String title, String status, Instant startsAt) {
        boolean ended = status.equals("ended");
        String figures = status.equals("planned") ? figures(false).replaceFirst(
                "(?s)\"crowd\":.*?\"officers\"", "\"crowd\":null,\"officers\"") : figures(ended);
        return """
                {"id":"%s","status":"%s","planned":true,"title":"%s","category":"static-assembly",
                 "organisation":"Committee","opposes":[],"startsAt":"%s","endsAt":"%s","place":null,
                 "expected":{"low":50,"high":100},"officersPlanned":35,"noticeGivenAt":"%s",
                 "publicMessage":"Open as usual.","areas":["rotherham"],"startedAt":"%s",
                 "endedAt":%s,"cancelledAt":null,"lastReportAt":null,"clashes":[],%s,
                 "sensitive":false,"drill":false,"alerts":[],"externalRef":null}""".formatted(id,
                status, title, startsAt, startsAt.plusSeconds(3_600), startsAt, startsAt,
                ended ? "\"" + startsAt + "\"" : "null", figures);
    }

    /** The protest, in a clash with another one. */
    static String clashing(String protest, String other) {
        return protest.replace("\"clashes\":[]",
                """
                "clashes":[{"protest":"%s","opposed":true,"distance":171.3,"from":"%s","to":"%s"}]"""
                        .formatted(other, Instant.now(), Instant.now().plusSeconds(7_200)));
    }

    private static String figures(boolean over) {
        String bounds = over ? "\"low\":null,\"best\":null,\"high\":null"
                : "\"low\":40,\"best\":49,\"high\":60";
        String now = Instant.now().toString();
        return """
                "crowd":{%s,"peak":60,"asOf":"%s","estimates":[
                  {"observer":"RT21","method":"estimate","low":40,"high":60,"effectiveAt":"%s","outlier":false},
                  {"observer":"desk-2/media","method":"media","low":500,"high":900,"effectiveAt":"%s","outlier":true}]},
                 "officers":{"atScene":25,"enRoute":0,"requested":0,"units":[
                  {"unit":"RT21","role":"psu","count":25,"state":"at-scene","effectiveAt":"%s","observer":"RT21"}]},
                 "arrests":{"total":0,"byOffence":{},"byAge":{}},"injured":{"public":0,"officers":0},
                 "reports":2""".formatted(bounds, now, now, now, now);
    }

    /** Nothing to choose from. */
    static String catalogue() {
        return """
                {"categories":[],"offences":[],"unitRoles":[],"methods":[],"moods":[],"states":[],
                 "statuses":[]}""";
    }

    /** South Yorkshire as a square, and Rotherham as a smaller one in its south. */
    static String outlines() {
        return "{\"type\":\"FeatureCollection\",\"features\":["
                + outline("south-yorkshire", "South Yorkshire", "null", -1.8, 53.3, -0.9, 53.66)
                + ","
                + outline("rotherham", "Rotherham", "\"south-yorkshire\"", -1.4, 53.32, -1.1, 53.5)
                + "]}";
    }

    private static String outline(String id, String name, String parent, double west, double south,
            double east, double north) {
        return """
                {"type":"Feature","properties":{"id":"%s","name":"%s","parent":%s},
                 "geometry":{"type":"Polygon","coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}"""
                .formatted(id, name, parent, west, south, east, south, east, north, west, north,
                        west, south);
    }

    private static String areas(int atScene) {
        return area("south-yorkshire", "South Yorkshire", "null", atScene) + ","
                + area("rotherham", "Rotherham", "\"south-yorkshire\"", atScene);
    }

    static String area(String id, String name, String parent, int atScene) {
        return """
                {"id":"%s","name":"%s","parent":%s,"asOf":"%s","incidents":{"open":1,"openedLast24h":1},
                 "crowd":{"low":40,"best":49,"high":60},"protests":{"live":1,"upcoming":1},
                 "officers":{"atScene":%d,"enRoute":0,"requested":0,"planned":60},
                 "arrests":{"last24h":4,"total":4},"injured":{"last24h":3,"total":3},
                 "reports":{"lastHour":2,"total":2,"lastAt":"%s"},
                 "alerts":{"critical":0,"high":0,"medium":0,"low":0},"coverage":"reporting"}"""
                .formatted(id, name, parent, Instant.now(), atScene, Instant.now());
    }
}
