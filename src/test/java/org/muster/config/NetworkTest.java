package org.muster.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and networks as they are written. */
final class NetworkTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.7,192.0.2.7,true", "192.0.2.7,192.0.2.8,false",
            "10.1.0.0/16,10.1.255.255,true", "10.1.0.0/16,10.2.0.0,false",
            "10.1.0.0/15,10.0.0.1,true", "128.0.0.0/1,127.255.255.255,false",
            "2001:db8::/32,2001:db8:1::1,true", "2001:db8::/32,2001:db9::1,false",
            "2001:db8::1,2001:db8:0:0::1,true", "10.0.0.0/8,::ffff:10.1.2.3,true",
            "::1,127.0.0.1,false"})
    void an_address_is_in_a_network_when_the_first_bits_are_the_same(String network, String address,
            boolean within) {
        assertThat(
                Network.of(network).orElseThrow().contains(Network.address(address).orElseThrow()))
                .isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "all", "10.1", "010.1.2.3.4", "256.1.1.1", "10.0.0.1/", "/8",
            "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/0", "::/0", "::/129", "10.0.0.0/8/8",
            "localhost", "example.org", "fe80::1%eth0", "[::1]", "1.2.3.4:80", ":", "::::",
            "0x7f.0.0.1", "10.0.0.0/ 8"})
    void anything_else_is_no_network(String text) {
        assertThat(Network.of(text)).isEmpty();
    }
}
