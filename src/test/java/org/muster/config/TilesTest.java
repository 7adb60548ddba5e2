package org.muster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tiles of a drawn map, and the ground, as an operator sets them. */
final class TilesTest {
    private static final String FILE = "muster.yaml: ";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheShippedFolder() throws IOException {
        ShippedConfig.copiedTo(folder);
    }

    private List<String> faults(String more, String... rest) throws IOException {
        Files.writeString(folder.resolve(Config.MUSTER_FILE),
                String.join("\n", rest) + "\ntiles:\n  " + more + "\n");
        return switch (Config.load(folder, Map.of())) {
            case Loaded.Ready _ -> List.of();
            case Loaded.Faulty(var faults) -> faults.stream().map(ConfigFault::text).toList();
        };
    }

    private List<String> faultsOf(String url) throws IOException {
        return faults("attribution: Ours\n  url: \"" + url + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081/{z}/{x}/{y}.png",
            "https://10.1.2.3/{z}/{x}/{-y}.webp", "http://172.31.0.9/a/{z}/{y}/{x}",
            "http://192.168.7.7/{z}/{x}/{y}", "http://localhost:1/{z}/{x}/{y}",
            "http://tiles/{z}/{x}/{y}.png", "https://Tiles.Internal:8443/{z}/{x}/{y}.png",
            "http://map.local/{z}/{x}/{y}", "http://map.home.arpa/{z}/{x}/{y}",
            "/tiles/{z}/{x}/{y}.png"})
    void an_address_in_the_own_network_is_taken(String url) throws IOException {
        assertThat(faultsOf(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"http://tiles/{z}/{x}.png; has no place for {y}",
            "http://tiles/{z}/{x}/{y}/{y}; stands there twice",
            "http://tiles/{z}/{x}/{y}/{-y}; stands there twice",
            "http://{s}.tiles/{z}/{x}/{y}; \"{s}\" is no placeholder",
            "http://tiles/{Z}/{x}/{y}; \"{Z}\" is no placeholder",
            "http://tiles{z}/{x}/{y}; is no address of tiles",
            "http://{z}/{x}/{y}; is no address of tiles",
            "ftp://tiles/{z}/{x}/{y}; is no address of tiles",
            "tiles/{z}/{x}/{y}; is no address of tiles", "http://a b/{z}/{x}/{y}; is no address",
            "//tiles/{z}/{x}/{y}; is no path for tiles", "/api/{z}/{x}/{y}; is no path for tiles",
            "http://me:secret@tiles/{z}/{x}/{y}; holds a name or password",
            "http://tiles/{z}/{x}/{y}?key=1; behind ? or #",
            "http://tiles/{z}/{x}/{y}#a; behind ? or #",
            "http://[::1]/{z}/{x}/{y}; is an IPv6 address",
            "http://tiles:65536/{z}/{x}/{y}; is no address of tiles",
            "http://tiles:0/{z}/{x}/{y}; is no address of tiles",
            "http://134744072/{z}/{x}/{y}; is no host",
            "http://0x08.8/{z}/{x}/{y}; is no address of tiles"})
    void any_other_is_refused_by_file_key_and_line(String url, String words) throws IOException {
        assertThat(faultsOf(url)).first()
                .asString()
                .startsWith(FILE + "tiles.url (line 4): ")
                .contains(words)
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile.openstreetmap.org", "8.8.8.8", "172.32.0.1", "tiles.local.org",
            "a.internal.com"})
    void a_host_that_may_be_of_the_internet_is_refused_unless_it_is_said_to_be_ours(String host)
            throws IOException {
        String tiles = "attribution: Ours\n  url: https://" + host + "/{z}/{x}/{y}\n";
        assertThat(faults(tiles)).singleElement()
                .asString()
                .startsWith(FILE + "tiles.url: ")
                .contains('"' + host + '"', "tiles.ownHost");
        assertThat(faults(tiles + "  ownHost: " + host)).isEmpty();
        assertThat(faults(tiles + "  ownHost: other." + host)).singleElement()
                .asString()
                .startsWith(FILE + "tiles.ownHost: ");
    }

    @Test
    void whose_map_it_is_must_be_said_and_nothing_else_is_for_nobody() throws IOException {
        assertThat(faults("url: /{z}/{x}/{y}")).singleElement()
                .asString()
                .startsWith(FILE + "tiles.attribution: is missing");
        assertThat(faults("attribution: " + "x".repeat(201) + "\n  url: /{z}/{x}/{y}"))
                .singleElement()
                .asString()
                .contains("at most 200");
        assertThat(faults("attribution: Ours\n  ownHost: tiles")).hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains("is for nobody without tiles.url"));
        assertThat(faults("minZoom: 12\n  maxZoom: 11")).singleElement()
                .asString()
                .startsWith(FILE + "tiles.minZoom: ");
    }

    @Test
    void a_page_over_tls_is_given_no_tiles_in_the_clear() throws IOException {
        String proxy = "server: {behindProxy: [10.0.0.1]}";
        assertThat(faults("attribution: Ours\n  url: http://tiles/{z}/{x}/{y}", proxy))
                .singleElement()
                .asString()
                .contains("over TLS");
        assertThat(faults("attribution: Ours\n  url: https://tiles/{z}/{x}/{y}", proxy)).isEmpty();
        assertThat(faults("attribution: Ours\n  url: /{z}/{x}/{y}", proxy)).isEmpty();
        assertThat(faults("attribution: Ours\n  url: http://127.0.0.1/{z}/{x}/{y}", proxy))
                .isEmpty();
    }

    @Test
    void the_policy_names_scheme_host_and_port() throws Exception {
        assertThat(TileAddress.of("https://Tiles.Internal:8443/{z}/{x}/{y}.png").origin())
                .contains("https://tiles.internal:8443");
        assertThat(TileAddress.of("http://tiles/a/{z}/{x}/{y}").origin()).contains("http://tiles");
        assertThat(TileAddress.of("/tiles/{z}/{x}/{y}").origin()).isEmpty();
        assertThat(TileAddress.of("").origin()).isEmpty();
    }

    @Test
    void a_ground_may_be_left_out_and_its_faults_are_told_with_the_others() throws IOException {
        assertThat(faults("minZoom: 3")).isEmpty();
        Files.writeString(folder.resolve(Config.GROUND_FILE), """
                {"type":"FeatureCollection","features":[
                 {"properties":{"kind":"raod"},"geometry":{}}]}""");
        assertThat(faults("minZoom: 23")).hasSize(2)
                .last()
                .asString()
                .startsWith("ground.geojson: /features/0/properties/kind: \"raod\" is none")
                .contains("did you mean \"road\"");
    }
}
