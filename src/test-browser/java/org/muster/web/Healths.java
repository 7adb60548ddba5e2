package org.muster.web;

import java.time.Instant;

/** What the service says of how well desks are served by their alerts, for the scripted service. */
final class Healths {

    private Healths() {}

    /** One desk. */
    static String desk(String name, int received) {
        return """
                {"desk":"%s","areas":[],"flood":null,
                 "last10m":{"received":%d,"observed":3,"floodAbove":10,"floodBelow":5},
                 "last24h":{"alerts":40,"per10m":{"average":0.28,"target":1,"met":true},
                  "severities":[
                   {"severities":["critical","high"],"count":4,"share":10,"target":5,"met":false},
                   {"severities":["medium"],"count":6,"share":15,"target":15,"met":true},
                   {"severities":["low"],"count":30,"share":75,"target":80,"met":false}],
                  "inFlood":{"seconds":1800,"share":2.08,"target":1,"met":false},
                  "chattering":{"count":1,"alerts":[],"target":1,"met":false},
                  "stale":{"count":0,"alerts":[],"target":5,"met":true},
                  "busiest":{"share":75,"rules":[
                   {"rule":"crowd-per-officer","title":"Many people for each officer","count":22,"share":55},
                   {"rule":"no-update","title":"No update","count":8,"share":20}],"target":5,"met":false}}}"""
                .formatted(name, received);
    }

    static String of(String... desks) {
        return "{\"at\":\"" + Instant.now() + "\",\"items\":[" + String.join(",", desks) + "]}";
    }
}
