package org.muster.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.muster.config.Values.Unreadable;

/**
 * Where the squares of a map are had: an address with a place for the zoom, the column and the row of one.
 *
 * @param template as written; empty for none
 */
public record TileAddress(String template) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> NEEDED = List.of("z", "x", "y");
    private static final List<String> LOCAL_ENDINGS = List.of(".local", ".internal", ".localhost",
            ".home.arpa");
    private static final int PORT_MAX = 65_535;
    private static final String LOCALHOST = "localhost";
    /** What a browser would take for an address, in whatever way it is written. */
    private static final Pattern NUMERIC = Pattern
            .compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");
    private static final String SUCH_AS = "write one such as http://tiles.internal/{z}/{x}/{y}.png,"
            + " or a path such as /tiles/{z}/{x}/{y}.png";

    static TileAddress of(String text) throws Unreadable {
        if (!text.isEmpty()) {
            placeholders(text);
            if (text.startsWith("/")) {
                path(text);
            } else {
                server(text);
            }
        }
        return new TileAddress(text);
    }

    private static void placeholders(String text) throws Unreadable {
        var left = new ArrayList<>(NEEDED);
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).equals("-y") ? "y" : matcher.group(1);
            if (!NEEDED.contains(name)) {
                throw new Unreadable(Values.quoted(matcher.group()) + " is no placeholder; there"
                        + " are {z}, {x}, {y}, and {-y} for rows counted from below");
            }
            if (!left.remove(name)) {
                throw new Unreadable(Values.quoted(matcher.group()) + " stands there twice");
            }
        }
        if (!left.isEmpty()) {
            throw new Unreadable(Values.quoted(text) + " has no place for {" + left.getFirst()
                    + "}; " + SUCH_AS);
        }
    }

    private static void path(String text) throws Unreadable {
        URI uri = uri(text);
        if (uri.getRawAuthority() != null || text.startsWith("/api/")) {
            throw new Unreadable(Values.quoted(text) + " is no path for tiles; " + SUCH_AS);
        }
    }

    private static void server(String text) throws Unreadable {
        URI uri = uri(text);
        if (uri.getRawUserInfo() != null) {
            throw new Unreadable("holds a name or password, which every screen would be told;"
                    + " let the tile server take who comes from your network");
        }
        String host = uri.getHost();
        int hostEnds = text.indexOf('/', text.indexOf("//") + 2);
        if (host == null || !List.of("http", "https").contains(uri.getScheme()) || hostEnds < 0
                || text.indexOf('{') < hostEnds || uri.getPort() == 0 || uri.getPort() > PORT_MAX) {
            throw new Unreadable(Values.quoted(text) + " is no address of tiles; " + SUCH_AS);
        }
        if (host.startsWith("[")) {
            throw new Unreadable(Values.quoted(host) + " is an IPv6 address, which a page's policy"
                    + " cannot name; write a name, or an IPv4 address");
        }
        if (NUMERIC.matcher(host).matches() && Network.address(host).isEmpty()) {
            throw new Unreadable(Values.quoted(host) + " is no host; write the four numbers of an"
                    + " IPv4 address, or a name");
        }
    }

    private static URI uri(String text) throws Unreadable {
        try {
            URI uri = new URI(filled(text));
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new Unreadable("has something behind ? or #, which every screen would be"
                        + " told; only a plain path is taken");
            }
            return uri;
        } catch (URISyntaxException none) {
            throw new Unreadable(Values.quoted(text) + " is no address; " + SUCH_AS);
        }
    }

    private static String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("0");
    }

    /** Whether there are tiles. */
    public boolean isOn() {
        return !template.isEmpty();
    }

    /** Scheme, host and port as a page's policy names them; empty when they come from the page's own origin. */
    public Optional<String> origin() {
        return host().map(host -> {
            URI uri = URI.create(filled(template));
            return uri.getScheme() + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        });
    }

    /** The server's name or address; empty when they come from the page's own origin. */
    Optional<String> host() {
        return Optional.ofNullable(URI.create(filled(template)).getHost())
                .map(host -> host.toLowerCase(Locale.ROOT));
    }

    /** Whether the host's very name says that it is no machine of the public internet. */
    boolean isLocal() {
        return host().map(TileAddress::isLocal).orElse(true);
    }

    private static boolean isLocal(String host) {
        return Network.address(host)
                .map(address -> address.isLoopbackAddress() || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress())
                .orElseGet(() -> host.indexOf('.') < 0
                        || LOCAL_ENDINGS.stream().anyMatch(host::endsWith));
    }

    /** Whether a page that came over TLS would not show them. */
    boolean isInTheClear() {
        return template.startsWith("http:")
                && !host().filter(TileAddress::isThisMachine).isPresent();
    }

    private static boolean isThisMachine(String host) {
        return host.equals(LOCALHOST)
                || Network.address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }
}
