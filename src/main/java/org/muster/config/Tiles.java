package org.muster.config;

import java.util.function.BiConsumer;

/** A drawn map to lie under the areas. */
public record Tiles(@Setting(value = "",
        doc = "Address of map tiles in your own network, such as `http://tiles.internal/{z}/{x}/{y}.png`, or a path that the proxy answers, such as `/tiles/{z}/{x}/{y}.png`; {-y} for rows from below; empty for none") TileAddress url,
        @Setting(value = "",
                doc = "Whose map it is, as its licence wants it said; shown on the map, needed with url") String attribution,
        @Setting(value = "0", min = "0", max = "22",
                doc = "The farthest zoom that there are tiles of") int minZoom,
        @Setting(value = "19", min = "0", max = "22",
                doc = "The nearest zoom that there are tiles of; nearer, these are shown larger") int maxZoom,
        @Setting(value = "",
                doc = "The host of url once more, where its name does not show that it is in your own network (a private address, a name without a dot, .internal, .local, .home.arpa)") String ownHost) {
    private static final int ATTRIBUTION_MAX = 200;

    /** As shipped. */
    public static Tiles defaults() {
        return Binder.defaults(Tiles.class);
    }

    /** @param fault is told the key and what would be right */
    void check(Server server, BiConsumer<String, String> fault) {
        if (minZoom > maxZoom) {
            fault.accept("tiles.minZoom", "must not be above maxZoom");
        }
        if (attribution.length() > ATTRIBUTION_MAX
                || attribution.chars().anyMatch(Character::isISOControl)) {
            fault.accept("tiles.attribution",
                    "is one line of at most " + ATTRIBUTION_MAX + " characters");
        }
        if (url.isOn()) {
            where(server, fault);
        } else {
            if (!attribution.isEmpty()) {
                fault.accept("tiles.attribution",
                        "is for nobody without tiles.url; write that too");
            }
            if (!ownHost.isEmpty()) {
                fault.accept("tiles.ownHost", "is for nobody without tiles.url; write that too");
            }
        }
    }

    private void where(Server server, BiConsumer<String, String> fault) {
        if (attribution.isEmpty()) {
            fault.accept("tiles.attribution", "is missing: say whose map it is, as its licence"
                    + " wants it; your own name when it is yours");
        }
        String host = url.host().orElse("");
        if (!ownHost.isEmpty() && !ownHost.equalsIgnoreCase(host)) {
            fault.accept("tiles.ownHost", Values.quoted(ownHost)
                    + " is not the host of tiles.url, which is " + Values.quoted(host));
        } else if (!url.isLocal() && ownHost.isEmpty()) {
            fault.accept("tiles.url", Values.quoted(host) + " may be a machine of the internet, and"
                    + " who gives tiles learns where you look. Use a server of your own network."
                    + " If this is one, write its name into tiles.ownHost too");
        }
        if (server.leavesLoopback() && url.isInTheClear()) {
            fault.accept("tiles.url", Values.quoted(url.template()) + " is not shown by a page that"
                    + " came over TLS; write an https address, or a path that the proxy answers");
        }
    }
}
