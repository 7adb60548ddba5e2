package org.muster.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import org.muster.model.Nearest;

/** Checks the sections against each other and against what this version can do. */
final class Checks {
    private static final String LOCALHOST = "localhost";

    private final Consumer<ConfigFault> faults;

    Checks(Consumer<ConfigFault> faults) {
        this.faults = faults;
    }

    void check(Sections sections) {
        server(sections.server());
        json(sections.limits());
        connections(sections.limits());
        rates(sections.limits().rates());
        recorder(sections.limits());
        alerts(sections.alerts());
        units(sections.units());
        alertmanager(sections.alertmanager());
        sections.tiles().check(sections.server(), this::fault);
        if (sections.limits().disk().refuseBytes() > sections.limits().disk().warnBytes()) {
            fault("limits.disk.refuseBytes", "must not be above warnBytes, which warns before it");
        }
        if (shorter(sections.limits().stream().drainWithin(), sections.stream().liveEvery())) {
            fault("limits.stream.drainWithin",
                    "must not be below stream.liveEvery: a quiet socket would be taken for a stuck one");
        }
    }

    private void alerts(Alerts alerts) {
        wholeMinutes("alerts.lateAfter", alerts.lateAfter());
        wholeMinutes("alerts.shelveMax", alerts.shelveMax());
        wholeMinutes("alerts.shelveWarn", alerts.shelveWarn());
        if (alerts.shelveWarn().compareTo(alerts.shelveMax()) >= 0) {
            fault("alerts.shelveWarn", "must be below shelveMax: it is said within that time");
        }
        try {
            ZoneId.of(alerts.nights().zone());
        } catch (DateTimeException unknown) {
            fault("alerts.nights.zone", Values.quoted(alerts.nights().zone())
                    + " is no time zone; write one such as Europe/London");
        }
    }

    private void units(Units units) {
        units.checkIn().forEach((role, span) -> {
            // Whoever names other kinds need not know that some of those of before check in.
            boolean isShipped = units.checkIn().equals(Units.defaults().checkIn());
            if (!isShipped && !units.roles().contains(role)) {
                fault("units.checkIn", Values.quoted(role) + " is none of units.roles"
                        + Nearest.hint(role, units.roles()));
            }
            wholeMinutes("units.checkIn", span);
        });
        wholeMinutes("units.relief", units.relief());
    }

    private void alertmanager(Alertmanager alertmanager) {
        if (alertmanager.isOn()) {
            address("alertmanager.url", alertmanager.url());
        } else if (!alertmanager.tokenFile().isEmpty()) {
            fault("alertmanager.tokenFile",
                    "is for nobody without alertmanager.url; write that too");
        }
        if (!alertmanager.dashboard().isEmpty() && !isAddress(alertmanager.dashboard())) {
            fault("alertmanager.dashboard", Values.quoted(alertmanager.dashboard())
                    + " is no address; write one such as https://muster.example.org");
        }
    }

    private void address(String key, String url) {
        if (!isAddress(url)) {
            fault(key,
                    Values.quoted(url) + " is no address; write one such as http://127.0.0.1:9093");
        } else if (url.startsWith("http:") && !isOfThisMachine(URI.create(url).getHost())) {
            fault(key, Values.quoted(url) + " is on another machine, and what alerts say must not"
                    + " travel in the clear; write an https address");
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null && address.getQuery() == null
                    && address.getFragment() == null
                    && List.of("http", "https").contains(address.getScheme());
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isOfThisMachine(String host) {
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return plain.equals(LOCALHOST)
                || Network.address(plain).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private void wholeMinutes(String key, Duration span) {
        if (span.toSecondsPart() != 0 || span.toMillisPart() != 0) {
            fault(key, "must be whole minutes, such as 15m");
        }
    }

    private void server(Server server) {
        String host = server.host();
        if (!host.equals(LOCALHOST) && Network.address(host).isEmpty()) {
            fault("server.host", Values.quoted(host) + " is not an address; write 127.0.0.1, ::1 or"
                    + " localhost for this machine alone, 0.0.0.0 for all its addresses, or one of"
                    + " them");
        } else if (!isLoopback(host) && !server.leavesLoopback()) {
            fault("server.host", Values.quoted(host) + " can be reached from outside of this"
                    + " machine, where tokens must not travel in the clear. Set"
                    + " server.tls.certificate and server.tls.key to PEM files, or set"
                    + " server.behindProxy to the address of the proxy that speaks TLS for it; or"
                    + " listen on 127.0.0.1");
        }
        Server.Tls tls = server.tls();
        if (tls.isOn() && tls.key().isEmpty()) {
            fault("server.tls.key", "names the PEM file of the key of server.tls.certificate");
        } else if (tls.isOn() && tls.certificate().isEmpty()) {
            fault("server.tls.certificate",
                    "names the PEM file of the certificate of server.tls.key");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals(LOCALHOST) || Network.address(host).orElseThrow().isLoopbackAddress();
    }

    private void json(Limits limits) {
        Limits.Json json = limits.json();
        if (json.stringMax() < 2 * json.textMax()) {
            fault("limits.json.stringMax",
                    "must be at least twice textMax: a code point takes up to"
                            + " two characters, and the longest text must fit into a string");
        }
        if (limits.http().bodyBytes() < json.stringMax()) {
            fault("limits.http.bodyBytes", "must be at least limits.json.stringMax: the longest"
                    + " string must fit into a body");
        }
    }

    private void connections(Limits limits) {
        Limits.Connections connections = limits.connections();
        if (connections.perUserMax() > connections.perAddressMax()) {
            fault("limits.connections.perUserMax", "must not be above perAddressMax");
        }
        if (connections.perAddressMax() > connections.totalMax()) {
            fault("limits.connections.perAddressMax", "must not be above totalMax");
        }
        if (!shorter(limits.stream().pongWithin(), limits.stream().pingEvery())) {
            fault("limits.stream.pongWithin",
                    "must be below pingEvery: an answer is awaited before" + " the next ping");
        }
        Limits.Http http = limits.http();
        if (shorter(http.idleWithin(), http.headerWithin())
                || shorter(http.idleWithin(), http.bodyWithin())
                || shorter(http.idleWithin(), http.lineWithin())) {
            fault("limits.http.idleWithin",
                    "must not be below headerWithin, bodyWithin or lineWithin");
        }
    }

    private void rates(Limits.Rates rates) {
        burst("unit", rates.unitPerSecond(), rates.unitBurst());
        burst("desk", rates.deskPerSecond(), rates.deskBurst());
        burst("address", rates.addressPerSecond(), rates.addressBurst());
    }

    private void burst(String who, int perSecond, int burst) {
        if (burst < perSecond) {
            fault("limits.rates." + who + "Burst",
                    "must be at least " + who + "PerSecond, which is " + perSecond);
        }
    }

    private void recorder(Limits limits) {
        Limits.Recorder recorder = limits.recorder();
        if (recorder.commitEntriesMax() > recorder.queueReportsMax()) {
            fault("limits.recorder.commitEntriesMax", "must not be above queueReportsMax");
        }
        if (limits.http().batchLinesMax() >= recorder.queueReportsMax()) {
            fault("limits.http.batchLinesMax", "must be below limits.recorder.queueReportsMax, so"
                    + " that one batch never fills the queue");
        }
        if (recorder.queueBytes() / 16 < limits.http().bodyBytes()) {
            fault("limits.recorder.queueBytes",
                    "must hold at least 16 bodies of limits.http.bodyBytes");
        }
    }

    private static boolean shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0;
    }

    private void fault(String key, String detail) {
        faults.accept(new ConfigFault(Config.MUSTER_FILE, key, detail));
    }
}
