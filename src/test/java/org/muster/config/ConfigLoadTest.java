package org.muster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.muster.model.Settings;

/** Reading the configuration folder. */
final class ConfigLoadTest {

    /** Texts that are only understood beside the other keys, when all are read. */
    private static final List<String> WHOLE = List.of("server.host", "alerts.nights.zone",
            "alertmanager.url", "alertmanager.tokenFile", "alertmanager.dashboard",
            "tiles.attribution", "tiles.ownHost");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheShippedFolder() throws IOException {
        ShippedConfig.copiedTo(folder);
    }

    @Test
    void keys_that_are_left_out_have_their_defaults() throws IOException {
        write(Config.MUSTER_FILE, "server:\n  port: 9090\n");
        Config config = good(Map.of());
        assertThat(config.server())
                .isEqualTo(new Server("127.0.0.1", 9090, List.of(), new Server.Tls("", "")));
        assertThat(config.limits()).isEqualTo(Limits.defaults());
    }

    @Test
    void sizes_spans_and_lists_are_read() throws IOException {
        write(Config.MUSTER_FILE, """
                limits:
                  http: {bodyBytes: 128KiB, idleWithin: 2m}
                units:
                  roles: [psu, dogs]
                """);
        Config config = good(Map.of());
        assertThat(config.limits().http().bodyBytes()).isEqualTo(128 * 1024);
        assertThat(config.limits().http().idleWithin()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.units().roles()).containsExactly("psu", "dogs");
    }

    @Test
    void spans_by_kind_are_read_from_pairs_and_may_be_none() throws IOException {
        assertThat(good(Map.of()).units().checkInMinutes()).containsOnlyKeys("fit", "plt",
                "spotter");
        write(Config.MUSTER_FILE, "units:\n  checkIn: {psu: 90m, dogs: 1h}\n");
        assertThat(good(Map.of()).settings().alerting().checkInMinutes())
                .isEqualTo(Map.of("psu", 90, "dogs", 60));
        assertThat(good(Map.of("MUSTER_UNITS_CHECK_IN", "medic: 20m")).units().checkInMinutes())
                .isEqualTo(Map.of("medic", 20));
        assertThat(good(Map.of("MUSTER_UNITS_CHECK_IN", "")).units().checkIn()).isEmpty();
        write(Config.MUSTER_FILE, "units:\n  checkIn:\n");
        assertThat(good(Map.of()).units().checkIn()).isEmpty();
    }

    @Test
    void yes_and_no_are_true_and_false_and_nothing_else() throws IOException {
        assertThat(good(Map.of()).alerts().secondPerson()).isFalse();
        write(Config.MUSTER_FILE, "alerts: {secondPerson: true}\n");
        assertThat(good(Map.of()).settings().alerting().shelving().secondPerson()).isTrue();
        write(Config.MUSTER_FILE, "alerts: {secondPerson: yes}\n");
        assertThat(faults(Map.of())).singleElement()
                .extracting(ConfigFault::text)
                .asString()
                .contains("alerts.secondPerson", "\"yes\" is neither true nor false");
    }

    @Test
    void a_blank_variable_switches_off_what_the_file_sets() throws IOException {
        write(Config.MUSTER_FILE, "server: {host: 0.0.0.0, behindProxy: [10.0.0.1, 10.1.0.0/16],"
                + " tls: {certificate: none.pem, key: none.key}}\n");
        assertThat(good(Map.of("MUSTER_SERVER_TLS_CERTIFICATE", "", "MUSTER_SERVER_TLS_KEY", ""))
                .server()
                .behindProxy()).hasSize(2);
        assertThat(good(Map.of("MUSTER_SERVER_TLS_CERTIFICATE", "", "MUSTER_SERVER_TLS_KEY", "",
                "MUSTER_SERVER_BEHIND_PROXY", "", "MUSTER_SERVER_HOST", "127.0.0.1")).server()
                .leavesLoopback()).isFalse();
    }

    @Test
    void files_of_a_certificate_are_looked_for_in_the_folder_and_checked() throws IOException {
        write(Config.MUSTER_FILE, "server: {tls: {certificate: none.pem, key: none.key}}\n");
        assertThat(faults(Map.of())).extracting(ConfigFault::text)
                .satisfiesExactly(
                        has(Config.MUSTER_FILE, "server.tls.certificate",
                                folder.resolve("none.pem") + ": there is no such file"),
                        has(Config.MUSTER_FILE, "server.tls.key",
                                folder.resolve("none.key") + ": there is no such file"));
    }

    static List<Keys.Key> keys() {
        return Keys.all();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void every_key_can_be_overridden_by_its_environment_variable(Keys.Key key) {
        assertThat(faults(Map.of(key.variable(), "%"))).singleElement().satisfies(fault -> {
            if (WHOLE.stream().anyMatch(key.path()::equals)) {
                assertThat(fault.where()).isEqualTo(key.path());
            } else if (key.path().startsWith("server.tls.")) {
                assertThat(fault.where()).startsWith("server.tls.");
            } else {
                assertThat(fault.file()).isEqualTo("environment");
                assertThat(fault.where()).isEqualTo(key.variable());
            }
        });
        assertThat(Config.load(folder, Map.of(key.variable(), key.shipped())))
                .isInstanceOf(Loaded.Ready.class);
    }

    @Test
    void the_environment_goes_before_the_file() throws IOException {
        write(Config.MUSTER_FILE, "server: {port: 9090}\n");
        assertThat(good(Map.of("MUSTER_SERVER_PORT", "9191", "MUSTER_JAVA_HOME", "/jdk")).server()
                .port()).isEqualTo(9191);
    }

    @Test
    void an_unknown_variable_of_a_section_is_told_with_the_nearest_right_one() {
        assertThat(faults(Map.of("MUSTER_SERVER_PROT", "1"))).singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("MUSTER_SERVER_PROT",
                        "did you mean MUSTER_SERVER_PORT?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "server: {prot: 1}|server.prot (line 1)|did you mean server.port?",
            "sever: {port: 1}|sever (line 1)|did you mean server?",
            "limits: {bodyBytes: 1}|limits.bodyBytes (line 1)|did you mean limits.http.bodyBytes?",
            "units: {colour: 1}|units.colour (line 1)|here belong roles",
            "server: {port: 70000}|server.port (line 1)|the most is 65535",
            "server: {port: x}|server.port (line 1)|write digits",
            "server: {port: [1]}|server.port (line 1)|not a list",
            "server: {port: }|server.port (line 1)|has no value",
            "server: {port: {a: 1}}|server.port (line 1)|not keys",
            "server: 5|server (line 1)|is a section",
            "limits: {http: {bodyBytes: 64kb}}|limits.http.bodyBytes (line 1)|64KiB",
            "limits: {json: {depthMax: 1KiB}}|limits.json.depthMax (line 1)|whole number",
            "limits: {http: {idleWithin: 75}}|limits.http.idleWithin (line 1)|250ms, 10s",
            "units: {roles: [PSU]}|units.roles (line 1)|not a slug",
            "units: {roles: [psu, psu]}|units.roles (line 1)|stands there twice",
            "units: {roles: []}|units.roles (line 1)|name at least one",
            "units: {checkIn: {spoter: 45m}}|units.checkIn|did you mean \"spotter\"?",
            "units: {checkIn: {spotter: 45}}|units.checkIn (line 1)|is not a span",
            "units: {checkIn: {spotter: 90s}}|units.checkIn|whole minutes",
            "units: {checkIn: {spotter: 30s}}|units.checkIn (line 1)|the least is 1m",
            "units: {checkIn: {spotter: [45m]}}|units.checkIn (line 1)|takes a single value",
            "units: {checkIn: [spotter]}|units.checkIn (line 1)|write such as spotter: 45m",
            "server: {host: 0.0.0.0}|server.host|Set server.tls.certificate and server.tls.key",
            "server: {host: 192.0.2.7}|server.host|set server.behindProxy",
            "server: {host: example.org}|server.host|0.0.0.0 for all its addresses",
            "server: {tls: {certificate: a.pem}}|server.tls.key|names the PEM file",
            "server: {tls: {key: a.pem}}|server.tls.certificate|names the PEM file",
            "server: {behindProxy: [proxy.example]}|server.behindProxy (line 1)|10.1.0.0/16",
            "server: {behindProxy: 0.0.0.0/0}|server.behindProxy (line 1)|10.1.0.0/16"})
    void a_fault_says_where_it_is_and_what_would_be_right(String yaml, String where, String detail)
            throws IOException {
        write(Config.MUSTER_FILE, yaml + "\n");
        assertThat(faults(Map.of())).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(Config.MUSTER_FILE);
            assertThat(fault.where()).isEqualTo(where);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
    void every_loopback_address_is_allowed(String host) {
        assertThat(good(Map.of("MUSTER_SERVER_HOST", host)).server().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"MUSTER_LIMITS_JSON_TEXT_MAX, 5000, limits.json.stringMax",
            "MUSTER_LIMITS_HTTP_BODY_BYTES, 1KiB, limits.http.bodyBytes",
            "MUSTER_LIMITS_HTTP_BODY_BYTES, 2MiB, limits.recorder.queueBytes",
            "MUSTER_LIMITS_HTTP_IDLE_WITHIN, 1s, limits.http.idleWithin",
            "MUSTER_LIMITS_HTTP_BATCH_LINES_MAX, 8192, limits.http.batchLinesMax",
            "MUSTER_LIMITS_RECORDER_COMMIT_ENTRIES_MAX, 9000, limits.recorder.commitEntriesMax",
            "MUSTER_LIMITS_CONNECTIONS_PER_USER_MAX, 65, limits.connections.perUserMax",
            "MUSTER_LIMITS_CONNECTIONS_PER_ADDRESS_MAX, 5001, limits.connections.perAddressMax",
            "MUSTER_LIMITS_STREAM_PONG_WITHIN, 20s, limits.stream.pongWithin",
            "MUSTER_LIMITS_STREAM_DRAIN_WITHIN, 1s, limits.stream.drainWithin",
            "MUSTER_LIMITS_RATES_UNIT_BURST, 19, limits.rates.unitBurst",
            "MUSTER_LIMITS_DISK_REFUSE_BYTES, 3GiB, limits.disk.refuseBytes",
            "MUSTER_ALERTS_LATE_AFTER, 90s, alerts.lateAfter"})
    void limits_are_checked_against_each_other(String variable, String value, String where) {
        assertThat(faults(Map.of(variable, value))).extracting(ConfigFault::where)
                .containsExactly(where);
    }

    @Test
    void all_faults_of_all_files_are_told_at_once() throws IOException {
        write(Config.MUSTER_FILE, """
                server:
                  prot: 8080
                  host: 0.0.0.0
                  port: many
                windows:
                  silentMinutes: 0
                streem: {}
                """);
        write(Config.CATEGORIES_FILE, """
                categories:
                  - {id: Fire, name: Fire, kind: incident}
                  - {id: affray, kind: incident}
                  - {id: march, name: March, kind: protst}
                  - {id: march, name: March, kind: protest, colour: red}
                """);
        write(Config.OFFENCES_FILE, """
                offences:
                  - {id: riot, name: Riot, validFrom: 1987-13-01}
                  - {id: theft, name: Theft, validFrom: 2020-01-02, validTo: 2020-01-01}
                """);
        write(Config.AREAS_FILE, "{\"type\": \"FeatureCollection\", \"features\": []}");
        List<ConfigFault> faults = faults(Map.of("MUSTER_STREAM_LIVE_EVERY", "soon"));
        assertThat(faults).extracting(ConfigFault::text)
                .satisfiesExactlyInAnyOrder(
                        has("environment", "MUSTER_STREAM_LIVE_EVERY", "not a span of time"),
                        has(Config.MUSTER_FILE, "server.prot (line 2)", "server.port"),
                        has(Config.MUSTER_FILE, "server.host", "server.behindProxy"),
                        has(Config.MUSTER_FILE, "server.port (line 4)", "whole number"),
                        has(Config.MUSTER_FILE, "windows.silentMinutes (line 6)", "the least is 1"),
                        has(Config.MUSTER_FILE, "streem (line 7)", "did you mean stream?"),
                        has(Config.CATEGORIES_FILE, "categories[0].id (line 2, column 10)",
                                "not a slug"),
                        has(Config.CATEGORIES_FILE, "categories[1].name (line 3)", "is missing"),
                        has(Config.CATEGORIES_FILE, "categories[2].kind (line 4)",
                                "[incident, protest]"),
                        has(Config.CATEGORIES_FILE, "categories[3].colour (line 5)", "no such key"),
                        has(Config.CATEGORIES_FILE, "categories[3].id (line 5, column 10)",
                                "earlier row"),
                        has(Config.OFFENCES_FILE, "offences[0].validFrom (line 2)", "not a day"),
                        has(Config.OFFENCES_FILE, "offences[1].validTo (line 3)",
                                "before validFrom"),
                        has(Config.OFFENCES_FILE, "offences (line 1)", "not-stated"),
                        has(Config.AREAS_FILE, "at least one feature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Config.MUSTER_FILE, Config.CATEGORIES_FILE, Config.OFFENCES_FILE,
            Config.RULES_FILE, Config.AREAS_FILE})
    void a_missing_file_is_one_fault(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertThat(faults(Map.of())).singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains(file, "is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a\n", "just words\n", "a: b: c\n", "a: [1\n",
            "a: 1\n---\nb: 2\n", "\u0000"})
    void a_catalogue_that_is_no_catalogue_is_told(String text) throws IOException {
        write(Config.CATEGORIES_FILE, text);
        assertThat(faults(Map.of())).isNotEmpty()
                .extracting(ConfigFault::file)
                .containsOnly(Config.CATEGORIES_FILE);
    }

    @Test
    void a_file_that_is_not_utf_8_is_told() throws IOException {
        Files.write(folder.resolve(Config.OFFENCES_FILE), new byte[] {(byte) 0xC3, 0x28});
        assertThat(faults(Map.of())).extracting(ConfigFault::text)
                .containsExactly("offences.yaml: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void a_key_that_stands_twice_is_told() throws IOException {
        write(Config.MUSTER_FILE, "server: {port: 1}\nserver: {port: 2}\n");
        assertThat(faults(Map.of())).extracting(ConfigFault::where)
                .containsExactly("server (line 2)");
    }

    @Test
    void a_folder_that_is_not_there_is_one_fault() {
        assertThat(Config.load(folder.resolve("none"), Map.of())).isInstanceOfSatisfying(
                Loaded.Faulty.class,
                faulty -> assertThat(faulty.faults()).singleElement()
                        .extracting(ConfigFault::detail)
                        .asString()
                        .contains("--config"));
    }

    @Test
    void the_settings_hold_all_that_the_picture_depends_on() {
        Config config = good(Map.of("MUSTER_WINDOWS_SILENT_MINUTES", "15"));
        Settings settings = config.settings();
        assertThat(settings.areaMap()).isEqualTo(config.areaMap().version());
        assertThat(settings.areas()).hasSize(7)
                .extracting(Settings.AreaDefinition::id)
                .startsWith("south-yorkshire")
                .doesNotContain(Settings.ELSEWHERE);
        assertThat(settings.windows()).isEqualTo(new Settings.Windows(30, 15, 15));
        assertThat(settings.unitRoles()).contains("psu");
        assertThat(settings.categories()).extracting(Settings.Category::id)
                .contains("disturbance", "static-assembly");
        assertThat(settings.offences()).extracting(Settings.Offence::id)
                .contains("breach-of-the-peace", "not-stated");
    }

    @Test
    void the_floor_of_free_space_is_the_smaller_of_the_two() {
        Limits.Disk disk = Limits.defaults().disk();
        assertThat(disk.floorBytes(100L << 30)).isEqualTo(512L << 20);
        assertThat(disk.floorBytes(1000)).isEqualTo(50);
    }

    private static ThrowingConsumer<String> has(String... parts) {
        return text -> assertThat(text).contains(parts);
    }

    private Config good(Map<String, String> environment) {
        return switch (Config.load(folder, environment)) {
            case Loaded.Ready(Config config) -> config;
            case Loaded.Faulty(var faults) -> fail("faults: " + faults);
        };
    }

    private List<ConfigFault> faults(Map<String, String> environment) {
        return switch (Config.load(folder, environment)) {
            case Loaded.Ready ready -> List.of();
            case Loaded.Faulty(var faults) -> faults;
        };
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
