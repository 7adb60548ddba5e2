package org.muster.web;

/** What the service says of how much the alerts ask of desks, for the scripted service. */
final class Healths {
    private static final String DESK = """
            {"desk":"%s","rate":{"received":%d,"observed":3,"target":10,"met":%s},"flood":null,
             "day":{"total":40,"shares":{"urgent":{"count":4,"share":0.1,"target":0.05,"met":false},
              "medium":{"count":6,"share":0.15,"target":0.15,"met":true},
              "low":{"count":30,"share":0.75,"target":0.8,"met":true}},
             "inFlood":{"share":0.02,"target":0.01,"met":false},
             "chattering":{"count":1,"target":0,"met":false},"stale":{"count":0,"target":0,"met":true},
             "busiest":[{"rule":"crowd-per-officer","title":"Many people for each officer","count":22},
              {"rule":"no-update","title":"No update","count":8}]}}""";

    static final String TWO = "{\"desks\":[" + DESK.formatted("desk-1", 7, "true") + ","
            + DESK.formatted("desk-2", 12, "false") + "]}";

    private Healths() {}
}
