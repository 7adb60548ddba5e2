package org.muster.exchange.ccc;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns that are read, of a sheet and of a table of places. What is not here is not taken over: Location, Claim, the
 * sources and the remarks can name people.
 */
enum Column {
    TOWN("CityTown"),
    STATE("StateTerritory"),
    DATE("Date"),
    ESTIMATE("EstimateText"),
    LOW("EstimateLow"),
    BEST("BestGuess"),
    HIGH("EstimateHigh"),
    ACTOR("Actor"),
    TYPE("EventType"),
    ARRESTS("ReportedArrests"),
    INJURED("ReportedParticipantInjuries"),
    POLICE_INJURED("ReportedPoliceInjuries"),
    LAT("lat"),
    LON("lon");

    /** What makes a table a sheet of events. */
    static final List<Column> OF_A_SHEET = List.of(TOWN, STATE, DATE);
    /** What makes it a table of places. */
    static final List<Column> OF_PLACES = List.of(TOWN, STATE, LAT, LON);

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /** As the Consortium writes it. */
    String header() {
        return header;
    }

    /** The column of a header, whatever its case, its blanks and the marks around it. */
    static Optional<Column> find(String header) {
        var plain = plain(header);
        return Arrays.stream(values())
                .filter(column -> plain(column.header).equals(plain))
                .findFirst();
    }

    private static String plain(String header) {
        return header.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
